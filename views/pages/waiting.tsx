import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { WaitingPage, WaitingState } from '../model.ts';
import { LinkButton, PostButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Opening } from '../parts/opening.tsx';
import { WhomToCall } from '../parts/whom-to-call.tsx';
import { renderDocument } from '../render.ts';
import { sayPhone } from '../said.ts';
import { wordsFor } from '../words/index.ts';
import { Pending } from './waiting-pending.tsx';

const tenMinutes = 600_000;

export function waitingPage(value: WaitingPage): string {
  return renderDocument(
    <Page frame={value.frame} title={titleOf(value)} scripts={scriptsOf(value)} data={dataOf(value)}>
      <State value={value} state={value.state} />
    </Page>,
  );
}

/** A key can be offered only while the request waits. */
function scriptsOf({ state, offer }: WaitingPage): readonly string[] {
  return state.kind === 'pending' && offer !== 'none' ? ['waiting.js', 'proof.js'] : ['waiting.js'];
}

function titleOf({ state, own, asked, frame }: WaitingPage): string {
  const words = wordsFor(frame.language).waiting;
  switch (state.kind) {
    case 'pending':
      return own ? words.titleOwn(asked) : words.title;
    case 'approved':
      return words.titleApproved;
    case 'refused':
      return words.titleRefused;
    case 'cancelled':
      return words.titleCancelled;
    case 'expired':
      return words.titleExpired;
  }
}

/** What the scripts need: where to listen, where to go, and the sentences it may say. */
function dataOf(value: WaitingPage): Readonly<Record<`data-${string}`, string>> {
  const { waiting: words, common } = wordsFor(value.frame.language);
  const { state } = value;
  if (state.kind === 'approved' && state.how === 'by-itself') {
    return { 'data-state': 'approved', 'data-continue': state.continueHref };
  }
  if (state.kind !== 'pending') return { 'data-state': state.kind };
  const call =
    value.onCallPhone === 'none' ? common.callDirection : common.callOnCall(sayPhone(value.onCallPhone));
  return {
    'data-state': 'pending',
    'data-events': value.eventsHref,
    'data-check': value.checkHref,
    'data-approved': words.approved(value.applicationName),
    'data-approved-title': common.title(words.titleApproved),
    'data-approved-heading': words.titleApproved,
    'data-cut': words.cut,
    ...(value.offer === 'none'
      ? {}
      : { 'data-offer-action': value.offer.action, 'data-challenge': value.offer.challenge }),
    ...(state.nobodyAnswered || value.asked.length === 0
      ? {}
      : {
          'data-nobody-answered': `${words.nobodyAnswered} ${call}`,
          'data-nobody-answered-in': String(Math.max(0, value.openedAt.at + tenMinutes - value.openedAt.now)),
        }),
  };
}

function State({ value, state }: { readonly value: WaitingPage; readonly state: WaitingState }): VNode {
  switch (state.kind) {
    case 'pending':
      return <Pending value={value} state={state} title={titleOf(value)} />;
    case 'approved':
      return <Approved value={value} state={state} />;
    case 'refused':
      return <Over value={value} tone="brick" sentence={wordsFor(value.frame.language).waiting.refused} />;
    case 'cancelled':
      return <Over value={value} tone="sky" sentence={wordsFor(value.frame.language).waiting.cancelled} />;
    case 'expired':
      return <Over value={value} tone="honey" sentence={wordsFor(value.frame.language).waiting.expired} />;
  }
}

function Approved(props: {
  readonly value: WaitingPage;
  readonly state: Extract<WaitingState, { readonly kind: 'approved' }>;
}): VNode {
  const { value, state } = props;
  const words = wordsFor(value.frame.language).waiting;
  const byHand = state.how === 'by-hand';
  return (
    <>
      <Opening tone="fir" state="open" place={value.organizationName} />
      <h1>{words.titleApproved}</h1>
      <p class="lead">
        {byHand ? words.approvedByHand(value.applicationName) : words.opens(value.applicationName)}
      </p>
      <div class="actions">
        <LinkButton href={state.continueHref} look={byHand ? 'main' : 'second'}>
          {byHand ? words.open(value.applicationName) : words.openNow}
        </LinkButton>
      </div>
    </>
  );
}

function Over(props: {
  readonly value: WaitingPage;
  readonly tone: 'brick' | 'honey' | 'sky';
  readonly sentence: string;
}): VNode {
  const { value, tone, sentence } = props;
  const { common } = wordsFor(value.frame.language);
  return (
    <>
      <Opening tone={tone} place={value.organizationName} />
      <h1>{titleOf(value)}</h1>
      <p class="lead">{sentence}</p>
      {tone !== 'sky' && (
        <Notice tone="sky" icon="call">
          <WhomToCall phone={value.onCallPhone} language={value.frame.language} />
        </Notice>
      )}
      <div class="actions">
        <LinkButton href={value.backToApplicationHref} look="main">
          {common.backTo(value.applicationName)}
        </LinkButton>
      </div>
      <div class="quiet-row">
        <PostButton action={value.notYouAction} look="quiet">
          {common.notYou}
        </PostButton>
      </div>
    </>
  );
}
