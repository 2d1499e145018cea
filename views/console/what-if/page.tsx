import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import { Answer } from './answer.tsx';
import { WhatIfForm } from './form.tsx';
import type { WhatIfPage } from './model.ts';

/** The answer first, once there is one; then what was asked, to ask something else. */
export function whatIfPage(value: WhatIfPage): string {
  const words = wordsFor(value.shell.frame.language).console.whatIf;
  return renderDocument(
    <ConsolePage shell={value.shell} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {value.answer !== 'none' && <Answer answer={value.answer} language={value.shell.frame.language} />}
      <WhatIfForm value={value} />
    </ConsolePage>,
  );
}
