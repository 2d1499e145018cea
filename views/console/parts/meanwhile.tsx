import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { focusedAtOpening } from '../../parts/notice.tsx';
import { wordsFor } from '../../words/index.ts';
import type { SaidEntry } from '../model.ts';

/** The page was stale: nothing was written, and this is what the others did meanwhile. */
export function Meanwhile(props: {
  readonly entries: readonly SaidEntry[];
  readonly language: Language;
}): VNode {
  const { entries, language } = props;
  const words = wordsFor(language).console.journal;
  return (
    <div id="result" class="notice moved tone-honey" role="alert" tabIndex={-1} {...focusedAtOpening}>
      <Icon name="alert" />
      <div>
        <p>{words.meanwhile}</p>
        {entries.length > 0 && (
          <>
            <p>
              <strong>{words.meanwhileTitle}</strong>
            </p>
            <ul>
              {entries.map((entry) => (
                <li key={`${entry.at.at} ${entry.act} ${entry.about}`}>{sayEntry(entry, language)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

/** « Connexions retirées (Julie Tremblay), par Marc Roy, hier à 6 h 49 ». */
export function sayEntry({ act, by, about, at }: SaidEntry, language: Language): string {
  const words = wordsFor(language).console.journal;
  const what =
    about === 'organization' || about === 'nobody' ? words.acts[act] : words.about(words.acts[act], about);
  return [what, ...sayBy(by, language), sayMoment(at, language)].join(', ');
}

function sayBy(by: SaidEntry['by'], language: Language): readonly string[] {
  const words = wordsFor(language).console.journal;
  if (by === 'system' || by === 'nobody') return [];
  return [by === 'operator' ? words.byOperator : words.by(by)];
}
