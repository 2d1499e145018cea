import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DatabaseLocation, openDatabase } from '../../db/open.ts';
import { freePort } from '../support/free-port.ts';
import { dialects, type OpenedStorage } from '../support/postgres.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startContestant } from './contestant.ts';
import { createDriver } from './driver.ts';
import { type Block, type Census, loads, type Measured, measure, type Size, takeCensus } from './measure.ts';
import { type Educators, inventEducators, saveEducators } from './people.ts';
import { postgresCpu } from './postgres-cpu.ts';
import {
  aims,
  aimTable,
  loadTable,
  type Result,
  type Storage,
  statementList,
  statementTable,
  summarize,
} from './report.ts';
import { type Assembly, applicationId } from './servers.ts';

const usage = `npm run bench [-- OPTION…]
  --quick            two short rounds
  --rounds N         how many rounds (default 5)
  --only DIALECT     sqlite or postgres
  --at-once N        how many people sign in at the same time (default 8)
  --statements       list every statement of a login and a refresh
  --json FILE        write everything that was measured
  --profile FOLDER   leave a CPU profile of each server there`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '8' },
    statements: { type: 'boolean', default: false },
    json: { type: 'string' },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5));
const atOnce = Number(values['at-once']);
if (
  values.help ||
  ![rounds, atOnce].every((number) => Number.isInteger(number) && number >= 1) ||
  (values.only !== undefined && !dialects.some(({ name }) => name === values.only))
) {
  say(usage);
  process.exit(values.help ? 0 : 2);
}

const size: Size = {
  counts: values.quick
    ? { login: 40, 'login-hashed': 24, refresh: 80 }
    : { login: 80, 'login-hashed': 40, refresh: 160 },
  atOnce,
};
const warmUp: Size = { counts: { login: 120, 'login-hashed': 16, refresh: 160 }, atOnce };
/** Never fetched: what matters is that the code arrives there. */
const redirectUri = 'http://localhost:1/retour';

interface Running extends Measured {
  readonly assembly: Assembly;
  readonly storage: Storage;
  readonly close: () => Promise<void>;
}

const began = performance.now();
const folder = await temporaryFolder('bench');
const applicationsFile = join(folder.path, 'applications.json');
writeFileSync(
  applicationsFile,
  JSON.stringify([{ id: applicationId, name: 'Amisgest', gate: 'enforced', redirectUris: [redirectUri] }]),
);
if (values.profile !== undefined) mkdirSync(values.profile, { recursive: true });

const educators = await inventEducators(2 * atOnce);
const storages = await Promise.all(
  dialects
    .filter(({ name }) => values.only === undefined || name === values.only)
    .map(async (dialect) => ({ name: dialect.name, opened: await dialect.open() })),
);
const running: Running[] = [await start('bare', 'memory', undefined, educators)];
for (const { name, opened } of storages) {
  await saveEducators(locationOf(opened), educators);
  running.push(await start('no-gate', name, opened, educators));
  running.push(await start('cadenas', name, opened, educators));
}

say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${atOnce} at once,`,
);
say(`${rounds} rounds in which the servers take turns. CPU is that of the server’s process alone.`);
say('SQLite as shipped: WAL, synchronous = full, a real file.');
say('PostgreSQL with fsync, synchronous_commit and full_page_writes off: its disk is left out.\n');

const results = await compete(running).catch((error) => {
  for (const { contestant } of running) say(contestant.output());
  throw error;
});
for (const load of loads) say(`${loadTable(results, load)}\n`);
say(`${statementTable(results)}\n`);
if (values.statements) say(`${results.map(statementList).filter(Boolean).join('\n\n')}\n`);
const found = aims(results);
say(`${aimTable(found)}\n`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(measured(), null, 2));

for (const { close } of running) await close();
for (const { opened } of storages) await opened.close();
await folder.remove();
say(`in ${((performance.now() - began) / 1000).toFixed(0)} s`);

/** In each round everyone has a turn at each load, and another one begins. */
async function compete(all: readonly Running[]): Promise<readonly Result[]> {
  const blocks = all.map(() => ({
    login: [] as Block[],
    'login-hashed': [] as Block[],
    refresh: [] as Block[],
  }));
  for (const one of all) for (const load of loads) await measure(one, load, warmUp, educators);
  const census: (Census | undefined)[] = [];
  for (const one of all) census.push(one.storage === 'memory' ? undefined : await takeCensus(one, educators));
  for (let round = 0; round < rounds; round++)
    for (const load of loads)
      for (let turn = 0; turn < all.length; turn++) {
        const index = (turn + round) % all.length;
        const one = all[index];
        if (one) blocks[index]?.[load].push(await measure(one, load, size, educators));
      }
  return all.flatMap(({ assembly, storage }, index) => {
    const own = blocks[index];
    return own ? [{ assembly, storage, census: census[index], blocks: own }] : [];
  });
}

async function start(
  assembly: Assembly,
  storage: Storage,
  opened: OpenedStorage | undefined,
  { hashed, lowest }: Educators,
): Promise<Running> {
  const port = await freePort();
  const location = opened === undefined ? ('none' as const) : locationOf(opened);
  const contestant = await startContestant(
    { assembly, port, redirectUri, location, applicationsFile, educators: [...hashed, ...lowest] },
    values.profile,
  );
  const driver = createDriver(port, redirectUri);
  const watcher = storage === 'postgres' && location !== 'none' ? openDatabase(location) : undefined;
  return {
    assembly,
    storage,
    contestant,
    driver,
    databaseCpu: async () => (watcher ? postgresCpu(watcher) : undefined),
    close: async () => {
      await contestant.close();
      await watcher?.destroy();
    },
  };
}

/** The name that the configuration gives the file where the demonstration is off. */
function locationOf({ databaseUrl, dataDir }: OpenedStorage): DatabaseLocation {
  return { url: databaseUrl, dataDirectory: dataDir, file: 'cadenas.sqlite' };
}

function measured() {
  return {
    at: new Date().toISOString(),
    node: process.version,
    machine: { cpus: cpus().length, model: cpus()[0]?.model },
    rounds,
    size,
    results: results.map((result) => ({
      ...result,
      summary: Object.fromEntries(loads.map((load) => [load, summarize(result.blocks[load])])),
    })),
    aims: found,
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
