import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { Icon } from '../../parts/icon.tsx';
import { Padlock } from '../../parts/padlock.tsx';
import { wordsFor } from '../../words/index.ts';
import type { Standing } from '../model.ts';

/** What would be decided now: icon, word and colour. */
export function StandingMark(props: { readonly standing: Standing; readonly language: Language }): VNode {
  const { standing, language } = props;
  return (
    <span class={`mark mark-${standing}`}>
      <StandingIcon standing={standing} />
      {wordsFor(language).console.standings[standing]}
    </span>
  );
}

function StandingIcon({ standing }: { readonly standing: Standing }): VNode {
  switch (standing) {
    case 'authorized':
      return <Icon name="check" />;
    case 'open':
      return <Padlock state="open" />;
    case 'not-authorized':
    case 'refused':
      return <Padlock state="closed" />;
  }
}
