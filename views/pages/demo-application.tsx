import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { DemoApplicationPage } from '../model.ts';
import { LinkButton } from '../parts/button.tsx';
import { Opening } from '../parts/opening.tsx';
import type { Tone } from '../parts/padlock.tsx';
import { renderDocument } from '../render.ts';
import { type Words, wordsFor } from '../words/index.ts';

interface Said {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence: string;
}

export function demoApplicationPage(value: DemoApplicationPage): string {
  const { demoApplication: words, common } = wordsFor(value.frame.language);
  const signedIn = value.outcome.kind === 'signed-in';
  const { tone, title, sentence } = saidOf(value, words);
  return renderDocument(
    <Page frame={value.frame} title={signedIn ? value.applicationName : title} width="reading">
      <Opening tone={tone} state={signedIn ? 'open' : 'closed'} place={value.applicationName} />
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      <div class="actions actions-row">
        <LinkButton href={signedIn ? value.logoutHref : value.againHref} look="main">
          {signedIn ? common.signOut : words.again}
        </LinkButton>
        {signedIn && (
          <LinkButton href={value.againHref} look="second">
            {words.again}
          </LinkButton>
        )}
        <LinkButton href={value.demoHref} look="second">
          {words.back}
        </LinkButton>
      </div>
      <Received value={value} />
    </Page>,
  );
}

/** An application cannot tell a refusal from a change of mind (`access_denied`): the sentence is true of both. */
function saidOf({ outcome, applicationName }: DemoApplicationPage, words: Words['demoApplication']): Said {
  if (outcome.kind === 'signed-in')
    return { tone: 'fir', title: words.hello(outcome.name), sentence: words.signedIn(applicationName) };
  if (outcome.error === 'access_denied')
    return { tone: 'sky', title: words.notDoneTitle, sentence: words.notDone };
  if (outcome.error === 'stale_return')
    return { tone: 'honey', title: words.staleTitle, sentence: words.stale };
  return { tone: 'brick', title: words.failedTitle(applicationName), sentence: words.failed };
}

/** What an error says is English, like every error of the protocol: it stays folded. */
function Received({ value }: { readonly value: DemoApplicationPage }): VNode {
  const words = wordsFor(value.frame.language).demoApplication;
  const { outcome } = value;
  if (outcome.kind === 'failed')
    return (
      <details>
        <summary>{words.developer}</summary>
        <pre lang="en">{[outcome.error, outcome.description].filter(Boolean).join('\n')}</pre>
      </details>
    );
  const blocks = [
    { title: words.claims, text: outcome.idTokenClaims },
    { title: words.userinfo, text: outcome.userinfo },
    ...outcome.tokens.map((token) => ({ title: token.name, text: token.value })),
  ];
  return (
    <section>
      <h2>{words.developer}</h2>
      {blocks.map(({ title, text }, index) => (
        <details key={title} open={index < 1}>
          <summary>{title}</summary>
          <pre>{text}</pre>
        </details>
      ))}
    </section>
  );
}
