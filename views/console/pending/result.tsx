import type { ComponentProps, VNode } from 'preact';
import { type Words, wordsFor } from '../../words/index.ts';
import { Result } from '../parts/result.tsx';
import type { PendingPage, PendingResult } from './model.ts';

type Said = Pick<ComponentProps<typeof Result>, 'tone' | 'icon' | 'sentence'>;

export function PendingResultNotice({ value }: { readonly value: PendingPage }): VNode | null {
  const { result, shell } = value;
  const { language } = shell.frame;
  if (result === 'none') return null;
  return (
    <Result
      {...saidOf(result, wordsFor(language).pending.results)}
      undoAction={result.kind === 'approved' ? result.undoAction : 'none'}
      language={language}
    />
  );
}

function saidOf(result: PendingResult, words: Words['pending']['results']): Said {
  switch (result.kind) {
    case 'approved':
      return { tone: 'fir', icon: 'check', sentence: words.approved(result.firstName) };
    case 'refused':
      return { tone: 'brick', icon: 'cross', sentence: words.refused[result.scope](result.firstName) };
    case 'withdrawn':
      return { tone: 'fir', icon: 'check', sentence: words.withdrawn };
    case 'nothing-chosen':
      return { tone: 'honey', icon: 'info', sentence: words['nothing-chosen'] };
    case 'several-approved':
    case 'several-refused': {
      const left = [
        ...(result.changed > 0 ? [words.changed(result.changed)] : []),
        ...(result.code > 0 ? [words.code(result.code)] : []),
        ...(result.own > 0 ? [words.own(result.own)] : []),
        ...(result.late > 0 ? [words.late(result.late)] : []),
      ];
      const sentence = [words[result.kind](result.done), ...left].join(' ');
      return left.length > 0
        ? { tone: 'honey', icon: 'alert', sentence }
        : { tone: 'fir', icon: 'check', sentence };
    }
  }
}
