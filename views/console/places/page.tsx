import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { placesHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { oneLine } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import { EmptyList } from '../parts/empty.tsx';
import { ConsolePage } from '../shell.tsx';
import { PlaceLists } from './lists.tsx';
import type { PlacesPage } from './model.ts';
import { PlacesNotice } from './said.tsx';

/** From where people come, authorized or not, and the places that have a name. */
export function placesPage(value: PlacesPage): string {
  const { shell, notAuthorized, authorized, search } = value;
  const words = wordsFor(shell.frame.language).console.places;
  const empty = notAuthorized.total + authorized.total === 0;
  return renderDocument(
    <ConsolePage shell={shell} title={words.title}>
      <PlacesNotice said={value.said} padlock={value.padlock} language={shell.frame.language} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {value.padlock === 'open' && !empty && (
        <Notice tone="honey" icon="info">
          {words.padlockOpen}
        </Notice>
      )}
      {(!empty || search !== '') && <Filter value={value} />}
      {empty ? <Empty value={value} /> : <PlaceLists value={value} />}
      {value.since !== 'all' && (
        <p class="soft">{words.since(sayMoment(value.since, shell.frame.language))}</p>
      )}
      {value.unobserved > 0 && (
        <Notice tone="honey" icon="alert">
          {words.unobserved(value.unobserved)}
        </Notice>
      )}
      <NamedPlaces value={value} />
    </ConsolePage>,
  );
}

function Filter({ value }: { readonly value: PlacesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.places;
  return (
    <search aria-label={words.filter}>
      <form class="filter" method="get" action={value.searchAction}>
        <div class="filter-search">
          <div class="field">
            <label for="search">{words.search}</label>
            <input
              id="search"
              name="search"
              type="search"
              value={value.search}
              autoComplete="off"
              maxLength={100}
            />
          </div>
          <Button look="second">{words.show}</Button>
        </div>
      </form>
    </search>
  );
}

/** Nobody yet, or nothing that matches: what it means, and what to do. */
function Empty({ value }: { readonly value: PlacesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.places;
  const searched = value.search !== '';
  return (
    <EmptyList
      title={searched ? words.nothingTitle : words.nobodyTitle}
      sentence={searched ? words.nothing : words.nobody}
      all={searched ? { href: placesHref, words: words.showAll } : 'none'}
    />
  );
}

function NamedPlaces({ value }: { readonly value: PlacesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.places;
  return (
    <section aria-labelledby="named">
      <h2 id="named">{words.namedTitle}</h2>
      <p>{words.namedHint}</p>
      {value.places.length === 0 ? (
        <p class="soft">{words.namedNone}</p>
      ) : (
        <ul class="cards">
          {value.places.map(({ name, href }) => (
            <li key={href}>
              <a class="card-link" href={href}>
                <Icon name="house" />
                <strong>{oneLine(name)}</strong>
                <Icon name="chevron" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="lone-link">
        <LinkButton href={value.newHref} look="second">
          {words.add}
        </LinkButton>
      </p>
    </section>
  );
}
