import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { padlockHref, pendingHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { PageLinks } from '../parts/page-links.tsx';
import { ConsolePage } from '../shell.tsx';
import { RequestCard } from './card.tsx';
import type { PendingCard, PendingPage } from './model.ts';
import { PendingResultNotice } from './result.tsx';
import { Several } from './several.tsx';

/** Who waits now, the newest first, each whole; those whose page was closed are folded. */
export function pendingPage(value: PendingPage): string {
  const { shell } = value;
  const { language } = shell.frame;
  const { pending: words } = wordsFor(language);
  const newestFirst = value.requests.toSorted(
    (one, other) => other.request.openedAt.at - one.request.openedAt.at,
  );
  const open = newestFirst.filter(({ page }) => page === 'open');
  const older = newestFirst.filter(({ page }) => page === 'closed');
  return renderDocument(
    <ConsolePage shell={shell} title={words.title} scripts={['code.js', 'console.js']} data={dataOf(value)}>
      <PendingResultNotice value={value} />
      <h1>{words.title}</h1>
      <p class="lead">
        {words.hello(shell.firstName)} {words.count(value.waiting)}
      </p>
      <div role="status" class="news" />
      {value.padlock === 'open' && (
        <Notice tone="honey" icon="info">
          <p>
            {words.padlockOpen} <a href={padlockHref}>{words.toPadlock}</a>
          </p>
        </Notice>
      )}
      {open.length > 0 && (
        <ul class="request-cards">
          {open.map((card) => (
            <RequestCard key={card.href} card={card} language={language} />
          ))}
        </ul>
      )}
      <Several cards={open} action={value.severalAction} language={language} />
      {older.length > 0 && (
        <details>
          <summary>
            {words.older} ({older.length})
          </summary>
          <p class="soft">{words.olderHint}</p>
          <Older cards={older} language={language} />
        </details>
      )}
      <PageLinks firstHref={value.firstHref} nextHref={value.nextHref} words={words} />
    </ConsolePage>,
  );
}

/** What the script needs to announce a new request without moving the cards. */
function dataOf(value: PendingPage): Readonly<Record<`data-${string}`, string>> {
  const words = wordsFor(value.shell.frame.language).pending;
  return {
    'data-news': value.newsHref,
    'data-news-one': words.newsOne,
    'data-news-many': words.newsMany('#'),
    'data-news-show': words.show,
    'data-news-every': '5',
    'data-first': pendingHref,
  };
}

function Older(props: { readonly cards: readonly PendingCard[]; readonly language: Language }): VNode {
  const { pending: words, devices } = wordsFor(props.language);
  return (
    <ul class="cards">
      {props.cards.map(({ href, request }) => (
        <li key={href}>
          <a class="card-link" href={href}>
            <Icon name={request.usedWith.device} />
            <span class="choice-text">
              <strong>{`${request.person.firstName} ${request.person.lastName}`}</strong>
              <span>{words.line(request.applicationName, devices.one(request.usedWith))}</span>
              <span class="soft">{`${sayWhere(request.where, props.language)}\u00a0· ${sayMoment(request.openedAt, props.language)}`}</span>
            </span>
            <Icon name="chevron" />
          </a>
        </li>
      ))}
    </ul>
  );
}
