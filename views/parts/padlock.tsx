import type { VNode } from 'preact';

export type Tone = 'sky' | 'fir' | 'honey' | 'brick';

/** The mark of the house. Open, its shackle turns away. */
export function Padlock({ state }: { readonly state: 'open' | 'closed' }): VNode {
  return (
    <svg class={`padlock padlock-${state}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="shackle" d="M10 14.5V10a6 6 0 0 1 12 0v4.5" />
      <rect x="6" y="14" width="20" height="14" rx="4" />
      <circle class="keyhole" cx="16" cy="20" r="1.6" />
      <path d="M16 21.5V24" />
    </svg>
  );
}

/** Above a heading: what the page is about, before a word is read. */
export function Emblem({
  tone,
  state = 'closed',
}: {
  readonly tone: Tone;
  readonly state?: 'open' | 'closed';
}): VNode {
  return (
    <div class={`emblem tone-${tone}`}>
      <Padlock state={state} />
    </div>
  );
}
