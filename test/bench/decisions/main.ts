import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { compete, type Plan, type Size } from './compete.ts';
import { engineNames, ourEngines } from './engine.ts';
import { measureLookUps } from './look-ups.ts';
import { aims, aimTable, lookUpTable, sizeTable, summarize } from './report.ts';

const usage = `npm run bench:decisions [-- OPTION…]
  --quick        two short rounds; more than 10,000 rules for ours alone
  --rounds N     how many rounds (default 5)
  --rules N      only with so many rules; may be repeated (default 100, 10000 and 100000)
  --seed N       another organization, other rules and requests (default 1)
  --limit N      seconds that an engine may take to load (default 300)
  --json FILE    write everything that was measured`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    rules: { type: 'string', multiple: true, default: ['100', '10000', '100000'] },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '300' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5));
const sizes = values.rules.map(Number);
const [seed, limitSeconds] = [Number(values.seed), Number(values.limit)];
if (
  values.help ||
  ![...sizes, rounds, seed, limitSeconds].every((number) => Number.isInteger(number) && number >= 1)
) {
  say(usage);
  process.exit(values.help ? 0 : 2);
}

const common = values.quick
  ? { rounds, requests: 5_000, blockSeconds: 0.3, agreementSeconds: 2, limitSeconds, seed }
  : { rounds, requests: 20_000, blockSeconds: 3, agreementSeconds: 20, limitSeconds, seed };
const began = performance.now();

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${load()}.`);
say(
  'Each engine in a process of its own; they take turns in each round. Same rules, same requests, same answers.',
);
say('Speed: the median of the rounds; ours × compares within each. Percentiles: over all decisions timed.');
say('Interrupted: how often the machine took the core away meanwhile, which the percentiles contain.');
say('Undisturbed: of each request its quickest round, where every round asks them all.');
say(
  'Live: heap and WebAssembly memory that the rules hold. Resident: what the process grew by while it loaded.\n',
);

const results: Size[] = [];
for (const rules of sizes) {
  const engines = values.quick && rules > 10_000 ? ourEngines : engineNames;
  const plan: Plan = { ...common, rules, engines };
  const size = await compete(plan, progress);
  results.push(size);
  say(`${sizeTable(size)}\n`);
}
progress('looking up locations and browsers');
const lookUps = await measureLookUps(rounds, seed);
say(`${lookUpTable(lookUps)}\n`);
const found = aims(results, lookUps);
say(aimTable(found));
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(measured(), null, 2));
say(`\nin ${seconds()} s; ${load()}`);

function measured() {
  return {
    at: new Date().toISOString(),
    node: process.version,
    machine: { cpus: cpus().length, model: cpus()[0]?.model },
    plan: common,
    sizes: results.map(({ engines, ...size }) => ({
      ...size,
      engines: [...engines].map(([name, ran]) =>
        'tooSlow' in ran ? { name, ...ran } : { name, ...ran, summary: summarize(ran) },
      ),
    })),
    lookUps,
    aims: found,
  };
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
