import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { PostButton } from '../../parts/button.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { focusedAtOpening } from '../../parts/notice.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { wordsFor } from '../../words/index.ts';

/** What the last button did: focused as the page opens, with the way back. */
export function Result(props: {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly sentence: string;
  /** POST; none when there is nothing to take back. */
  readonly undoAction: string | 'none';
  readonly language: Language;
}): VNode {
  const { tone, icon, sentence, undoAction } = props;
  return (
    <div
      id="result"
      class={`notice moved tone-${tone}`}
      role={tone === 'fir' ? 'status' : 'alert'}
      tabIndex={-1}
      {...focusedAtOpening}
    >
      <Icon name={icon} />
      <p>{sentence}</p>
      {undoAction !== 'none' && (
        <PostButton action={undoAction} look="quiet">
          {wordsFor(props.language).common.undo}
        </PostButton>
      )}
    </div>
  );
}
