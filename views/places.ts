/** Where the pages of the house answer, for the links that every page carries. */
export const helpHref = '/aide';
export const privacyHref = '/confidentialite';
export const demoHref = '/demo';
