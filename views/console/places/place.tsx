import type { VNode } from 'preact';
import type { Language, NamedRule } from '../../model.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { placesHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { sayRule } from '../../rules.ts';
import { oneLine } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import { PlaceFaults, PlaceFields } from './form.tsx';
import type { PlacePage, RemovePlacePage } from './model.ts';
import { PeopleThere } from './people.tsx';
import { PlacesNotice } from './said.tsx';

/** One named place: who may enter from there, who comes, what it is, and how to take its name away. */
export function placePage(value: PlacePage): string {
  const { shell, form } = value;
  const { language } = shell.frame;
  const { console: words } = wordsFor(language);
  return renderDocument(
    <ConsolePage shell={shell} title={oneLine(value.name)} scripts={['map.js']}>
      <PlacesNotice said={value.said} padlock={value.padlock} language={language} />
      <p class="eyebrow">
        <a href={placesHref}>{words.places.toPlaces}</a>
      </p>
      <PlaceFaults form={form} language={language} />
      <h1>{oneLine(value.name)}</h1>
      <WhoMay value={value} />
      <section aria-labelledby="people">
        <h2 id="people">{words.place.people}</h2>
        {value.people.length === 0 ? (
          <p class="soft">{words.place.peopleNone}</p>
        ) : (
          <PeopleThere
            people={value.people}
            more={value.morePeople}
            padlock={value.padlock}
            language={language}
          />
        )}
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">{words.place.rules}</h2>
        {value.rules.length === 0 ? (
          <p class="soft">{words.place.rulesNone}</p>
        ) : (
          <RulesThere rules={value.rules} more={value.moreRules} language={language} />
        )}
      </section>
      <section aria-labelledby="change">
        <h2 id="change">{words.place.changeTitle}</h2>
        <PlaceFields form={form} language={language} />
      </section>
      <p class="lone-link">
        <LinkButton href={value.removeHref} look="danger">
          {words.place.remove}
        </LinkButton>
      </p>
    </ConsolePage>,
  );
}

/** « Tout le monde ici » and its opposite. */
function WhoMay({ value }: { readonly value: PlacePage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.place;
  return (
    <section aria-labelledby="who-may">
      <h2 id="who-may">{words.whoMay}</h2>
      <p class="with-icon">
        <Icon name={value.everyone ? 'check' : 'person'} />
        {value.everyone ? words.everyoneIs : words.everyoneIsNot}
      </p>
      <form class="narrow" method="post" action={value.everyoneAction}>
        <input type="hidden" name="depuis" value={value.at} />
        {!value.everyone && <p class="hint">{words.everyoneMeans}</p>}
        <Button look="second" name="everyone" value={value.everyone ? 'no-longer' : 'enters'}>
          {value.everyone ? words.endEveryone : words.letEveryoneIn}
        </Button>
      </form>
    </section>
  );
}

function RulesThere(props: {
  readonly rules: readonly NamedRule[];
  readonly more: number;
  readonly language: Language;
}): VNode {
  const { rules, more, language } = props;
  return (
    <ul class="list-lines rules-there">
      {rules.map((rule, index) => (
        <li key={index}>{sayRule(rule, language)}</li>
      ))}
      {more > 0 && <li class="soft">{wordsFor(language).console.place.moreRules(more)}</li>}
    </ul>
  );
}

/** « Retirer cet endroit? »: what ends with it, before it is done. */
export function removePlacePage(value: RemovePlacePage): string {
  const { shell, rules } = value;
  const { language } = shell.frame;
  const { console: words, common } = wordsFor(language);
  const title = words.place.removeTitle(oneLine(value.name));
  return renderDocument(
    <ConsolePage shell={shell} title={title}>
      <h1>{title}</h1>
      <p class="lead">{words.place.removeMeans}</p>
      {rules.length === 0 ? (
        <p>{words.place.removeEndsNothing}</p>
      ) : (
        <>
          <p>{words.place.removeEnds}</p>
          <RulesThere rules={rules} more={value.moreRules} language={language} />
        </>
      )}
      <form method="post" action={value.action}>
        {Object.entries(value.hidden).map(([name, shown]) => (
          <input key={name} type="hidden" name={name} value={shown} />
        ))}
        <div class="decide">
          <Button look="danger">{words.place.remove}</Button>
          <LinkButton href={value.cancelHref} look="quiet">
            {common.cancel}
          </LinkButton>
        </div>
      </form>
    </ConsolePage>,
  );
}
