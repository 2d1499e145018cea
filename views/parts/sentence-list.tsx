import type { VNode } from 'preact';

/** Sentences one under the other; a list only when there is more than one. */
export function SentenceList(props: { readonly sentences: readonly string[] }): VNode {
  const [only, ...more] = props.sentences;
  if (more.length === 0) return <p>{only}</p>;
  return (
    <ul class="sentences">
      {props.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
