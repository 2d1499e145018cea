import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import type { IconName } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { wordsFor } from '../../words/index.ts';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { Result } from '../parts/result.tsx';
import type { PlacesSaid } from './model.ts';

interface Said {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly sentence: string;
}

const done = (sentence: string): Said => ({ tone: 'fir', icon: 'check', sentence });
const nothing = (sentence: string): Said => ({ tone: 'honey', icon: 'info', sentence });

/** The result of the last button, focused as the page opens, with the way back. */
export function PlacesNotice(props: {
  readonly said: PlacesSaid | 'none';
  readonly padlock: 'open' | 'closed';
  readonly language: Language;
}): VNode | null {
  const { said, padlock, language } = props;
  if (said === 'none') return null;
  if (said.kind === 'stale' && said.entries.length > 0)
    return <Meanwhile entries={said.entries} language={language} />;
  return (
    <Result
      {...sentenceOf(said, padlock, language)}
      undoAction={'undoAction' in said ? said.undoAction : 'none'}
      language={language}
    />
  );
}

function sentenceOf(said: PlacesSaid, padlock: 'open' | 'closed', language: Language): Said {
  const { placesSaid: words, moved } = wordsFor(language).console;
  // Under an open padlock nothing of it counts yet, and the page says so.
  const inForce = (sentence: string) => (padlock === 'closed' ? `${sentence} ${moved.inForce}` : sentence);
  switch (said.kind) {
    case 'authorized':
    case 'withdrawn':
      return sayMoved(said, inForce, language);
    case 'everyone':
    case 'no-longer-everyone':
      return done(inForce(words[said.kind]));
    case 'place-added':
    case 'place-changed':
    case 'place-removed':
      return done(words[said.kind]);
    case 'undone':
      return done(moved.undone);
    case 'already':
      return nothing(words.already);
    case 'stale':
      return nothing(words.stale);
    case 'nothing-chosen':
    case 'own-connection':
      return nothing(moved[said.kind]);
    case 'locks-out':
      return { tone: 'brick', icon: 'alert', sentence: moved['locks-out'] };
  }
}

function sayMoved(
  said: Extract<PlacesSaid, { readonly kind: 'authorized' | 'withdrawn' }>,
  inForce: (sentence: string) => string,
  language: Language,
): Said {
  const { placesSaid: words, moved } = wordsFor(language).console;
  if (said.undoAction === 'none') return nothing(said.keptOwn ? moved['own-connection'] : words.alreadySo);
  const sentence = inForce(words[said.kind](said.lines, said.people));
  if (said.stillStopped > 0)
    return { tone: 'honey', icon: 'alert', sentence: `${sentence} ${words.stillStopped(said.stillStopped)}` };
  return done(said.keptOwn ? `${sentence} ${words.keptOwn}` : sentence);
}
