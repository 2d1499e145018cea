import type { Outcome, Reason } from '../policies/decision.ts';
import type { UnmetCondition } from '../policies/rules.ts';
import type { Language } from './model.ts';
import { wordsFor } from './words/index.ts';

/** What was decided and why, for an administrator. */
export function sayDecision(outcome: Outcome, reasons: readonly Reason[], language: Language): string {
  const sentences = reasons.map((reason) => sayReason(reason, language));
  return [wordsFor(language).explained.outcomes[outcome], ...new Set(sentences)].join(' ');
}

/** One sentence, for an administrator: a person who asks never reads what a rule says. */
export function sayReason(reason: Reason, language: Language): string {
  const { reasons, moments, explained, common } = wordsFor(language);
  const words = reasons.administrator;
  switch (reason.kind) {
    case 'impossible-travel': {
      const kilometers = new Intl.NumberFormat(common.lang).format(reason.kilometers);
      return words['impossible-travel'](kilometers, moments.earlier(reason.hours * 60));
    }
    case 'refusal-undecided':
      return words['refusal-undecided'](explained.unknown[reason.unknown]);
    default:
      return words[reason.kind];
  }
}

/** Why a rule did not decide: the first condition that it lacked, or that something stronger did. */
export function sayWhyNot(
  unmet: UnmetCondition | 'outranked',
  because: 'different' | 'unknown' | 'none',
  language: Language,
): string {
  const words = wordsFor(language).explained;
  if (unmet === 'outranked') return words.outranked;
  return because === 'unknown' ? words.unknown[unmet] : words.different[unmet];
}
