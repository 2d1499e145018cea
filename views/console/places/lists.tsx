import type { VNode } from 'preact';
import { Icon } from '../../parts/icon.tsx';
import { wordsFor } from '../../words/index.ts';
import { Arrow } from '../parts/arrow.tsx';
import { PageLinks } from '../parts/page-links.tsx';
import { Line } from './line.tsx';
import type { PlaceList, PlacesPage } from './model.ts';

type Side = 'non-autorises' | 'autorises';

/** Both lists side by side; on a phone each is a tab, and the address says which. */
export function PlaceLists({ value }: { readonly value: PlacesPage }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.places;
  const { notAuthorized, authorized } = value;
  return (
    <section class="tabbed-lists" aria-label={words.lists}>
      <p class="hint">{words.hint}</p>
      <nav class="list-tabs" aria-label={words.lists}>
        <a href="#non-autorises">{words.notAuthorized(notAuthorized.total)}</a>
        <a href="#autorises">{words.authorized(authorized.total)}</a>
      </nav>
      <form class="two-lists" method="post" action={value.moveAction}>
        <input type="hidden" name="search" value={value.search} />
        <input type="hidden" name="depuis" value={value.at} />
        <input type="hidden" name="tout-autoriser" value={notAuthorized.allShown} />
        <input type="hidden" name="tout-retirer" value={authorized.allShown} />
        <List value={value} list={notAuthorized} side="non-autorises" />
        <Arrows value={value} />
        <List value={value} list={authorized} side="autorises" />
      </form>
    </section>
  );
}

/** « Tout … » names how many lines it moves: neither what is refused nor what was stolen. */
function Arrows({ value }: { readonly value: PlacesPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.places;
  const { authorize, withdraw } = wordsFor(value.shell.frame.language).console.person;
  const { notAuthorized, authorized } = value;
  const lines = [...notAuthorized.lines, ...authorized.lines];
  return (
    <div class="arrows">
      {notAuthorized.lines.some(({ movable }) => movable) && (
        <Arrow move="authorize">
          {authorize} <Icon name="chevron" />
        </Arrow>
      )}
      {lines.some(({ movable }) => movable) && (
        <Arrow move="withdraw">
          <Icon name="chevron" /> {withdraw}
        </Arrow>
      )}
      {notAuthorized.all > 0 && <Arrow move="authorize-all">{words.authorizeAll(notAuthorized.all)}</Arrow>}
      {authorized.all > 0 && <Arrow move="withdraw-all">{words.withdrawAll(authorized.all)}</Arrow>}
    </div>
  );
}

function List(props: { readonly value: PlacesPage; readonly list: PlaceList; readonly side: Side }): VNode {
  const { value, list, side } = props;
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.places;
  const right = side === 'autorises';
  return (
    <fieldset class="list" id={side}>
      <legend>{right ? words.authorized(list.total) : words.notAuthorized(list.total)}</legend>
      {list.lines.length === 0 ? (
        <p class="soft">{right ? words.noneYet : words.noneLeft}</p>
      ) : (
        <ul class="list-lines">
          {list.lines.map((line) => (
            <Line key={line.field} line={line} padlock={value.padlock} language={language} />
          ))}
        </ul>
      )}
      <PageLinks firstHref={list.firstHref} nextHref={list.nextHref} words={words} />
    </fieldset>
  );
}
