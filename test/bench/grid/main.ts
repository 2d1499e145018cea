import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, openDatabase } from '../../../db/open.ts';
import { dialects, type OpenedStorage } from '../../support/postgres.ts';
import { fill, takeCensus } from './fill.ts';
import { plansOf } from './plan.ts';
import {
  aims,
  aimTable,
  censusTable,
  type Measured,
  pageTable,
  statementTable,
  summarize,
} from './report.ts';
import { type Page, type Served, serve } from './served.ts';

const usage = `npm run bench:grid [-- OPTION…]
  --quick        100,000 sign-ins and fewer requests
  --sign-ins N   of the big organization (default 10000000)
  --requests N   how often each organization’s first page is asked for (default 500)
  --seed N       other people, browsers and sign-ins (default 1)
  --json FILE    write everything that was measured`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'sign-ins': { type: 'string' },
    requests: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const signIns = Number(values['sign-ins'] ?? (values.quick ? 100_000 : 10_000_000));
const requests = Number(values.requests ?? (values.quick ? 200 : 500));
const seed = Number(values.seed);
if (values.help || ![signIns, requests, seed].every((number) => Number.isInteger(number) && number >= 1)) {
  say(usage);
  process.exit(values.help ? 0 : 2);
}

/** Each as often as it takes to have been prepared and compiled. */
const warmUp = 60;
const firstPage = '/reglages/connexions';
const others = {
  'all periods': `${firstPage}?period=all`,
  'an application that few use': `${firstPage}?period=all&application=reglages`,
  'an application that nobody used': `${firstPage}?period=all&application=cuisine`,
  'a person searched for': `${firstPage}?period=all&search=julie+tremblay-280`,
  'many people searched for': `${firstPage}?period=all&search=julie`,
  'the news of a minute': `/reglages/nouvelles?since=${Date.now() - 60_000}`,
  'the news of a year': '/reglages/nouvelles?since=0',
};

const began = performance.now();
const { big, small } = plansOf(signIns, seed);
const opened = await openPostgres();
const { databaseUrl } = opened;
say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${load()}, seed ${seed}.`,
);
say(
  'PostgreSQL as it comes, with fsync, synchronous_commit and full_page_writes off: nothing here waits for its disk.',
);
say(
  'Server time: from the request to the last byte of the answer, one request at a time, the two organizations in turn.',
);
say('Undisturbed: without the time that it surely waited while other programs had the cores.\n');

try {
  const database = openDatabase({ url: databaseUrl, dataDirectory: opened.dataDir, file: 'none' });
  await migrate(database);
  await database.destroy();
  await fill(databaseUrl, [small, big], progress);
  const seeded = seconds();
  const census = new Map(
    await Promise.all(
      [big, small].map(async (plan) => [plan.alias, await takeCensus(databaseUrl, plan)] as const),
    ),
  );
  say(`${censusTable(census)}\n  seeded in ${seeded} s\n`);
  const served = await serve({
    databaseUrl,
    dataDirectory: opened.dataDir,
    applicationsFile: applications(),
  });
  const found = await compare(served);
  await served.close();
  const verdicts = aims(found.big, found.small);
  say(`${pageTable([found.big, found.small, ...found.others])}\n`);
  say(`${statementTable(found.big, found.small)}\n`);
  say(aimTable(verdicts));
  if (values.json !== undefined)
    writeFileSync(
      values.json,
      JSON.stringify(
        {
          at: new Date().toISOString(),
          machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
          plans: { big, small },
          seededInSeconds: Number(seeded),
          census: Object.fromEntries(census),
          pages: [found.big, found.small, ...found.others].map((one) => ({
            ...one,
            summary: summarize(one),
          })),
          aims: verdicts,
        },
        null,
        2,
      ),
    );
} finally {
  await opened.close();
}
say(`\nin ${seconds()} s; ${load()}`);

/** Both first pages in turn, so that the machine drifts for both alike; then the others of the big organization. */
async function compare(served: Served) {
  const [lookAtBig, lookAtSmall] = [await served.signIn(big), await served.signIn(small)];
  const pages: { readonly big: Page[]; readonly small: Page[] } = { big: [], small: [] };
  for (let count = -warmUp; count < requests; count++) {
    const [one, other] = [await lookAtBig(firstPage), await lookAtSmall(firstPage)];
    if (count < 0) continue;
    pages.big.push(one);
    pages.small.push(other);
    if ((count + 1) % 100 === 0) progress(`${count + 1} of ${requests} first pages of each`);
  }
  const measured: Measured[] = [];
  for (const [what, path] of Object.entries(others)) {
    const timed: Page[] = [];
    for (let count = -10; count < 50; count++) {
      const page = await lookAtBig(path);
      if (count >= 0) timed.push(page);
    }
    measured.push({ what: `big: ${what}`, pages: timed });
    progress(what);
  }
  return {
    big: { what: 'big: the first page', pages: pages.big },
    small: { what: 'small: the first page', pages: pages.small },
    others: measured,
  };
}

/** The family’s, so that the menu is as long as it really is; one that nobody uses among them. */
function applications(): string {
  const file = join(opened.dataDir, 'applications.json');
  const application = (id: string, name: string) => ({
    id,
    name,
    gate: 'enforced',
    redirectUris: ['http://localhost:1/retour'],
  });
  const all = [
    application('amisgest-sdg', 'Amisgest SDG'),
    application('amisgest-mobile', 'Amisgest Mobile'),
    application('amisgest-bureau', 'Amisgest Bureau'),
    application('cuisine', 'Cuisine'),
  ];
  writeFileSync(file, JSON.stringify(all));
  return file;
}

async function openPostgres(): Promise<OpenedStorage & { readonly databaseUrl: string }> {
  const storage = await dialects.find(({ name }) => name === 'postgres')?.open();
  if (storage?.databaseUrl === undefined) throw new Error('there is no PostgreSQL');
  return { ...storage, databaseUrl: storage.databaseUrl };
}

function load(): string {
  return `load average ${loadavg()
    .map((average) => average.toFixed(1))
    .join(', ')}`;
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

function progress(step: string): void {
  process.stderr.write(`${seconds().padStart(4)} s  ${step}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
