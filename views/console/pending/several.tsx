import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { Button } from '../../parts/button.tsx';
import { wordsFor } from '../../words/index.ts';
import type { PendingCard } from './model.ts';

/** One answer to those whose box was ticked on their own card: a look at each comes first. */
export function Several(props: {
  readonly cards: readonly PendingCard[];
  readonly action: string;
  readonly language: Language;
}): VNode | null {
  const choosable = props.cards.filter(({ choice }) => choice !== 'none').length;
  if (choosable < 2) return null;
  const { pending: words } = wordsFor(props.language);
  return (
    <form id="several" class="several" method="post" action={props.action}>
      <h2>{words.several}</h2>
      <p>{words.severalHint}</p>
      <div class="answers">
        <Button look="main" name="answer" value="approve">
          {words.approveSeveral}
        </Button>
        <Button look="danger" name="answer" value="refuse">
          {words.refuseSeveral}
        </Button>
      </div>
    </form>
  );
}
