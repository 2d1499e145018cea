import type { Actor } from './actors.ts';
import type { Hand, HandKind, Part } from './hands.ts';
import type { Stage } from './stage.ts';

/** One sentence of issue 4, and how it is seen to be so. */
export interface Row {
  readonly sentence: string;
  readonly who: Actor;
  /** Hands that it cannot be asked of, and why. */
  readonly without?: Partial<Record<HandKind, string>>;
  steps(hand: Hand, stage: Stage): Promise<void>;
}

export const reads = async (hand: Hand, ...wanted: readonly RegExp[]): Promise<void> =>
  says(await hand.words(), ...wanted);

export async function readsIn(hand: Hand, part: Part, ...wanted: readonly RegExp[]): Promise<void> {
  says(await hand.words(part), ...wanted);
}

export async function doesNotRead(hand: Hand, ...unwanted: readonly RegExp[]): Promise<void> {
  const words = await hand.words();
  for (const one of unwanted) if (one.test(words)) throw new Error(`${one} is in: ${words}`);
}

/** Fails with what was said instead. */
export function says(words: string, ...wanted: readonly RegExp[]): void {
  for (const one of wanted) if (!one.test(words)) throw new Error(`no ${one} in: ${words}`);
}

export const row = (has: Part['has']): Part => ({ role: 'row', has });
export const line = (has: Part['has']): Part => ({ role: 'listitem', has });
export const card = (has: Part['has']): Part => ({ role: 'article', has });
/** The sentence that says what the last button did, with its way back. */
export const result: Part = { role: 'status', has: /./ };
/** A fieldset, by its legend. */
export const group = (has: Part['has']): Part => ({ role: 'group', has });
/** A section, by its heading. */
export const region = (has: Part['has']): Part => ({ role: 'region', has });

/** On a phone each of two lists is a tab. */
export async function see(hand: Hand, list: RegExp): Promise<void> {
  const tab = hand.page.locator('.list-tabs').getByRole('link', { name: list });
  if (await tab.isVisible()) await hand.press(list, { role: 'navigation', has: /^Non autorisés/ });
}
