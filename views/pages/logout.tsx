import { Page } from '../layout.tsx';
import type { LogoutPage } from '../model.ts';
import { Button } from '../parts/button.tsx';
import { Emblem } from '../parts/padlock.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function logoutPage({ frame, state }: LogoutPage): string {
  const words = wordsFor(frame.language).logout;
  if (state.kind === 'done') {
    return renderDocument(
      <Page frame={frame} title={words.doneTitle}>
        <Emblem tone="fir" />
        <h1>{words.doneTitle}</h1>
        <p class="lead">{words.done}</p>
      </Page>,
    );
  }
  return renderDocument(
    <Page frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.question}</p>
      <form class="actions" method="post" action={state.action}>
        <input type="hidden" name="xsrf" value={state.xsrf} />
        <Button look="main" name="logout" value="yes">
          {words.yes}
        </Button>
        <Button look="second">{words.no}</Button>
      </form>
    </Page>,
  );
}
