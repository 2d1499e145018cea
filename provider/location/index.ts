export type { FileFault, FileState } from './database-file.ts';
export type { Location } from './location.ts';
export {
  createLocator,
  type Locator,
  type LocatorOptions,
  type LocatorWarning,
  type Source,
} from './locator.ts';
