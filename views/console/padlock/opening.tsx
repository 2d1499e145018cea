import { Button } from '../../parts/button.tsx';
import { Emblem } from '../../parts/padlock.tsx';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import type { OpeningPage } from './model.ts';

/** One question, two lengths. */
export function openingPage({ shell, action, cancelHref }: OpeningPage): string {
  const { console: words, common } = wordsFor(shell.frame.language);
  return renderDocument(
    <ConsolePage shell={shell} title={words.opening.title}>
      <Emblem tone="honey" state="open" />
      <h1>{words.opening.title}</h1>
      <p class="lead">{words.opening.means}</p>
      <p>
        {words.opening.byItself} {words.opening.told}
      </p>
      <form class="decide" method="post" action={action}>
        <Button look="main" name="for" value="1h">
          {words.opening.forAnHour}
        </Button>
        <Button look="second" name="for" value="open">
          {words.opening.forLong}
        </Button>
        <a class="button button-quiet" href={cancelHref}>
          {common.cancel}
        </a>
      </form>
    </ConsolePage>,
  );
}
