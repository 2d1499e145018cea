import { parseArgs } from 'node:util';
import type { Command, Given, Terminal } from './command.ts';
import { commands } from './index.ts';

const ownTerminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

// Whoever reads only the first lines (`| head`) has read enough.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});

/** Runs one command; 2 when it was misused. A fault is a sentence, or JSON when JSON was asked for; never a stack. */
export async function run(args: readonly string[], terminal: Terminal = ownTerminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.say(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    terminal.complain(`\`${name}\` is not a command of cadenas\n\n${overview()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    terminal.say(helpOf(command));
    return 0;
  }
  const given = parse(command, rest);
  if (typeof given === 'string') {
    terminal.complain(`${given}\n\n${helpOf(command)}`);
    return 2;
  }
  try {
    return await command.run(given, terminal);
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error);
    terminal.complain(given.json ? JSON.stringify({ error: sentence }) : sentence);
    return 1;
  }
}

/** What was typed, or the sentence that says why it cannot be understood. */
function parse(command: Command, args: readonly string[]): Given | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean', default: false } },
    });
    const missing = command.takes[positionals.length];
    if (missing !== undefined) return `\`${command.name}\` needs ${missing}`;
    const extra = positionals[command.takes.length];
    if (extra !== undefined) return `\`${extra}\` is one argument too many`;
    const plain: Record<string, string | boolean> = {};
    for (const [option, value] of Object.entries(values))
      if (typeof value === 'string' || typeof value === 'boolean') plain[option] = value;
    return { positionals, values: plain, json: plain.json === true };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const overview = (): string =>
  [
    'usage: npm run cadenas -- COMMAND',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`),
    '',
    'each takes --help and --json',
  ].join('\n');

const helpOf = ({ usage, about, more = [] }: Command): string =>
  [`usage: npm run cadenas -- ${usage} [--json]`, '', about, ...(more.length > 0 ? ['', ...more] : [])].join(
    '\n',
  );
