import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { renderDocument } from '../../render.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import type { PendingPage } from './model.ts';

type PendingRequest = PendingPage['requests'][number];

/** Who waits now, the newest first; those whose page was closed are folded. */
export function pendingPage(value: PendingPage): string {
  const { shell } = value;
  const { language } = shell.frame;
  const { pending: words } = wordsFor(language);
  const newestFirst = value.requests.toSorted((one, other) => other.openedAt.at - one.openedAt.at);
  const open = newestFirst.filter(({ page }) => page === 'open');
  const older = newestFirst.filter(({ page }) => page === 'closed');
  return renderDocument(
    <ConsolePage shell={shell} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">
        {words.hello(shell.firstName)} {words.count(open.length)}
      </p>
      {open.length > 0 && <Requests requests={open} language={language} />}
      {older.length > 0 && (
        <details>
          <summary>
            {words.older} ({older.length})
          </summary>
          <p class="soft">{words.olderHint}</p>
          <Requests requests={older} language={language} />
        </details>
      )}
    </ConsolePage>,
  );
}

function Requests(props: {
  readonly requests: readonly PendingRequest[];
  readonly language: Language;
}): VNode {
  const { pending: words, devices } = wordsFor(props.language);
  return (
    <ul class="cards">
      {props.requests.map(({ href, personName, applicationName, usedWith, where, openedAt }) => (
        <li key={href}>
          <a class="card-link" href={href}>
            <Icon name={usedWith.device} />
            <span class="choice-text">
              <strong>{personName}</strong>
              <span>{words.line(applicationName, devices.one(usedWith))}</span>
              <span class="soft">{`${sayWhere(where, props.language)}\u00a0· ${sayMoment(openedAt, props.language)}`}</span>
            </span>
            <Icon name="chevron" />
          </a>
        </li>
      ))}
    </ul>
  );
}
