import type { VNode } from 'preact';
import { sayReason } from '../../decisions.ts';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { sayRule } from '../../rules.ts';
import { oneLine } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import { closed } from '../../words/names.ts';
import type { ToldRule } from '../rules/model.ts';
import type { ToldReason } from './model.ts';

/** Each reason once, and the rule that made it: what it says, who wrote it, whether it still holds. */
export function Reasons(props: {
  readonly reasons: readonly ToldReason[];
  readonly language: Language;
}): VNode {
  const { reasons, language } = props;
  const told = new Map(reasons.map((one) => [sayReason(one.reason, language), one.rule]));
  return (
    <>
      {[...told].map(([sentence, rule]) => (
        <div key={sentence}>
          <p>{sentence}</p>
          {rule !== 'none' && <RuleTold rule={rule} language={language} />}
        </div>
      ))}
    </>
  );
}

function RuleTold({ rule, language }: { readonly rule: ToldRule; readonly language: Language }): VNode {
  const words = wordsFor(language).console.person;
  const since = sayMoment(rule.since, language);
  const told = [
    rule.by === 'nobody' ? words.ruleSince(since) : words.ruleBy(oneLine(rule.by), since),
    ...(rule.over === 'living' ? [] : [words.ruleOver(sayMoment(rule.over, language))]),
  ];
  return (
    <p class="rule-told">
      <a href={rule.href}>{sayRule(rule.rule, language)}</a>{' '}
      <span class="soft">{told.map(closed).join(' ')}</span>
    </p>
  );
}
