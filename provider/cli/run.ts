import { type Command, commands, type Terminal } from './index.ts';

const terminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
};

export async function run(args: readonly string[]): Promise<number> {
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
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    terminal.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

const overview = (): string =>
  [
    'usage: npm run cadenas -- COMMAND',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`),
  ].join('\n');

const helpOf = ({ usage, about }: Command): string => `usage: npm run cadenas -- ${usage}\n\n${about}`;
