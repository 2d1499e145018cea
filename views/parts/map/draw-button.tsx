import type { VNode } from 'preact';
import type { CircleFieldsValue } from './model.ts';

/** Sends the form as it stands to the page itself, by GET: what is not filled in yet is no obstacle. */
export function DrawButton(props: {
  readonly value: CircleFieldsValue;
  readonly name: 'find' | 'move' | 'pick' | 'draw';
  readonly says: string;
  readonly look?: 'second' | 'quiet';
  readonly children: string;
}): VNode {
  return (
    <button
      type="submit"
      class={`button button-${props.look ?? 'second'}`}
      name={props.name}
      value={props.says}
      formmethod="get"
      formaction={`${props.value.drawHref}#${props.value.id}`}
      formnovalidate
    >
      {props.children}
    </button>
  );
}
