import type { VNode } from 'preact';
import { wordsFor } from '../../words/index.ts';
import { closed } from '../../words/names.ts';
import { sayEntry } from '../parts/meanwhile.tsx';
import { Result } from '../parts/result.tsx';
import type { ConnectionsPage } from './model.ts';

/** What became of the padlock's button. */
export function ConnectionsResult({ value }: { readonly value: ConnectionsPage }): VNode | null {
  const { result, shell } = value;
  const { language } = shell.frame;
  const { results } = wordsFor(language).console.connections;
  if (result === 'none') return null;
  const already = 'who' in result;
  const who = already && result.who !== 'unknown' ? ` ${closed(sayEntry(result.who, language))}` : '';
  return (
    <Result
      tone={already ? 'honey' : 'fir'}
      icon={already ? 'info' : 'check'}
      sentence={`${results[result.kind]}${who}`}
      undoAction="none"
      language={language}
    />
  );
}
