import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type ConfigurationResult, parseConfiguration } from './configuration.ts';
import { settings } from './settings.ts';

/** The environment, completed by the `.env` file of the working folder; a name in that file that is not ours is a fault. */
export function readConfiguration(file = '.env'): ConfigurationResult {
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const strangers = Object.keys(written).filter((name) => !Object.hasOwn(settings, name));
  const result = parseConfiguration({ ...written, ...process.env });
  if (strangers.length === 0) return result;
  const faults = strangers.map((name) => `\`${name}\` in ${file} is not a setting of Cadenas`);
  return { kind: 'faulty', faults: result.kind === 'faulty' ? [...faults, ...result.faults] : faults };
}
