import type { VNode } from 'preact';
import type { Outcome } from '../../../policies/decision.ts';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { sayEntry } from '../parts/meanwhile.tsx';
import { Why } from '../parts/why.tsx';
import type { HistoryEvent } from './model.ts';
import { Reasons } from './reasons.tsx';

type Attempt = Extract<HistoryEvent, { readonly kind: 'attempt' }>;
type Act = Extract<HistoryEvent, { readonly kind: 'act' }>;

const marks: Readonly<Record<Outcome, { readonly icon: IconName; readonly look: string }>> = {
  allow: { icon: 'check', look: 'authorized' },
  ask: { icon: 'clock', look: 'waiting' },
  deny: { icon: 'cross', look: 'refused' },
};

/** What happened, the latest first: attempts, each with its reason, and what administrators did about her. */
export function History(props: {
  readonly events: readonly HistoryEvent[];
  readonly language: Language;
}): VNode {
  const { events, language } = props;
  if (events.length === 0) return <p class="soft">{wordsFor(language).console.person.historyNone}</p>;
  return (
    <ol class="history">
      {events.map((event, index) => (
        <li key={index}>
          {event.kind === 'attempt' ? (
            <AttemptTold attempt={event} language={language} />
          ) : (
            <ActTold act={event} language={language} />
          )}
        </li>
      ))}
    </ol>
  );
}

function AttemptTold({
  attempt,
  language,
}: {
  readonly attempt: Attempt;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.person;
  const { icon, look } = marks[attempt.outcome];
  return (
    <>
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
        <Reasons reasons={attempt.reasons} language={language} />
      </Why>
    </>
  );
}

function ActTold({ act, language }: { readonly act: Act; readonly language: Language }): VNode {
  const words = wordsFor(language).console.person;
  const told = sayEntry(act.entry, language);
  return (
    <p class="act with-icon">
      <Icon name="person" />
      <span>{act.access === 'same' ? told : words.accessBecame(told, words.accesses[act.access].name)}</span>
    </p>
  );
}
