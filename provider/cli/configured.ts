import { type Configuration, readConfiguration } from '../configuration/index.ts';

/** Every fault on a line of its own. */
export class ConfigurationFaults extends Error {
  constructor(faults: readonly string[]) {
    super(['the configuration has faults:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
}

export function configured(): Configuration {
  const result = readConfiguration();
  if (result.kind === 'faulty') throw new ConfigurationFaults(result.faults);
  return result.configuration;
}
