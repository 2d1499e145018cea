import type { VNode } from 'preact';

/** A list without lines: what that means, and the way to all of them where there are some. */
export function EmptyList(props: {
  readonly title: string;
  readonly sentence: string;
  readonly all: { readonly href: string; readonly words: string } | 'none';
}): VNode {
  const { title, sentence, all } = props;
  return (
    <section class="empty">
      <h2>{title}</h2>
      <p>{sentence}</p>
      {all !== 'none' && (
        <p>
          <a href={all.href}>{all.words}</a>
        </p>
      )}
    </section>
  );
}
