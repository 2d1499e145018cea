import type { VNode } from 'preact';

/** A sentence whose `part` is a link, wherever the language puts it. */
export function Linked(props: {
  readonly sentence: string;
  readonly part: string;
  readonly href: string;
}): VNode {
  const at = props.sentence.indexOf(props.part);
  if (at < 0) return <>{props.sentence}</>;
  return (
    <>
      {props.sentence.slice(0, at)}
      <a href={props.href}>{props.part}</a>
      {props.sentence.slice(at + props.part.length)}
    </>
  );
}
