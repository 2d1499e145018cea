/** Where the pages of the house answer, for the links that every page carries. */
export const homeHref = '/';
export const helpHref = '/aide';
export const privacyHref = '/confidentialite';
export const pendingHref = '/reglages';
export const connectionsHref = '/reglages/connexions';
export const placesHref = '/reglages/endroits';
export const devicesHref = '/reglages/appareils';
export const rulesHref = '/reglages/autorisations';
export const whatIfHref = '/reglages/et-si';
export const padlockHref = '/reglages/cadenas';
export const checklistHref = '/reglages/avant-de-fermer';
export const demoHref = '/demo';
export const demoMailboxHref = '/demo/courrier';
