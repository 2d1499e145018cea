/** The full stop of a sentence, which « 6:47 a.m. » already has. */
export function closed(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** « Sylvie, Marc et Nadia »: names joined as a sentence joins them. */
export function sentenceOf(names: readonly string[], between: string, beforeLast: string): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  const others = names.slice(0, -1);
  return others.length === 0 ? last : `${others.join(between)}${beforeLast}${last}`;
}
