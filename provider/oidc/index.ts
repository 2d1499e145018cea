export {
  type Application,
  ApplicationsFault,
  demoApplications,
  ownApplications,
  readApplications,
} from './applications.ts';
export { readOrMakeKeys } from './keys.ts';
export { createProvider, lifetimes } from './provider.ts';
export { realmRoute } from './realm.ts';
export { issuerPath, routes } from './routes.ts';
