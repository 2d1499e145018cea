import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { oneLine } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import type { PersonThere, PlacesPage, StandingThere } from './model.ts';

const marks: Readonly<Record<StandingThere, { readonly icon: IconName; readonly look: string }>> = {
  'let-in': { icon: 'check', look: 'authorized' },
  always: { icon: 'check', look: 'authorized' },
  waits: { icon: 'clock', look: 'waiting' },
  refused: { icon: 'cross', look: 'refused' },
  apart: { icon: 'alert', look: 'refused' },
};

/** Everyone who comes to one place, and whether each may enter. */
export function PeopleThere(props: {
  readonly people: readonly PersonThere[];
  readonly more: number;
  readonly padlock: PlacesPage['padlock'];
  readonly language: Language;
}): VNode {
  const words = wordsFor(props.language).console.places;
  // Under an open padlock nobody waits yet.
  const standings =
    props.padlock === 'open' ? { ...words.standings, ...words.standingsOpen } : words.standings;
  return (
    <ul class="people-there">
      {props.people.map(({ name, href, standing }) => (
        <li key={href}>
          <a href={href}>{oneLine(name)}</a>{' '}
          <span class={`mark mark-${marks[standing].look}`}>
            <Icon name={marks[standing].icon} />
            {standings[standing]}
          </span>
        </li>
      ))}
      {props.more > 0 && <li class="soft">{words.morePeople(props.more)}</li>}
    </ul>
  );
}
