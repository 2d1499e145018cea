import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayUntil } from '../../moments.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Linked } from '../../parts/linked.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Emblem } from '../../parts/padlock.tsx';
import { connectionsHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import type { MemberFound } from '../model.ts';
import { PeopleList } from '../parts/people.tsx';
import { ConsolePage } from '../shell.tsx';
import { ConnectionGrid } from './grid.tsx';
import type { ConnectionsPage, PadlockState, Period } from './model.ts';
import { ConnectionsResult } from './result.tsx';

const periods: readonly Period[] = ['today', '7-days', '30-days', 'all'];

/** The padlock first, then everyone who signed in, the last one first. */
export function connectionsPage(value: ConnectionsPage): string {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.connections;
  return renderDocument(
    <ConsolePage shell={value.shell} title={words.title} scripts={['console.js']} data={dataOf(value)}>
      <ConnectionsResult value={value} />
      <h1>{words.title}</h1>
      <PadlockCard value={value} />
      <Filter value={value} />
      <ToCheck value={value} />
      <div role="status" class="news" />
      {value.lines.length > 0 && <ConnectionGrid lines={value.lines} language={language} />}
      <Empty value={value} />
      <Never people={value.neverSeen} language={language} />
      <OtherLines value={value} />
    </ConsolePage>,
  );
}

/** What the script needs: whom to ask for news, where the first lines are, and the sentences it may say. */
function dataOf(value: ConnectionsPage): Readonly<Record<`data-${string}`, string>> {
  const words = wordsFor(value.shell.frame.language).console.connections;
  return {
    'data-news': value.newsHref,
    'data-news-one': words.newsOne,
    'data-news-many': words.newsMany('#'),
    'data-news-show': words.show,
    ...(value.firstHref === 'these' ? {} : { 'data-first': value.firstHref }),
  };
}

function PadlockCard({ value }: { readonly value: ConnectionsPage }): VNode {
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

/** That the list is short, and why; all of it is one link away. */
function ToCheck({ value }: { readonly value: ConnectionsPage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.connections;
  if (value.filter.only !== 'to-check') return null;
  return (
    <Notice tone="honey" icon="alert">
      <p>
        {words.onlyToCheck} <a href={connectionsHref}>{words.showAll}</a>
      </p>
    </Notice>
  );
}

function sayOpen({ until }: PadlockState, language: Language): string {
  const words = wordsFor(language).console.connections;
  return until === 'further-notice' ? words.open : words.openUntil(sayUntil(until, language));
}

function Filter({ value }: { readonly value: ConnectionsPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.connections;
  const { application, period, search } = value.filter;
  return (
    <search aria-label={words.filter}>
      <form class="filter" method="get" action={connectionsHref}>
        <div class="field">
          <label for="application">{words.application}</label>
          <select id="application" name="application">
            <Choice value="all" chosen={application}>
              {words.everyApplication}
            </Choice>
            {value.applications.map(({ id, name }) => (
              <Choice key={id} value={id} chosen={application}>
                {name}
              </Choice>
            ))}
          </select>
        </div>
        <div class="field field-period">
          <label for="period">{words.period}</label>
          <select id="period" name="period">
            {periods.map((one) => (
              <Choice key={one} value={one} chosen={period}>
                {words.periods[one]}
              </Choice>
            ))}
          </select>
        </div>
        <div class="filter-search">
          <div class="field">
            <label for="search">{words.search}</label>
            <input
              id="search"
              name="search"
              type="search"
              value={search}
              autoComplete="off"
              maxLength={100}
            />
          </div>
          {value.filter.only === 'to-check' && <input type="hidden" name="only" value="to-check" />}
          <Button look="second">{words.show}</Button>
        </div>
      </form>
    </search>
  );
}

function Choice(props: {
  readonly value: string;
  readonly chosen: string;
  readonly children: string;
}): VNode {
  return (
    <option value={props.value} selected={props.value === props.chosen}>
      {props.children}
    </option>
  );
}

/** Nobody yet, or nobody who matches: what it means, and what to do. */
function Empty({ value }: { readonly value: ConnectionsPage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.connections;
  if (value.lines.length > 0 || value.neverSeen.length > 0) return null;
  if (value.counts.connections === 0)
    return (
      <section class="empty">
        <h2>{words.nobodyTitle}</h2>
        <p>{words.nobody}</p>
      </section>
    );
  return (
    <section class="empty">
      <h2>{words.nothingTitle}</h2>
      <p>{words.nothing}</p>
      <p>
        <a href={`${connectionsHref}?period=all`}>{words.showAll}</a>
      </p>
    </section>
  );
}

function Never(props: {
  readonly people: readonly MemberFound[];
  readonly language: Language;
}): VNode | null {
  const words = wordsFor(props.language).console.connections;
  if (props.people.length === 0) return null;
  return (
    <section>
      <h2>{words.neverTitle}</h2>
      <p>{words.never(props.people.length)}</p>
      <PeopleList people={props.people} />
    </section>
  );
}

function OtherLines({ value }: { readonly value: ConnectionsPage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.connections;
  if (value.nextHref === 'none' && value.firstHref === 'these') return null;
  return (
    <p class="other-lines">
      {value.firstHref !== 'these' && <a href={value.firstHref}>{words.first}</a>}
      {value.nextHref !== 'none' && (
        <a href={value.nextHref} rel="next">
          {words.next}
        </a>
      )}
    </p>
  );
}
