import type { VNode } from 'preact';
import { PostButton } from '../../parts/button.tsx';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { focusedAtOpening } from '../../parts/notice.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { type Words, wordsFor } from '../../words/index.ts';
import type { Moved, PersonPage } from './model.ts';

interface Said {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly sentence: string;
}

/** The result of the last button, focused as the page opens, with the way back. */
export function MovedNotice({ value }: { readonly value: PersonPage }): VNode | null {
  const { moved } = value;
  const { console: words, common } = wordsFor(value.shell.frame.language);
  if (moved === 'none') return null;
  const { tone, icon, sentence } = saidOf(moved, words.moved, value.padlock);
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
      {'undoAction' in moved && moved.undoAction !== 'none' && (
        <PostButton action={moved.undoAction} look="quiet">
          {common.cancel}
        </PostButton>
      )}
    </div>
  );
}

function saidOf(moved: Moved, words: Words['console']['moved'], padlock: PersonPage['padlock']): Said {
  const done = (sentence: string): Said => ({ tone: 'fir', icon: 'check', sentence });
  // Under an open padlock nothing of it counts yet, and the page says so.
  const inForce = padlock === 'closed' ? ` ${words.inForce}` : '';
  switch (moved.kind) {
    case 'authorized':
    case 'withdrawn':
      return done(words[moved.kind](moved.count) + inForce);
    case 'undone':
    case 'access-changed':
      return done(words[moved.kind]);
    case 'still-refused':
      return { tone: 'honey', icon: 'alert', sentence: words[moved.kind](moved.count) };
    case 'nothing-chosen':
    case 'own-connection':
      return { tone: 'honey', icon: 'info', sentence: words[moved.kind] };
    case 'locks-out':
      return { tone: 'brick', icon: 'alert', sentence: words[moved.kind] };
  }
}
