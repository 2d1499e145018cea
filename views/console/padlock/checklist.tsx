import type { VNode } from 'preact';
import { LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { connectionsHref, devicesHref, padlockHref, placesHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { type Words, wordsFor } from '../../words/index.ts';
import { PeopleList } from '../parts/people.tsx';
import { ConsolePage } from '../shell.tsx';
import type { ChecklistPage, Ready } from './model.ts';

/** What to look at before the padlock is closed for the first time: what is done says so, the rest leads to where it is done. */
export function checklistPage(value: ChecklistPage): string {
  const { shell } = value;
  const { console: words, common } = wordsFor(shell.frame.language);
  const { checklist } = words;
  const items = itemsOf(value, checklist);
  const left = items.filter(({ ready }) => ready === 'todo').length;
  return renderDocument(
    <ConsolePage shell={shell} title={checklist.title}>
      <p class="eyebrow">
        <a href={connectionsHref}>{words.toConnections}</a>
      </p>
      <h1>{checklist.title}</h1>
      <p class="lead">{checklist.left(left)}</p>
      <ol class="checklist">
        {items.map((item) => (
          <Line key={item.title} item={item} words={checklist} />
        ))}
      </ol>
      <div class="decide">
        <LinkButton href={padlockHref} look={left === 0 ? 'main' : 'second'}>
          {checklist.toClosing}
        </LinkButton>
        <LinkButton href={connectionsHref} look="quiet">
          {common.cancel}
        </LinkButton>
      </div>
    </ConsolePage>,
  );
}

interface Item {
  readonly ready: Ready;
  readonly title: string;
  readonly says: string;
  readonly more?: VNode;
}

function itemsOf(value: ChecklistPage, words: Words['console']['checklist']): readonly Item[] {
  const doneIf = (done: boolean): Ready => (done ? 'done' : 'todo');
  const { administrators, neverSeen, sitesWithoutPhone } = value;
  return [
    {
      ready: doneIf(administrators.length >= 2),
      title: words.administrators,
      says: words.administratorsAre(administrators),
    },
    {
      ready: value.ownConnection,
      title: words.own,
      says: value.ownConnection === 'done' ? words.ownEnters : words.ownStopped,
      ...(value.ownConnection !== 'done' && { more: <a href={padlockHref}>{words.authorizeOwn}</a> }),
    },
    {
      ready: doneIf(neverSeen.length === 0),
      title: words.team,
      says: words.seen(value.members - neverSeen.length, value.members),
      ...(neverSeen.length > 0 && {
        more: (
          <details>
            <summary>{words.who}</summary>
            <PeopleList people={neverSeen} />
          </details>
        ),
      }),
    },
    {
      ready: doneIf(value.namedPlaces > 0),
      title: words.places,
      says: words.placesAre(value.namedPlaces),
      more: <a href={placesHref}>{words.seePlaces}</a>,
    },
    {
      ready: 'note',
      title: words.shared,
      says: words.sharedMeans,
      more: <a href={devicesHref}>{words.seeDevices}</a>,
    },
    {
      ready: doneIf(sitesWithoutPhone.length === 0),
      title: words.onCall,
      says: sitesWithoutPhone.length === 0 ? words.everyPhone : words.withoutPhone(sitesWithoutPhone),
    },
    {
      ready: doneIf(value.stopped === 0),
      title: words.rehearsal,
      says: words.wouldWait(value.stopped),
      more: <a href={padlockHref}>{words.seeRehearsal}</a>,
    },
    { ready: 'note', title: words.tell, says: words.tellMeans },
  ];
}

const marks = {
  done: { icon: 'check', look: 'authorized' },
  todo: { icon: 'alert', look: 'waiting' },
  note: { icon: 'info', look: 'open' },
} as const;

function Line({
  item,
  words,
}: {
  readonly item: Item;
  readonly words: Words['console']['checklist'];
}): VNode {
  const { ready, title, says, more } = item;
  const { icon, look } = marks[ready];
  return (
    <li>
      <h2>
        <span class={`mark mark-${look}`}>
          <Icon name={icon} />
          {words.marks[ready]}
        </span>
        {title}
      </h2>
      <p>{says}</p>
      {more}
    </li>
  );
}
