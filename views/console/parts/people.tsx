import type { VNode } from 'preact';
import { Icon } from '../../parts/icon.tsx';
import type { MemberFound } from '../model.ts';

/** People by name, each a link to her page. */
export function PeopleList({ people }: { readonly people: readonly MemberFound[] }): VNode {
  return (
    <ul class="cards">
      {people.map(({ personHref, personName, jobTitle, email }) => (
        <li key={personHref}>
          <a class="card-link" href={personHref}>
            <Icon name="person" />
            <span class="choice-text">
              <strong>{personName}</strong>
              {jobTitle !== 'none' && <span class="soft">{jobTitle}</span>}
              {email !== 'none' && <span class="soft">{email}</span>}
            </span>
            <Icon name="chevron" />
          </a>
        </li>
      ))}
    </ul>
  );
}
