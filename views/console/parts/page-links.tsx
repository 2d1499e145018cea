import type { VNode } from 'preact';

/** The pages of a list that is cut by key: back to its first lines, and on to the next. */
export function PageLinks(props: {
  readonly firstHref: string | 'these';
  readonly nextHref: string | 'none';
  readonly words: { readonly first: string; readonly next: string };
}): VNode | null {
  const { firstHref, nextHref, words } = props;
  if (nextHref === 'none' && firstHref === 'these') return null;
  return (
    <p class="other-lines">
      {firstHref !== 'these' && <a href={firstHref}>{words.first}</a>}
      {nextHref !== 'none' && (
        <a href={nextHref} rel="next">
          {words.next}
        </a>
      )}
    </p>
  );
}
