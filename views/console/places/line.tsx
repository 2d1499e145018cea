import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { Padlock } from '../../parts/padlock.tsx';
import { isLocalNetwork, oneLine } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import type { PlaceLine, PlacesPage } from './model.ts';
import { PeopleThere } from './people.tsx';

const namesShown = 3;

interface LineValue {
  readonly line: PlaceLine;
  readonly padlock: PlacesPage['padlock'];
  readonly language: Language;
}

/** One place: what it is called, who comes there, when, and how many cannot enter. */
export function Line({ line, padlock, language }: LineValue): VNode {
  const words = wordsFor(language).console.places;
  const name = sayArea(line, language);
  const action = line.where.kind === 'place' ? words.change : words.nameIt;
  return (
    <li>
      <label class="option">
        <input type="checkbox" name={line.field} value={line.shown} disabled={!line.movable} />
        <span class="choice-text">
          <span class="with-icon">
            <Icon name={line.where.kind === 'place' ? 'house' : 'pin'} />
            <strong class="begins">{name}</strong>
          </span>
          <span>{sayNames(line, language)}</span>
          <span class="soft">
            <time class="begins" dateTime={new Date(line.lastAttempt.at).toISOString()}>
              {words.seen(sayMoment(line.lastAttempt, language))}
            </time>
          </span>
          <Marks line={line} padlock={padlock} language={language} />
        </span>
      </label>
      <details class="why-fold">
        <summary>{words.details}</summary>
        <div>
          <PeopleThere people={line.people} more={line.morePeople} padlock={padlock} language={language} />
          <p class="soft">{words.addresses(sayAddresses(line, language))}</p>
        </div>
      </details>
      <p class="line-action">
        <a href={line.href} aria-label={words.linkAbout(action, name)}>
          {action}
        </a>
      </p>
    </li>
  );
}

/** « Montréal, Vidéotron »; a place is called by its name alone. */
function sayArea({ where, owner }: PlaceLine, language: Language): string {
  const said = sayWhere(where, language);
  if (where.kind === 'place' || owner === 'unknown') return said;
  return wordsFor(language).console.places.cityAndOwner(said, oneLine(owner));
}

/** « Julie Tremblay, Marc Roy, Nadia Benali et 3 autres personnes ». */
function sayNames({ people, total }: PlaceLine, language: Language): string {
  const words = wordsFor(language).console.places;
  const names = people.slice(0, namesShown).map(({ name }) => oneLine(name));
  if (total > names.length) return words.andOthers(words.names(names), total - names.length);
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : words.and(words.names(before.toReversed()), last);
}

function Marks({ line, padlock, language }: LineValue): VNode {
  const words = wordsFor(language).console.places;
  // Under an open padlock nobody waits yet.
  const waits = padlock === 'open' ? words.wouldWait : words.waits;
  return (
    <>
      {line.own && <strong>{words.own}</strong>}
      {(line.line === 'mobile' || line.line === 'shared') && (
        <span class="mark mark-waiting">
          <Icon name="alert" />
          {words.kinds[line.line]}
        </span>
      )}
      {line.everyone && (
        <span class="mark mark-authorized">
          <Icon name="check" />
          {words.everyone}
        </span>
      )}
      {line.waits > 0 && (
        <span class="mark mark-not-authorized">
          <Padlock state="closed" />
          {waits(line.waits, line.total)}
        </span>
      )}
      {line.refused > 0 && (
        <span class="mark mark-refused">
          <Icon name="cross" />
          {words.refused(line.refused, line.total)}
        </span>
      )}
      {!line.movable && <span class="soft">{words.nothingToMove}</span>}
    </>
  );
}

function sayAddresses({ networks, moreNetworks }: PlaceLine, language: Language): string {
  const words = wordsFor(language);
  const said = networks.map((one) => (isLocalNetwork(one) ? `${one} (${words.where.local})` : one));
  const list = words.console.places.names(said);
  return moreNetworks === 0 ? list : words.console.places.moreAddresses(list, moreNetworks);
}
