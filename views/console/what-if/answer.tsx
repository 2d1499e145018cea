import type { VNode } from 'preact';
import type { Outcome } from '../../../policies/decision.ts';
import { sayReason, sayWhyNot } from '../../decisions.ts';
import type { Language } from '../../model.ts';
import { sayDay } from '../../moments.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { focusedAtOpening } from '../../parts/notice.tsx';
import { sayTerms } from '../../rules.ts';
import { oneLine, sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { EffectMark } from '../rules/told.tsx';
import type { WhatIfAnswer, WhatIfRule } from './model.ts';

const marks: Readonly<Record<Outcome, { readonly icon: IconName; readonly look: string }>> = {
  allow: { icon: 'check', look: 'authorized' },
  ask: { icon: 'clock', look: 'waiting' },
  deny: { icon: 'cross', look: 'refused' },
};

/** What would be decided, of what, and why; then what every rule that could matter has to say. */
export function Answer({
  answer,
  language,
}: {
  readonly answer: WhatIfAnswer;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.whatIf;
  const { icon, look } = marks[answer.outcome];
  const reasons = [...new Set(answer.reasons.map((reason) => sayReason(reason, language)))];
  return (
    <section class="rule-preview" aria-labelledby="answer">
      <h2 id="answer" tabIndex={-1} {...focusedAtOpening}>
        {words.answer}
      </h2>
      <p class={`mark mark-${look} answer-mark`}>
        <Icon name={icon} />
        {words.outcomes[answer.outcome]}
      </p>
      <p>
        {sayAsked(answer, language)} {words.padlockIs[answer.padlock]}
      </p>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p>
        <a href={answer.personHref}>{words.seePerson}</a>
      </p>
      <h3>{words.rules}</h3>
      {answer.rules.length === 0 && <p>{words.noRules}</p>}
      {answer.rules.length > 0 && (
        <ul class="cards rules">
          {answer.rules.map((rule) => (
            <Line key={rule.href} told={rule} language={language} />
          ))}
        </ul>
      )}
      {answer.untold > 0 && <p class="soft">{words.untold(answer.untold)}</p>}
    </section>
  );
}

/** « Julie Tremblay, dans Amisgest SDG (iPad · Safari, Longueuil), maintenant. » */
function sayAsked(answer: WhatIfAnswer, language: Language): string {
  const words = wordsFor(language).console.whatIf;
  const seenAs = `${sayUsedWith(answer.usedWith, language)}, ${sayWhere(answer.where, language)}`;
  const when = answer.at.at === answer.at.now ? words.now : sayDay(answer.at, language);
  return words.asked(oneLine(answer.personName), oneLine(answer.applicationName), seenAs, when);
}

function Line({ told, language }: { readonly told: WhatIfRule; readonly language: Language }): VNode {
  const words = wordsFor(language).console.whatIf;
  const { why } = told;
  return (
    <li>
      <a class="card-link" href={told.href}>
        <span class="choice-text">
          <EffectMark effect={told.rule.effect} over={false} language={language} />
          <strong>{sayTerms(told.rule, language)}</strong>
          <span class={why.kind === 'decided' ? 'decided' : 'soft'}>
            {why.kind === 'decided' ? words.decided : sayWhyNot(why.unmet, why.because, language)}
          </span>
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  );
}
