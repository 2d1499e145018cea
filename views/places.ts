/** Where the pages of the house answer, for the links that every page carries. */
export const homeHref = '/';
export const helpHref = '/aide';
export const privacyHref = '/confidentialite';
export const pendingHref = '/reglages';
export const connectionsHref = '/reglages/connexions';
export const demoHref = '/demo';
export const demoMailboxHref = '/demo/courrier';
