import type { VNode } from 'preact';
import type { IconName } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { type Words, wordsFor } from '../../words/index.ts';
import { Result } from '../parts/result.tsx';
import type { Moved, PersonPage } from './model.ts';

interface Said {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly sentence: string;
}

/** The result of the last button, focused as the page opens, with the way back. */
export function MovedNotice({ value }: { readonly value: PersonPage }): VNode | null {
  const { moved } = value;
  const { console: words } = wordsFor(value.shell.frame.language);
  if (moved === 'none') return null;
  return (
    <Result
      {...saidOf(moved, words.moved, value.padlock)}
      undoAction={'undoAction' in moved ? moved.undoAction : 'none'}
      language={value.shell.frame.language}
    />
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
