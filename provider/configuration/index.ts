export { type Configuration, type ConfigurationResult, parseConfiguration } from './configuration.ts';
export { readConfiguration } from './environment.ts';
export { makeSecrets, readSecrets, type Secrets } from './secrets.ts';
export { type SettingName, settings } from './settings.ts';
