import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { DemoApplicationPage } from '../model.ts';
import { LinkButton } from '../parts/button.tsx';
import { Opening } from '../parts/opening.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function demoApplicationPage(value: DemoApplicationPage): string {
  const { demoApplication: words, common } = wordsFor(value.frame.language);
  const { outcome } = value;
  const signedIn = outcome.kind === 'signed-in';
  return renderDocument(
    <Page frame={value.frame} title={value.applicationName} width="reading">
      <Opening
        tone={signedIn ? 'fir' : 'brick'}
        state={signedIn ? 'open' : 'closed'}
        place={value.applicationName}
      />
      <h1>{signedIn ? words.hello(outcome.name) : words.failedTitle(value.applicationName)}</h1>
      <p class="lead">{signedIn ? words.signedIn(value.applicationName) : words.failed}</p>
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

function Received({ value }: { readonly value: DemoApplicationPage }): VNode {
  const words = wordsFor(value.frame.language).demoApplication;
  const { outcome } = value;
  const blocks =
    outcome.kind === 'failed'
      ? [
          { title: words.error, text: outcome.error },
          { title: words.description, text: outcome.description },
        ]
      : [
          { title: words.claims, text: outcome.idTokenClaims },
          { title: words.userinfo, text: outcome.userinfo },
          ...outcome.tokens.map((token) => ({ title: token.name, text: token.value })),
        ];
  return (
    <section>
      <h2>{words.developer}</h2>
      {blocks.map(({ title, text }, index) => (
        <details key={title} open={index < 1 || outcome.kind === 'failed'}>
          <summary>{title}</summary>
          <pre>{text}</pre>
        </details>
      ))}
    </section>
  );
}
