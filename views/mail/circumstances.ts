import type { Language, Moment, UsedWith, Where } from '../model.ts';
import { sayClock } from '../moments.ts';
import { sayDevice, shortened } from '../said.ts';
import { sayWhere } from '../where.ts';

interface Seen {
  readonly language: Language;
  readonly usedWith: UsedWith;
  readonly where: Where;
}

/** « 6 h 47, iPad, Longueuil », at the end of a subject; a place that is not known is left out. */
export function circumstances({ language, usedWith, where }: Seen, at: Moment): string {
  const place = where.kind === 'unknown' ? [] : [shortened(sayWhere(where, language), 40)];
  return [sayClock(at, language), shortened(sayDevice(usedWith, language), 40), ...place].join(', ');
}
