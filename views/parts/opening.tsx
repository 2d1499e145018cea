import type { VNode } from 'preact';
import { Emblem, type Tone } from './padlock.tsx';

/** What the state is, and where: before the heading says it. */
export function Opening(props: {
  readonly tone: Tone;
  readonly state?: 'open' | 'closed';
  readonly place?: string | 'none';
}): VNode {
  const { tone, state = 'closed', place = 'none' } = props;
  return (
    <div class="opening">
      <Emblem tone={tone} state={state} />
      {place !== 'none' && <p class="eyebrow">{place}</p>}
    </div>
  );
}
