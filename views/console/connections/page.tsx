import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { Notice } from '../../parts/notice.tsx';
import { connectionsHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import type { MemberFound } from '../model.ts';
import { EmptyList } from '../parts/empty.tsx';
import { PageLinks } from '../parts/page-links.tsx';
import { PeopleList } from '../parts/people.tsx';
import { ConsolePage } from '../shell.tsx';
import { Filter } from './filter.tsx';
import { ConnectionGrid } from './grid.tsx';
import type { ConnectionsPage } from './model.ts';
import { PadlockCard } from './padlock-card.tsx';
import { ConnectionsResult } from './result.tsx';

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
      <PageLinks firstHref={value.firstHref} nextHref={value.nextHref} words={words} />
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

/** Nobody yet, or nobody who matches: what it means, and what to do. */
function Empty({ value }: { readonly value: ConnectionsPage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.connections;
  if (value.lines.length > 0 || value.neverSeen.length > 0) return null;
  if (value.counts.connections === 0)
    return <EmptyList title={words.nobodyTitle} sentence={words.nobody} all="none" />;
  return (
    <EmptyList
      title={words.nothingTitle}
      sentence={words.nothing}
      all={{ href: `${connectionsHref}?period=all`, words: words.showAll }}
    />
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
