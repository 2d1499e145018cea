import type { VNode } from 'preact';
import { Button } from '../../parts/button.tsx';
import { connectionsHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import { History } from './history.tsx';
import type { PersonPage } from './model.ts';
import { MovedNotice } from './moved.tsx';
import { TwoLists } from './two-lists.tsx';

const accesses: readonly PersonPage['access'][] = ['by_rules', 'always', 'never'];

/** What was just done, who it is, whether she may enter, with what and from where, and what happened. */
export function personPage(value: PersonPage): string {
  const { shell } = value;
  const { console: words } = wordsFor(shell.frame.language);
  return renderDocument(
    <ConsolePage shell={shell} title={value.personName}>
      <MovedNotice value={value} />
      <p class="eyebrow">
        <a href={connectionsHref}>{words.toConnections}</a>
      </p>
      <h1>
        {value.personName}
        {value.jobTitle !== 'none' && <span class="job">{`, ${value.jobTitle}`}</span>}
      </h1>
      <p class="soft">{value.email}</p>
      <AccessForm value={value} />
      <TwoLists value={value} />
      <History value={value} />
    </ConsolePage>,
  );
}

function AccessForm({ value }: { readonly value: PersonPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.person;
  return (
    <form class="access" method="post" action={value.accessAction}>
      <fieldset>
        <legend>{words.access}</legend>
        {accesses.map((access) => (
          <label key={access} class="option">
            <input type="radio" name="access" value={access} checked={access === value.access} />
            <span>
              <strong>{words.accesses[access].name}</strong>
              <span class="consequence">{words.accesses[access].means(value.firstName)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button look="second">{words.save}</Button>
    </form>
  );
}
