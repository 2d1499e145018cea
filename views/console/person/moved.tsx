import type { VNode } from 'preact';
import type { IconName } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { type Words, wordsFor } from '../../words/index.ts';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { Result } from '../parts/result.tsx';
import type { Moved, PersonPage } from './model.ts';

interface Said {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly sentence: string;
}

/** The result of the last button, with the way back; or what the others did, when nothing was written. */
export function MovedNotice({ value }: { readonly value: PersonPage }): VNode | null {
  const { moved } = value;
  const { language } = value.shell.frame;
  if (moved === 'none') return null;
  if (moved.kind === 'stale') return <Meanwhile entries={moved.entries} language={language} />;
  return (
    <Result
      {...saidOf(moved, wordsFor(language).console.moved, value.padlock)}
      undoAction={'undoAction' in moved ? moved.undoAction : 'none'}
      language={language}
    />
  );
}

function saidOf(
  moved: Exclude<Moved, { readonly kind: 'stale' }>,
  words: Words['console']['moved'],
  padlock: PersonPage['padlock'],
): Said {
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
    case 'locks-you-out':
      return { tone: 'brick', icon: 'alert', sentence: words[moved.kind] };
  }
}
