import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { Language, PendingPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { PostButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { renderDocument } from '../render.ts';
import { sayWhere } from '../where.ts';
import { wordsFor } from '../words/index.ts';

type PendingRequest = PendingPage['requests'][number];

/** Who waits now, the newest first; those whose page was closed are folded. */
export function pendingPage(value: PendingPage): string {
  const { language } = value.frame;
  const { pending: words, common } = wordsFor(language);
  const newestFirst = value.requests.toSorted((one, other) => other.openedAt.at - one.openedAt.at);
  const open = newestFirst.filter(({ page }) => page === 'open');
  const older = newestFirst.filter(({ page }) => page === 'closed');
  return renderDocument(
    <Page frame={value.frame} title={words.title} width="reading">
      <p class="eyebrow">{words.eyebrow(value.organizationName)}</p>
      <h1>{words.title}</h1>
      <p class="lead">
        {words.hello(value.firstName)} {words.count(open.length)}
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
      <div class="quiet-row">
        <PostButton action={value.logoutAction} look="quiet">
          {common.signOut}
        </PostButton>
      </div>
    </Page>,
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
