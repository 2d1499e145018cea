/** « Autorisations et refus »: the list, the form with what it would change, and what is written. */
export { showNewRule, showRule } from './form.ts';
export { showRules } from './list.ts';
export { retireRule, saveNewRule, saveRule, undoLast } from './save.ts';
