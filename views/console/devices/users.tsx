import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import type { DevicePage } from './model.ts';

/** Who used it lately, with what and from where; each leads to her page. */
export function Users({ value }: { readonly value: DevicePage }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.devices;
  const several = value.browsers.length > 1;
  return (
    <section aria-labelledby="users">
      <h2 id="users">{words.users}</h2>
      {value.users.length === 0 && <p class="soft">{words.usersNone}</p>}
      <ul class="cards">
        {value.users.map(({ personHref, personName, usedWith, where, at }) => (
          <li key={personHref}>
            <a class="card-link" href={personHref}>
              <Icon name="person" />
              <span class="choice-text">
                <strong>{personName}</strong>
                <span class="soft">
                  {[
                    sayMoment(at, language),
                    sayWhere(where, language),
                    ...(several ? [sayUsedWith(usedWith, language)] : []),
                  ].join('\u00a0· ')}
                </span>
              </span>
              <Icon name="chevron" />
            </a>
          </li>
        ))}
      </ul>
      {value.moreUsers > 0 && <p>{words.moreUsers(value.moreUsers)}</p>}
    </section>
  );
}
