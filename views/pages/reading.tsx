import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { Frame } from '../model.ts';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

interface Section {
  readonly title: string;
  readonly items: readonly string[];
}

/** What is recorded and why, in plain words: Québec’s Law 25 asks for it. */
export function privacyPage({ frame }: { readonly frame: Frame }): string {
  const words = wordsFor(frame.language).privacy;
  return renderDocument(
    <Page frame={frame} title={words.title} width="reading">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <Sections sections={words.sections} />
      <section>
        <h2>{words.contactTitle}</h2>
        <p>{words.contact}</p>
      </section>
    </Page>,
  );
}

export function helpPage({ frame }: { readonly frame: Frame }): string {
  const words = wordsFor(frame.language).help;
  return renderDocument(
    <Page frame={frame} title={words.title} width="reading">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <Sections sections={words.sections} />
    </Page>,
  );
}

function Sections({ sections }: { readonly sections: readonly Section[] }): VNode {
  return (
    <>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          <ul class="reading-list">
            {section.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
