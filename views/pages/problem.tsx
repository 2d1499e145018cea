import { Page } from '../layout.tsx';
import type { ProblemPage } from '../model.ts';
import { Emblem } from '../parts/padlock.tsx';
import { homeHref } from '../places.ts';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function problemPage(value: ProblemPage): string {
  const words = wordsFor(value.frame.language).problem;
  const said = words.kinds[value.kind];
  return renderDocument(
    <Page frame={value.frame} title={said.title}>
      <Emblem tone={value.status < 500 ? 'sky' : 'honey'} />
      <h1>{said.title}</h1>
      <p class="lead">{said.sentence}</p>
      <p>{said.advice}</p>
      {value.kind === 'not-found' && (
        <p>
          <a href={homeHref}>{words.home}</a>
        </p>
      )}
      {value.detail !== 'none' && (
        <details>
          <summary>{words.details}</summary>
          <p class="technical">{value.detail}</p>
        </details>
      )}
      <p class="small-print">{words.reference(value.reference)}</p>
    </Page>,
  );
}
