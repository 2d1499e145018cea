import { Page } from '../layout.tsx';
import type { ProofPage } from '../model.ts';
import { Button, PostButton } from '../parts/button.tsx';
import { KeyFields } from '../parts/key-fields.tsx';
import { Opening } from '../parts/opening.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

/** Passes in a blink where scripts run, and says no more than it has to; its button does the same by hand. */
export function proofPage(value: ProofPage): string {
  const { proof: words, common } = wordsFor(value.frame.language);
  const title = words.title(value.firstName);
  return renderDocument(
    <Page frame={value.frame} title={title} scripts={['proof.js']}>
      <Opening tone="sky" place={value.applicationName} />
      <h1>{title}</h1>
      <p class="lead" role="status">
        {words.recognizing}
      </p>
      <form class="stack" method="post" action={value.action} data-challenge={value.challenge} data-by-itself>
        <p class="soft">{words.stays}</p>
        <Button look="main">{words.submit}</Button>
        <KeyFields />
      </form>
      <div class="quiet-row">
        <PostButton action={value.notYouAction} look="quiet">
          {common.notYou}
        </PostButton>
      </div>
    </Page>,
  );
}
