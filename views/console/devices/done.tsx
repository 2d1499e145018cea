import type { VNode } from 'preact';
import type { IconName } from '../../parts/icon.tsx';
import type { Tone } from '../../parts/padlock.tsx';
import { wordsFor } from '../../words/index.ts';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { Result } from '../parts/result.tsx';
import type { DeviceDone, DevicePage } from './model.ts';

/** The result of the last button, with the way back; or what the others did, when nothing was written. */
export function Done({ value }: { readonly value: Pick<DevicePage, 'done' | 'shell'> }): VNode | null {
  const { done } = value;
  const { language } = value.shell.frame;
  if (done === 'none') return null;
  if (done.kind === 'stale') return <Meanwhile entries={done.entries} language={language} />;
  return (
    <Result
      {...looks(done.kind)}
      sentence={wordsFor(language).console.devices.done[done.kind]}
      undoAction={done.undoAction}
      language={language}
    />
  );
}

function looks(kind: Exclude<DeviceDone['kind'], 'stale'>): { readonly tone: Tone; readonly icon: IconName } {
  switch (kind) {
    case 'locks-out':
      return { tone: 'brick', icon: 'alert' };
    case 'name-too-long':
    case 'nothing-chosen':
      return { tone: 'honey', icon: 'info' };
    default:
      return { tone: 'fir', icon: 'check' };
  }
}
