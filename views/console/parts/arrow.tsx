import type { ComponentChildren, VNode } from 'preact';

export type Move = 'authorize' | 'withdraw' | 'authorize-all' | 'withdraw-all';

/** A button between two lists: posts `move`. */
export function Arrow(props: { readonly move: Move; readonly children: ComponentChildren }): VNode {
  return (
    <button
      type="submit"
      class={`button button-second arrow arrow-${props.move}`}
      name="move"
      value={props.move}
    >
      {props.children}
    </button>
  );
}
