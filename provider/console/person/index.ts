/** « Une personne »: what she signs in with and from where, what she may, and what happened. */
export { setAccess } from './access.ts';
export { showHistory } from './history.ts';
export { move, undo } from './move.ts';
export { showPerson } from './show.ts';
