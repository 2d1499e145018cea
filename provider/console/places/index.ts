/** « Tous les endroits »: from where people come, who may, and what these places are called. */
export { changeEveryone, changePlace, removePlace, showRemoval, undoChange } from './change.ts';
export { moveLines, undoMoved } from './move.ts';
export { namePlace, showNewPlace } from './name.ts';
export { showPlace } from './place.ts';
export { showPlaces } from './show.ts';
