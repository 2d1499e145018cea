import { Page } from '../layout.tsx';
import type { ContinueAsPage } from '../model.ts';
import { Button, PostButton } from '../parts/button.tsx';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function continueAsPage(value: ContinueAsPage): string {
  const words = wordsFor(value.frame.language).continueAs;
  return renderDocument(
    <Page frame={value.frame} title={words.title(value.firstName)}>
      <h1>{words.title(value.firstName)}</h1>
      <p class="lead">{words.explanation(value.applicationName)}</p>
      <div class="actions">
        <form method="post" action={value.action}>
          <Button look="main" name="answer" value="continue">
            {words.submit(value.firstName)}
          </Button>
        </form>
        <PostButton action={value.notYouAction} look="second">
          {words.somebodyElse}
        </PostButton>
      </div>
    </Page>,
  );
}
