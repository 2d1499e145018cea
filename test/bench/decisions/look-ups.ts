import { fileURLToPath } from 'node:url';
import { unknown } from '../../../policies/facts.ts';
import type { Sighting } from '../../../policies/recognition.ts';
import { noHints } from '../../../policies/recognition-hints.ts';
import { createLocator } from '../../../provider/location/index.ts';
import { createRecognizer } from '../../../provider/recognition/index.ts';
import { readTraffic } from '../../support/user-agents/traffic.ts';
import { type Chance, createChance } from './chance.ts';

export interface LookUp {
  readonly name: string;
  /** In microseconds, clock included. */
  readonly latencies: readonly number[];
}

/** More than the caches keep, asked in the same order again and again: nothing is ever found there. */
const many = 20_000;
/** As many as a large organization has in a day. */
const few = 500;

const geo = (name: string) => fileURLToPath(new URL(`../../support/geo/${name}`, import.meta.url));
const quiet = { warn: () => {} };

export async function measureLookUps(rounds: number, seed: number): Promise<readonly LookUp[]> {
  const chance = createChance(seed);
  // The test files are of years ago.
  const always = { now: Date.now, log: quiet, staleAfterDays: 100_000 };
  const cityDb = geo('GeoIP2-City-Test.mmdb');
  const asnDb = geo('GeoLite2-ASN-Test.mmdb');
  const files = await createLocator({ ...always, cityDb, asnDb });
  const packaged = await createLocator({ ...always, cityDb: undefined, asnDb: undefined });
  const recognize = createRecognizer();
  const sightings = inventSightings(chance);
  const measured = [
    ...measureBoth('location, MMDB files', addresses(inTheFiles, chance), files.locate, rounds),
    ...measureBoth('location, geoip-lite', addresses(anywhere, chance), packaged.locate, rounds),
    ...measureBoth('recognition', sightings, recognize, rounds),
    { name: 'the clock alone', latencies: time(Array.from({ length: many }), () => {}) },
  ];
  files.close();
  packaged.close();
  return measured;
}

/** Warm: of few things asked before. Uncached: of things that were forgotten since, if ever asked. */
function measureBoth<Thing>(
  name: string,
  things: readonly Thing[],
  lookUp: (thing: Thing) => unknown,
  rounds: number,
): readonly LookUp[] {
  const again = Array.from({ length: many / few }, () => things.slice(0, few)).flat();
  const repeated = (of: readonly Thing[]) => {
    time(of, lookUp);
    return Array.from({ length: rounds }, () => time(of, lookUp)).flat();
  };
  const uncached = { name: `${name}, uncached`, latencies: repeated(things) };
  const warm = { name: `${name}, warm`, latencies: repeated(again) };
  return [warm, uncached];
}

function time<Thing>(things: readonly Thing[], lookUp: (thing: Thing) => unknown): readonly number[] {
  return things.map((thing) => {
    const began = performance.now();
    lookUp(thing);
    return (performance.now() - began) * 1000;
  });
}

/** All different, a tenth of them IPv6. */
function addresses(invent: (chance: Chance) => string, chance: Chance): readonly string[] {
  const found = new Set<string>();
  while (found.size < many) found.add(invent(chance));
  return [...found];
}

/** Half of them in ranges that the test files of cities or of owners know; they are too small for all. */
function inTheFiles(chance: Chance): string {
  if (chance.happens(0.5)) return anywhere(chance);
  const byte = () => chance.below(256);
  if (chance.happens(0.2))
    return `2001:${(0x218 + chance.below(8)).toString(16)}:${chance.below(65536).toString(16)}::1`;
  return chance.pick([
    () => `175.16.199.${byte()}`,
    () => `81.2.69.${byte()}`,
    () => `89.160.20.${byte()}`,
    () => `1.128.${byte()}.${byte()}`,
    () => `12.81.${byte()}.${byte()}`,
  ])();
}

function anywhere(chance: Chance): string {
  const byte = () => chance.below(256);
  if (chance.happens(0.1)) return `2607:fa48:${chance.below(65536).toString(16)}:${byte().toString(16)}::1`;
  return `${1 + chance.below(223)}.${byte()}.${byte()}.${byte()}`;
}

/** Real browsers, made different by how many touch points they tell of, which does not change the work. */
function inventSightings(chance: Chance): readonly Sighting[] {
  const visits = readTraffic();
  return Array.from({ length: many }, (_, number) => ({
    userAgent: chance.pick(visits).userAgent,
    clientHints: noHints,
    touchPoints: number < few ? unknown : number,
    application: 'browser',
  }));
}
