import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayUntil } from '../../moments.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Linked } from '../../parts/linked.tsx';
import { Emblem } from '../../parts/padlock.tsx';
import { wordsFor } from '../../words/index.ts';
import type { ConnectionsPage, PadlockState } from './model.ts';

/** The padlock with its state in words, and what it means for how many. */
export function PadlockCard({ value }: { readonly value: ConnectionsPage }): VNode {
  const { padlock, counts } = value;
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.connections;
  const closed = padlock.state === 'closed';
  return (
    <div class="padlock-card">
      <Emblem tone={closed ? 'fir' : 'honey'} state={padlock.state} />
      <h2>{closed ? words.closed : sayOpen(padlock, language)}</h2>
      <p>
        {closed ? words.closedMeans : words.openMeans}{' '}
        {!closed && padlock.until !== 'further-notice' && `${words.closesByItself} `}
        {counts.connections > 0 && <Counts value={value} />}
      </p>
      {padlock.checklistHref !== 'none' && (
        <p>
          <a href={padlock.checklistHref}>{words.checklist}</a>
        </p>
      )}
      <LinkButton href={padlock.href} look={closed ? 'second' : 'main'}>
        {closed ? words.toOpen : words.toClose}
      </LinkButton>
    </div>
  );
}

/** How many are to be checked is where they are. */
function Counts({ value }: { readonly value: ConnectionsPage }): VNode {
  const { people, connections, toCheck } = value.counts;
  const words = wordsFor(value.shell.frame.language).console.connections;
  const sentence = words.counts(people, connections, toCheck);
  if (toCheck === 0) return <>{sentence}</>;
  return <Linked sentence={sentence} part={words.toCheck(toCheck)} href={value.toCheckHref} />;
}

function sayOpen({ until }: PadlockState, language: Language): string {
  const words = wordsFor(language).console.connections;
  return until === 'further-notice' ? words.open : words.openUntil(sayUntil(until, language));
}
