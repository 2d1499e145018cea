import type { VNode } from 'preact';
import type { Outcome } from '../../../policies/decision.ts';
import { sayDecision } from '../../decisions.ts';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { Why } from '../parts/why.tsx';
import type { PersonPage } from './model.ts';

const marks: Readonly<Record<Outcome, { readonly icon: IconName; readonly look: string }>> = {
  allow: { icon: 'check', look: 'authorized' },
  ask: { icon: 'clock', look: 'waiting' },
  deny: { icon: 'cross', look: 'refused' },
};

/** What happened, the latest first, each with its reason. */
export function History({ value }: { readonly value: PersonPage }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.person;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      {value.history.length === 0 ? (
        <p class="soft">{words.historyNone}</p>
      ) : (
        <ol class="history">
          {value.history.map((attempt, index) => (
            <Attempt key={index} attempt={attempt} language={language} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Attempt(props: {
  readonly attempt: PersonPage['history'][number];
  readonly language: Language;
}): VNode {
  const { attempt, language } = props;
  const words = wordsFor(language).console.person;
  const { icon, look } = marks[attempt.outcome];
  return (
    <li>
      <p class="attempt">
        <span class={`mark mark-${look}`}>
          <Icon name={icon} />
          {words.outcomes[attempt.outcome]}
        </span>{' '}
        <time dateTime={new Date(attempt.at.at).toISOString()}>{sayMoment(attempt.at, language)}</time>,{' '}
        {words.inApplication(attempt.applicationName)}
      </p>
      <p class="soft">
        {`${sayUsedWith(attempt.usedWith, language)}\u00a0· ${sayWhere(attempt.where, language)}`}
      </p>
      <Why language={language}>
        <p>{sayDecision(attempt.outcome, attempt.reasons, language)}</p>
      </Why>
    </li>
  );
}
