import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { RequestPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { PlaceMap } from '../parts/map/place-map.tsx';
import { ErrorNotice } from '../parts/notice.tsx';
import { renderDocument } from '../render.ts';
import { isLocalNetwork, sayBrowser, sayDevice } from '../said.ts';
import { sayWhere, sayWhereInFull } from '../where.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { Asked, Question } from './request-asked.tsx';
import { AnswerForms } from './request-forms.tsx';

/** Who, with what, when; then the question to settle, then the answer. Everything else is folded. */
export function requestPage(value: RequestPage): string {
  const { request: words } = wordsFor(value.frame.language);
  const { firstName, lastName, jobTitle } = value.person;
  const name = `${firstName} ${lastName}`;
  return renderDocument(
    <Page frame={value.frame} title={words.documentTitle(name)} scripts={['code.js']}>
      <ErrorBox value={value} />
      <p class="eyebrow">{value.organizationName}</p>
      <h1>
        {name}
        {jobTitle !== 'none' && <span class="job">{`, ${jobTitle}`}</span>}
      </h1>
      <Asked value={value} />
      <SmallMap value={value} />
      <Question value={value} />
      <AnswerForms value={value} />
      <Details value={value} />
    </Page>,
  );
}

function ErrorBox({ value }: { readonly value: RequestPage }): VNode | null {
  const words = wordsFor(value.frame.language).request;
  if (value.error === 'none') return null;
  const tries =
    value.error === 'code-wrong' && value.proof.kind === 'code'
      ? ` ${words.triesLeft(value.proof.triesLeft)}`
      : '';
  return <ErrorNotice id="error">{words.errors[value.error] + tries}</ErrorNotice>;
}

/** Roughly where it is: a city that nobody knows is seen to be far before it is read. */
function SmallMap({ value }: { readonly value: RequestPage }): VNode | null {
  const { spot, frame } = value;
  const { language } = frame;
  if (spot === 'unknown') return null;
  const label = sayWhere(spot.where, language);
  return (
    <PlaceMap
      value={{
        language,
        id: 'where',
        title: label,
        markers: [{ ...spot, label, kind: 'here', tone: 'neutral', number: 1 }],
        circles: [],
        size: 'small',
      }}
    />
  );
}

function networkOf({ network }: RequestPage, words: Words['request']): string {
  if (network === 'unknown') return words.notObserved;
  return isLocalNetwork(network) ? words.localNetwork : network;
}

function Details({ value }: { readonly value: RequestPage }): VNode {
  const { language } = value.frame;
  const words = wordsFor(language).request;
  const lines: readonly (readonly [string, string])[] = [
    [words.organization, value.organizationName],
    [words.application, value.applicationName],
    [words.device, sayDevice(value.usedWith, language)],
    [words.browser, sayBrowser(value.usedWith, language) || words.notObserved],
    [value.where.kind === 'place' ? words.namedPlace : words.place, sayWhereInFull(value.where, language)],
    [words.network, networkOf(value, words)],
    ...(value.owner === 'unknown' ? [] : [[words.owner, value.owner] as const]),
    [words.asked, sayMoment(value.openedAt, language)],
  ];
  return (
    <details>
      <summary>{words.details}</summary>
      <dl class="facts">
        {lines.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
