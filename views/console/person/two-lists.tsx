import type { VNode } from 'preact';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { wordsFor } from '../../words/index.ts';
import { Arrow } from '../parts/arrow.tsx';
import { PageLinks } from '../parts/page-links.tsx';
import { Line } from './line.tsx';
import type { ChoiceList, PersonPage } from './model.ts';

/** What she may use and what she may not, side by side, and the arrows from one to the other. */
export function TwoLists({ value }: { readonly value: PersonPage }): VNode {
  const { authorized, notAuthorized, firstName } = value;
  const words = wordsFor(value.shell.frame.language).console.person;
  const empty = authorized.count + notAuthorized.count === 0;
  return (
    <section class="tabbed-lists one-way" aria-labelledby="lists">
      <h2 id="lists">{empty ? words.neverTitle : words.lists}</h2>
      {value.padlock === 'open' && !empty && (
        <Notice tone="honey" icon="info">
          {words.padlockOpen}
        </Notice>
      )}
      {empty ? <p>{words.never(firstName)}</p> : <Lists value={value} />}
      <PageLinks
        firstHref={value.newestHref}
        nextHref={value.olderHref}
        words={{ first: words.newest, next: words.older }}
      />
    </section>
  );
}

function Lists({ value }: { readonly value: PersonPage }): VNode {
  const { authorized, notAuthorized } = value;
  const words = wordsFor(value.shell.frame.language).console.person;
  return (
    <>
      {value.access === 'by_rules' ? (
        <p class="hint">{words.listsHint}</p>
      ) : (
        <Notice tone="honey" icon="info">
          {words.accessDecides[value.access]}
        </Notice>
      )}
      <nav class="list-tabs" aria-label={words.lists}>
        <a href="#non-autorises">{words.notAuthorized(notAuthorized.count)}</a>
        <a href="#autorises">{words.authorized(authorized.count)}</a>
      </nav>
      <form class="two-lists" method="post" action={value.moveAction}>
        <input type="hidden" name="depuis" value={String(value.since)} />
        <List
          side="non-autorises"
          title={words.notAuthorized(notAuthorized.count)}
          none={words.noneLeft}
          list={notAuthorized}
          value={value}
        />
        {value.access === 'by_rules' && <Arrows value={value} />}
        <List
          side="autorises"
          title={words.authorized(authorized.count)}
          none={words.noneYet}
          list={authorized}
          value={value}
        />
      </form>
    </>
  );
}

/** « Tout … » leaves alone what was refused on purpose, and what was stolen. */
function Arrows({ value }: { readonly value: PersonPage }): VNode {
  const { authorized, notAuthorized } = value;
  const words = wordsFor(value.shell.frame.language).console.person;
  const right = notAuthorized.choices.some(({ stolen }) => !stolen);
  const left = authorized.choices.some(({ stolen, own }) => !stolen && !own);
  return (
    <div class="arrows">
      {right && (
        <Arrow move="authorize">
          {words.authorize} <Icon name="chevron" />
        </Arrow>
      )}
      {left && (
        <Arrow move="withdraw">
          <Icon name="chevron" /> {words.withdraw}
        </Arrow>
      )}
      {notAuthorized.movable > 0 && (
        <>
          <input type="hidden" name="authorize-all" value={notAuthorized.shown} />
          <Arrow move="authorize-all">{words.authorizeAll(notAuthorized.movable)}</Arrow>
        </>
      )}
      {authorized.movable > 0 && (
        <>
          <input type="hidden" name="withdraw-all" value={authorized.shown} />
          <Arrow move="withdraw-all">{words.withdrawAll(authorized.movable)}</Arrow>
        </>
      )}
    </div>
  );
}

function List(props: {
  readonly side: 'non-autorises' | 'autorises';
  readonly title: string;
  readonly none: string;
  readonly list: ChoiceList;
  readonly value: PersonPage;
}): VNode {
  const { count, choices } = props.list;
  const { language } = props.value.shell.frame;
  const words = wordsFor(language).console.person;
  return (
    <fieldset class="list" id={props.side}>
      <legend>{props.title}</legend>
      {count === 0 && <p class="soft">{props.none}</p>}
      {choices.length > 0 && (
        <ul class="list-lines">
          {choices.map((choice) => (
            <Line key={choice.field} choice={choice} language={language} />
          ))}
        </ul>
      )}
      {count > choices.length && <p class="soft">{words.notShown(count - choices.length)}</p>}
    </fieldset>
  );
}
