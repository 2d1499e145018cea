import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import { AccessForm } from './access.tsx';
import { History } from './history.tsx';
import type { PersonPage } from './model.ts';
import { MovedNotice } from './moved.tsx';
import { Devices, Places } from './seen.tsx';
import { TwoLists } from './two-lists.tsx';

/** What was just done, who it is, whether she may enter, with what and from where, and what happened. */
export function personPage(value: PersonPage): string {
  const { shell } = value;
  const { language } = shell.frame;
  const { console: words } = wordsFor(language);
  return renderDocument(
    <ConsolePage shell={shell} title={value.personName}>
      <MovedNotice value={value} />
      <p class="eyebrow">
        <a href={value.backHref}>{words.toConnections}</a>
      </p>
      <h1>
        {value.personName}
        {value.jobTitle !== 'none' && <span class="job">{`, ${value.jobTitle}`}</span>}
      </h1>
      <p class="soft">{value.email}</p>
      <p class="person-links">
        <a href={value.whatIfHref}>{words.person.whatIf}</a>
        <a href={value.newRuleHref}>{words.person.newRule}</a>
      </p>
      <AccessForm value={value} />
      <TwoLists value={value} />
      <Places value={value} />
      <Devices value={value} />
      <section aria-labelledby="history">
        <h2 id="history">{words.person.history}</h2>
        <History events={value.history} language={language} />
        {value.moreHistoryHref !== 'none' && (
          <p>
            <a class="more" href={value.moreHistoryHref}>
              {words.person.historyMore}
            </a>
          </p>
        )}
      </section>
    </ConsolePage>,
  );
}
