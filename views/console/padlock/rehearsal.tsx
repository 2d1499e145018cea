import type { VNode } from 'preact';
import type { Language, Moment } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { sayDevice } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { PeopleList } from '../parts/people.tsx';
import type { ClosingPage } from './model.ts';

const aDay = 86_400_000;
type Stopped = ClosingPage['stopped'][number];

/** The last month as it would have been, how long a month it was, and who is not in it. */
export function RehearsalSection({ value }: { readonly value: ClosingPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.closing;
  return (
    <section aria-labelledby="rehearsal">
      <h2 id="rehearsal">{words.rehearsal}</h2>
      {value.since === 'never' ? (
        <p>{words.noHistory}</p>
      ) : (
        <>
          <Replayed value={value} />
          <NeverSeen value={value} since={value.since} />
        </>
      )}
    </section>
  );
}

function Replayed({ value }: { readonly value: ClosingPage }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.closing;
  if (value.stopped.length === 0)
    return (
      <p class="with-icon mark-authorized">
        <Icon name="check" />
        {words.nobodyStopped}
      </p>
    );
  return (
    <>
      <p>{value.first ? words.asIf.first : words.asIf.again}</p>
      <ul class="stopped">
        {value.stopped.map((one, index) => (
          <Line key={index} stopped={one} language={language} />
        ))}
      </ul>
      {value.moreStopped > 0 && <p>{words.others(value.moreStopped)}</p>}
    </>
  );
}

function Line({ stopped, language }: { readonly stopped: Stopped; readonly language: Language }): VNode {
  const words = wordsFor(language).console.closing;
  const { personName, personHref, remedy } = stopped;
  return (
    <li>
      <span>{sayStopped(stopped, language)}</span>
      <span class="line-remedy">
        {remedy !== 'none' && (
          <form class="lone" method="post" action={remedy.action}>
            <input type="hidden" name="personne" value={remedy.person} />
            <input type="hidden" name="navigateur" value={remedy.browser} />
            <button type="submit" class="button button-second button-small">
              {words.authorizeLine}
              <span class="visually-hidden">{` (${personName})`}</span>
            </button>
          </form>
        )}
        <a href={personHref} aria-label={words.seeOneOf(personName)}>
          {words.seeOne}
        </a>
      </span>
    </li>
  );
}

function sayStopped(stopped: Stopped, language: Language): string {
  const words = wordsFor(language).console.closing;
  const { usedWith, where, at, times, outcome, personName } = stopped;
  const seenAs = `${sayDevice(usedWith, language)}, ${sayWhere(where, language)}`;
  const say = outcome === 'deny' ? words.wasRefused : words.hadToWait;
  const said = say(capitalized(sayMoment(at, language)), personName, seenAs);
  return `${said}${times > 1 ? `, ${words.times(times)}` : ''}.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function NeverSeen({ value, since }: { readonly value: ClosingPage; readonly since: Moment }): VNode {
  const { neverSeen, members } = value;
  const words = wordsFor(value.shell.frame.language).console.closing;
  const observed = words.observed(Math.floor((since.now - since.at) / aDay));
  if (neverSeen.length === 0) return <p>{`${observed} ${words.everyoneSeen}`}</p>;
  return (
    <>
      <p>{`${observed} ${words.neverSeen(neverSeen.length, members)}`}</p>
      <details>
        <summary>{words.who}</summary>
        <PeopleList people={neverSeen} />
      </details>
    </>
  );
}
