import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';

/** The reason of a decision, folded until it is asked for. */
export function Why(props: { readonly language: Language; readonly children: ComponentChildren }): VNode {
  return (
    <details class="why-fold">
      <summary>{wordsFor(props.language).console.person.why}</summary>
      <div>{props.children}</div>
    </details>
  );
}
