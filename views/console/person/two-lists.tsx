import type { VNode } from 'preact';
import { sayReason } from '../../decisions.ts';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { Notice } from '../../parts/notice.tsx';
import { isLocalNetwork, sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { Arrow } from '../parts/arrow.tsx';
import { Why } from '../parts/why.tsx';
import type { ConnectionChoice, PersonPage } from './model.ts';

/** What she may use and what she may not, side by side, and the arrows from one to the other. */
export function TwoLists({ value }: { readonly value: PersonPage }): VNode {
  const { authorized, notAuthorized, firstName } = value;
  const words = wordsFor(value.shell.frame.language).console.person;
  const empty = authorized.length + notAuthorized.length === 0;
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{empty ? words.neverTitle : words.lists}</h2>
      {value.padlock === 'open' && !empty && (
        <Notice tone="honey" icon="info">
          {words.padlockOpen}
        </Notice>
      )}
      {empty ? <p>{words.never(firstName)}</p> : <Lists value={value} />}
    </section>
  );
}

function Lists({ value }: { readonly value: PersonPage }): VNode {
  const { authorized, notAuthorized } = value;
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.person;
  return (
    <>
      {value.access === 'by_rules' ? (
        <p class="hint">{words.listsHint}</p>
      ) : (
        <Notice tone="honey" icon="info">
          {words.accessDecides[value.access]}
        </Notice>
      )}
      <form class="two-lists" method="post" action={value.moveAction}>
        <List
          title={words.notAuthorized(notAuthorized.length)}
          none={words.noneLeft}
          choices={notAuthorized}
          language={language}
        />
        {value.access === 'by_rules' && <Arrows value={value} />}
        <List
          title={words.authorized(authorized.length)}
          none={words.noneYet}
          choices={authorized}
          language={language}
        />
      </form>
    </>
  );
}

/** « Tout … » leaves alone what was refused on purpose, and what was stolen. */
function Arrows({ value }: { readonly value: PersonPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.person;
  const right = value.notAuthorized.filter(({ stolen }) => !stolen);
  const rightAtOnce = right.filter(({ standing }) => standing !== 'refused').length;
  const left = value.authorized.filter(({ stolen, own }) => !stolen && !own).length;
  return (
    <div class="arrows">
      {right.length > 0 && (
        <Arrow move="authorize">
          {words.authorize} <Icon name="chevron" />
        </Arrow>
      )}
      {left > 0 && (
        <Arrow move="withdraw">
          <Icon name="chevron" /> {words.withdraw}
        </Arrow>
      )}
      {rightAtOnce > 0 && <Arrow move="authorize-all">{words.authorizeAll(rightAtOnce)}</Arrow>}
      {left > 0 && <Arrow move="withdraw-all">{words.withdrawAll(left)}</Arrow>}
    </div>
  );
}

function List(props: {
  readonly title: string;
  readonly none: string;
  readonly choices: readonly ConnectionChoice[];
  readonly language: Language;
}): VNode {
  return (
    <fieldset class="list">
      <legend>{props.title}</legend>
      {props.choices.length === 0 ? (
        <p class="soft">{props.none}</p>
      ) : (
        <ul class="list-lines">
          {props.choices.map((choice) => (
            <Line key={choice.field} choice={choice} language={props.language} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function Line({
  choice,
  language,
}: {
  readonly choice: ConnectionChoice;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.person;
  return (
    <li>
      <label class="option">
        <input type="checkbox" name={choice.field} value="yes" disabled={choice.stolen || choice.own} />
        <span class="choice-text">
          <span class="with-icon">
            <Icon name={choice.usedWith.device} />
            <strong>{sayUsedWith(choice.usedWith, language)}</strong>
          </span>
          <span>{sayWhere(choice.where, language)}</span>
          <span class="soft">{words.seen(sayMoment(choice.lastAttempt, language))}</span>
          <Marks choice={choice} language={language} />
        </span>
      </label>
      <Why language={language}>
        {[...new Set(choice.reasons.map((reason) => sayReason(reason, language)))].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p class="soft">{words.network(sayNetwork(choice.network, language))}</p>
      </Why>
    </li>
  );
}

function Marks({
  choice,
  language,
}: {
  readonly choice: ConnectionChoice;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.person;
  return (
    <>
      {choice.own && <strong>{words.own}</strong>}
      {choice.stolen && (
        <span class="mark mark-refused">
          <Icon name="alert" />
          {words.stolen}
        </span>
      )}
      {choice.standing === 'refused' && !choice.stolen && (
        <span class="mark mark-refused">
          <Icon name="cross" />
          {words.refused}
        </span>
      )}
    </>
  );
}

function sayNetwork(network: string, language: Language): string {
  return isLocalNetwork(network) ? wordsFor(language).request.localNetwork : network;
}
