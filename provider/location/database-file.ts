import { type Stats, unwatchFile, watchFile } from 'node:fs';
import { open, type Reader, type Response } from 'maxmind';
import { unknown } from '../../policies/facts.ts';

/** A closed set: each stands for a sentence in health and in the log. */
export type FileFault = 'absent' | 'corrupt' | 'unsuitable' | 'stale' | 'damaged';

export interface FileState {
  /** `using`: answers come from it. `kept`: it is faulty now, and answers come from what it was. `none`: no answers. */
  readonly standing: 'using' | 'kept' | 'none';
  readonly fault: FileFault | 'none';
  /** When its data were put together, in milliseconds UTC. */
  readonly builtAt: number | typeof unknown;
}

export interface DatabaseFile {
  /** What it says of an address: nothing when it does not know, is not there or cannot be read. */
  read(address: string): unknown;
  state(): FileState;
  close(): void;
}

export interface DatabaseFileOptions {
  readonly path: string;
  /** What its metadata must say it is, so that a database of owners does not pass for one of cities. */
  readonly type: RegExp;
  readonly staleAfterDays: number;
  /** How often the file is looked at for a change, in milliseconds. */
  readonly lookEvery: number;
  readonly now: () => number;
  /** Told once for each fault, not for each address. */
  readonly onFault: (fault: FileFault, path: string, error: unknown) => void;
  readonly onChange: () => void;
}

const day = 86_400_000;

/**
 * Opens an MMDB file and opens it again whenever it changes. Never throws:
 * a file that became faulty leaves the last good one in use, for it is no worse than a minute ago.
 * Too old is too old, kept or not.
 */
export async function openDatabaseFile(options: DatabaseFileOptions): Promise<DatabaseFile> {
  const { path, now, onFault, onChange } = options;
  let reader: Reader<Response> | undefined;
  let fault: FileFault | 'none' = 'none';
  let closed = false;
  let loading = Promise.resolve();

  const tell = (found: FileFault, error: unknown) => {
    if (fault !== found) onFault(found, path, error);
    fault = found;
  };
  const load = async () => {
    try {
      const fresh = await openSound(path, options.type);
      if (closed) return;
      reader = fresh;
      fault = 'none';
    } catch (error) {
      if (!closed) tell(faultOf(error), error);
    }
    onChange();
  };
  const isStale = () =>
    reader !== undefined && now() - reader.metadata.buildEpoch.getTime() > options.staleAfterDays * day;
  const look = (after: Stats, before: Stats) => {
    if (after.mtimeMs === before.mtimeMs && after.size === before.size && after.ino === before.ino) return;
    loading = loading.then(load);
  };

  // Looking at the file's date survives what watching it does not: a rename over it, its absence, a network disk.
  watchFile(path, { persistent: false, interval: options.lookEvery }, look);
  loading = load();
  await loading;
  return {
    read(address) {
      if (!reader) return undefined;
      if (isStale()) {
        tell('stale', undefined);
        return undefined;
      }
      try {
        return reader.get(address) ?? undefined;
      } catch (error) {
        tell('damaged', error);
        return undefined;
      }
    },
    state() {
      const stale = isStale();
      const found = stale ? 'stale' : fault;
      const usable = reader !== undefined && !stale;
      return {
        standing: !usable ? 'none' : found === 'none' || found === 'damaged' ? 'using' : 'kept',
        fault: found,
        builtAt: reader?.metadata.buildEpoch.getTime() ?? unknown,
      };
    },
    close() {
      closed = true;
      unwatchFile(path, look);
    },
  };
}

class Unsuitable extends Error {}

/** A file whose tree does not fit into it opens all the same and fails at every address: it is asked one first. */
async function openSound(path: string, type: RegExp): Promise<Reader<Response>> {
  const reader = await open(path);
  const { databaseType } = reader.metadata;
  if (!type.test(databaseType)) throw new Unsuitable(`this is a database of type \`${databaseType}\``);
  for (const address of probes) reader.get(address);
  return reader;
}

/** One of each family, known to every city database or to none; a broken tree throws either way. */
const probes = ['24.48.0.1', '81.2.69.142', '2607:fa48::', '2001:218::'];

function faultOf(error: unknown): FileFault {
  if (error instanceof Unsuitable) return 'unsuitable';
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'corrupt';
}
