import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { oneLine } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import type { ToldRule } from './model.ts';

/** Authorization or refusal, in force or over: icon, word and colour. */
export function EffectMark(props: {
  readonly effect: 'allow' | 'deny';
  readonly over: boolean;
  readonly language: Language;
}): VNode {
  const { effect, over, language } = props;
  const words = wordsFor(language).console.rules;
  const look = over ? 'open' : effect === 'allow' ? 'authorized' : 'refused';
  return (
    <span class={`mark mark-${look}`}>
      <Icon name={over ? 'clock' : effect === 'allow' ? 'check' : 'cross'} />
      {over ? words.over[effect] : words.effects[effect]}
    </span>
  );
}

/** « Demande autorisée, par Sylvie Gagnon, hier à 6 h 49 ». */
export function sayOrigin({ origin, by, since }: ToldRule, language: Language): string {
  const words = wordsFor(language).console.rules;
  const who = by === 'nobody' ? [] : [words.by(oneLine(by))];
  return [words.origins[origin], ...who, sayMoment(since, language)].join(', ');
}
