export type { FileFault, FileState } from './database-file.ts';
export { type Location, nowhere } from './location.ts';
export {
  createLocator,
  type Locator,
  type LocatorOptions,
  type LocatorWarning,
  type Source,
} from './locator.ts';
