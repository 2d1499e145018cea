/** « Appareils »: what people sign in with, and what an administrator says of it. */
export { describe, found, separate, share, undo } from './change.ts';
export { join, showJoin } from './join.ts';
export { showDevices } from './list.ts';
export { reportLost, showLost } from './lost.ts';
export { showDevice } from './show.ts';
