import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { PageLinks } from '../parts/page-links.tsx';
import { ConsolePage } from '../shell.tsx';
import { History } from './history.tsx';
import type { HistoryPage } from './model.ts';

/** All that happened to one person, a page at a time. */
export function historyPage(value: HistoryPage): string {
  const { shell, personName } = value;
  const { language } = shell.frame;
  const words = wordsFor(language).console.person;
  return renderDocument(
    <ConsolePage shell={shell} title={words.historyOf(personName)}>
      <p class="eyebrow">
        <a href={value.personHref}>{words.toPerson}</a>
      </p>
      <h1>{words.historyOf(personName)}</h1>
      <History events={value.history} language={language} />
      <PageLinks
        firstHref={value.firstHref}
        nextHref={value.nextHref}
        words={{ first: words.newest, next: words.historyNext }}
      />
    </ConsolePage>,
  );
}
