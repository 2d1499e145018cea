import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { MailboxMessagePage, MailboxPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { Icon } from '../parts/icon.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function mailboxPage(value: MailboxPage): string {
  const { language } = value.frame;
  const words = wordsFor(language).mailbox;
  return renderDocument(
    <Page frame={value.frame} title={words.title} width="reading">
      <h1>{words.title}</h1>
      <p class="lead">{value.messages.length === 0 ? words.empty : words.intro}</p>
      {value.messages.length > 0 && (
        <ul class="cards">
          {value.messages.map((message) => (
            <li key={message.href}>
              <a class="card-link" href={message.href}>
                <Icon name="mail" />
                <span class="choice-text">
                  <strong class="addressee">{words.toWhom(message.to)}</strong>
                  <span>{message.subject}</span>
                  <span class="soft">{sayMoment(message.sentAt, language)}</span>
                </span>
                <Icon name="chevron" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>,
  );
}

export function mailboxMessagePage(value: MailboxMessagePage): string {
  const { language } = value.frame;
  const words = wordsFor(language).mailbox;
  const lines: readonly (readonly [string, string])[] = [
    [words.to, value.to],
    [words.from, value.from],
    [words.sent, sayMoment(value.sentAt, language)],
  ];
  return renderDocument(
    <Page frame={value.frame} title={value.subject} width="reading">
      <p class="eyebrow">
        <a href={value.mailboxHref}>{words.back}</a>
      </p>
      <h1 class="subject">{value.subject}</h1>
      <dl class="facts">
        {lines.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <iframe
        class="mail-frame"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={value.htmlHref}
        title={words.frame}
      />
      <details>
        <summary>{words.asText}</summary>
        <p class="mail-text">
          <Clickable text={value.text} />
        </p>
      </details>
    </Page>,
  );
}

/** Only http and https become links; the full stop that ends a sentence is not part of its address. */
function Clickable({ text }: { readonly text: string }): VNode {
  const pieces = text.split(/(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)])/);
  return (
    <>
      {pieces.map((piece, index) =>
        index % 2 === 1 ? (
          <a key={index} href={piece}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </>
  );
}
