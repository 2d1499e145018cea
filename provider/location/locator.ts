import { type Network, type Unknown, unknown } from '../../policies/facts.ts';
import { isLocal, toNetwork } from '../../policies/networks.ts';
import { type DatabaseFile, type FileFault, type FileState, openDatabaseFile } from './database-file.ts';
import { openGeoipLite } from './from-geoip-lite.ts';
import { lineOfRecord, spotOfRecord } from './from-maxmind.ts';
import { type Location, noSpot, nowhere, type Spot } from './location.ts';
import { createRecent } from './recent.ts';

export interface LocatorOptions {
  /** MMDB files; without a database of cities, geoip-lite's own is the source. */
  readonly cityDb: string | undefined;
  readonly asnDb: string | undefined;
  readonly now: () => number;
  readonly log: { warn(details: object, message: string): void };
  /** Beyond this age a file's answers are no better than a guess: two years, unless said otherwise. */
  readonly staleAfterDays?: number;
  /** Milliseconds between two looks at the files: five seconds, unless said otherwise. */
  readonly lookEvery?: number;
  /** When geoip-lite's data is loaded, should it be the source: at the start, unless said otherwise. */
  readonly packagedData?: 'at-start' | 'when-asked';
}

export interface Source {
  readonly cities: { readonly from: 'geoip-lite' } | ({ readonly from: 'file' } & FileState);
  readonly owners: { readonly from: 'none' } | ({ readonly from: 'file' } & FileState);
}

export interface LocatorWarning {
  readonly fault: FileFault | 'unloadable';
  readonly path: string;
}

export interface Locator {
  /** Never throws, and never waits: what is not known of an address is unknown. */
  locate(address: Network | Unknown | string): Location;
  source(): Source;
  /** What is wrong at this instant, for health and `doctor`. */
  warnings(): readonly LocatorWarning[];
  close(): void;
}

const cityTypes = /City|Enterprise|Insights/;
const ownerTypes = /ASN|ISP|Enterprise/;
const twoYears = 730;
const kept = 10_000;

export async function createLocator(options: LocatorOptions): Promise<Locator> {
  const recent = createRecent<Location>(kept);
  const openFile = (path: string, type: RegExp) =>
    openDatabaseFile({
      path,
      type,
      now: options.now,
      staleAfterDays: options.staleAfterDays ?? twoYears,
      lookEvery: options.lookEvery ?? 5_000,
      onFault: (fault, file, error) => options.log.warn({ path: file, fault, error }, sentences[fault]),
      onChange: recent.clear,
    });
  const cities =
    options.cityDb === undefined ? openPackaged(options) : await openFile(options.cityDb, cityTypes);
  const owners = options.asnDb === undefined ? undefined : await openFile(options.asnDb, ownerTypes);
  const files = [
    ...('read' in cities && options.cityDb !== undefined ? [{ path: options.cityDb, file: cities }] : []),
    ...(owners && options.asnDb !== undefined ? [{ path: options.asnDb, file: owners }] : []),
  ];

  return {
    locate(address) {
      const known = recent.get(address);
      // A file grows old while it is open: what was kept of it must not outlive it.
      if (known && !files.some(({ file }) => file.state().fault === 'stale')) return known;
      const network = networkOf(address);
      if (network === unknown) return nowhere;
      const found = isLocal(network)
        ? { ...nowhere, network, local: true }
        : { network, ...look(cities, owners, network.replace('/64', '')), local: false };
      return address.length > longestKept ? found : recent.keep(address, found);
    },
    source: () => ({
      cities: 'read' in cities ? { from: 'file', ...cities.state() } : { from: 'geoip-lite' },
      owners: owners ? { from: 'file', ...owners.state() } : { from: 'none' },
    }),
    warnings: () => [
      ...('unloadable' in cities && cities.unloadable
        ? [{ fault: 'unloadable', path: 'geoip-lite' } as const]
        : []),
      ...files.flatMap(({ path, file }) => {
        const { fault } = file.state();
        return fault === 'none' ? [] : [{ fault, path }];
      }),
    ],
    close() {
      for (const { file } of files) file.close();
    },
  };
}

/** No address is longer, and a stranger's words are not worth remembering. */
const longestKept = 80;

interface Packaged {
  spotOf(address: string): Spot;
  readonly unloadable: boolean;
}

function openPackaged({ log, packagedData = 'at-start' }: LocatorOptions): Packaged {
  let spotOf: ((address: string) => Spot) | undefined;
  let unloadable = false;
  const load = () => {
    try {
      return openGeoipLite();
    } catch (error) {
      unloadable = true;
      log.warn({ path: 'geoip-lite', fault: 'unloadable', error }, sentences.unloadable);
      return () => noSpot;
    }
  };
  if (packagedData === 'at-start') spotOf = load();
  return {
    spotOf: (address) => {
      spotOf ??= load();
      return spotOf(address);
    },
    get unloadable() {
      return unloadable;
    },
  };
}

function look(cities: DatabaseFile | Packaged, owners: DatabaseFile | undefined, address: string) {
  const city = 'read' in cities ? cities.read(address) : undefined;
  const spot = 'read' in cities ? spotOfRecord(city) : cities.spotOf(address);
  return { ...spot, ...lineOfRecord(owners?.read(address), city) };
}

/** A network that was read before is an address and its length. */
function networkOf(text: string): Network | Unknown {
  return toNetwork(text.endsWith('::/64') ? text.slice(0, -3) : text);
}

const sentences: { readonly [Fault in FileFault | 'unloadable']: string } = {
  absent: 'the location database is not there',
  corrupt: 'the location database cannot be read',
  unsuitable: 'the location database is of another type',
  stale: 'the location database is too old to be believed',
  damaged: 'the location database is damaged in places',
  unloadable: 'the location data of the package cannot be loaded',
};
