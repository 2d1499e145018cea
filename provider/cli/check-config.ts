import { readConfiguration, settings } from '../configuration/index.ts';
import type { Command } from './command.ts';

const table = Object.entries(settings).map(([name, { about }]) => `  ${name.padEnd(18)} ${about}`);

export const checkConfig: Command = {
  name: 'check-config',
  usage: 'check-config',
  more: table,
  takes: [],
  about: 'says every fault of the settings at once, and changes nothing',
  run: async ({ json }, terminal) => {
    const result = readConfiguration();
    const faults = result.kind === 'faulty' ? result.faults : [];
    if (json) terminal.say(JSON.stringify({ valid: faults.length === 0, faults }));
    else if (faults.length === 0) terminal.say('the configuration is valid');
    else for (const fault of faults) terminal.complain(fault);
    return faults.length === 0 ? 0 : 1;
  },
};
