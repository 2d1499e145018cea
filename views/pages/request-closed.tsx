import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { Language, RequestClosed, RequestClosedPage } from '../model.ts';
import { sayMoment } from '../moments.ts';
import { LinkButton, PostButton } from '../parts/button.tsx';
import { Emblem, type Tone } from '../parts/padlock.tsx';
import { renderDocument } from '../render.ts';
import { type Words, wordsFor } from '../words/index.ts';

interface Said {
  readonly tone: Tone;
  readonly title: string;
  readonly sentence: string;
  readonly more?: ComponentChildren;
}

export function requestClosedPage({ frame, state }: RequestClosedPage): string {
  const said = saidOf(state, wordsFor(frame.language).requestClosed, frame.language);
  return renderDocument(
    <Page frame={frame} title={said.title}>
      <Emblem tone={said.tone} state={said.tone === 'fir' ? 'open' : 'closed'} />
      <h1>{said.title}</h1>
      <p class="lead">{said.sentence}</p>
      {said.more}
    </Page>,
  );
}

function saidOf(state: RequestClosed, words: Words['requestClosed'], language: Language): Said {
  switch (state.kind) {
    case 'just-approved':
      return {
        tone: 'fir',
        title: words.approvedTitle,
        sentence: words.approved(state.firstName),
        more: <Withdraw action={state.withdrawAction} words={words} />,
      };
    case 'just-refused':
      return { tone: 'brick', title: words.refusedTitle, sentence: words.refused(state.firstName) };
    case 'answered': {
      const by = state.by === 'operator' ? words.operator : state.by;
      const when = sayMoment(state.at, language);
      const approved = state.answer === 'approved';
      return {
        tone: approved ? 'fir' : 'brick',
        title: words.answeredTitle,
        sentence: approved ? words.answeredApproved(by, when) : words.answeredRefused(by, when),
        more: <p>{words.nothingToDo}</p>,
      };
    }
    case 'cancelled':
      return { tone: 'sky', title: words.cancelledTitle, sentence: words.cancelled };
    case 'expired':
      return { tone: 'sky', title: words.expiredTitle, sentence: words.expired };
    case 'superseded':
      return { tone: 'sky', title: words.supersededTitle, sentence: words.superseded };
    case 'worn-out':
      return {
        tone: 'honey',
        title: words.wornOutTitle,
        sentence: words.wornOut,
        more: <SignIn href={state.signInHref} words={words} />,
      };
    case 'nobody-waiting':
      return {
        tone: 'honey',
        title: words.nobodyTitle,
        sentence: words.nobody,
        more: <SignIn href={state.signInHref} words={words} />,
      };
    case 'own-browser':
      return {
        tone: 'honey',
        title: words.ownTitle,
        sentence: words.own,
        ...(state.demo ? { more: <p>{words.ownDemo}</p> } : {}),
      };
    case 'not-yours':
      return { tone: 'sky', title: words.notYoursTitle, sentence: words.notYours };
  }
}

function Withdraw(props: {
  readonly action: string | 'none';
  readonly words: Words['requestClosed'];
}): VNode {
  return (
    <>
      <p class="soft">{props.words.withdrawHint}</p>
      {props.action !== 'none' && (
        <div class="quiet-row">
          <PostButton action={props.action} look="quiet">
            {props.words.withdraw}
          </PostButton>
        </div>
      )}
    </>
  );
}

function SignIn(props: { readonly href: string; readonly words: Words['requestClosed'] }): VNode {
  return (
    <div class="actions">
      <LinkButton href={props.href} look="main">
        {props.words.signIn}
      </LinkButton>
    </div>
  );
}
