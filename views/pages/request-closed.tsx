import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { Language, RequestClosed, RequestClosedPage } from '../model.ts';
import { sayClock, sayMoment } from '../moments.ts';
import { LinkButton, PostButton } from '../parts/button.tsx';
import { Linked } from '../parts/linked.tsx';
import { Emblem, type Tone } from '../parts/padlock.tsx';
import { demoMailboxHref, pendingHref, rulesHref } from '../places.ts';
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
        more: <AfterApproval withdraw={state.withdraw} words={words} />,
      };
    case 'just-refused':
      return {
        tone: 'brick',
        title: words.refusedTitle,
        sentence: words.refused(state.firstName, sayClock(state.until, language)),
        more: (
          <>
            <p>{words.worried(state.firstName)}</p>
            <Nothing words={words} />
          </>
        ),
      };
    case 'just-refused-for-good':
      return {
        tone: 'brick',
        title: words.refusedTitle,
        sentence: words.refusedForGood[state.scope](state.firstName),
        more: (
          <>
            <p>{words.worried(state.firstName)}</p>
            <p>
              <Linked sentence={words.endRefusal} part={words.endRefusalPart} href={rulesHref} />
            </p>
            <Nothing words={words} />
          </>
        ),
      };
    case 'withdrawn': {
      const when = sayMoment(state.at, language);
      return {
        tone: 'honey',
        title: words.withdrawnTitle,
        sentence: words.withdrawn(state.firstName),
        more: (
          <>
            <p>{state.by === 'you' ? words.withdrawnByYou(when) : words.withdrawnBy(state.by, when)}</p>
            <Nothing words={words} />
          </>
        ),
      };
    }
    case 'answered':
      return {
        tone: state.answer === 'approved' ? 'fir' : 'brick',
        title: words.answeredTitle,
        sentence: whoAnswered(state, words, language),
        more: <Nothing words={words} />,
      };
    case 'cancelled':
      return {
        tone: 'sky',
        title: words.cancelledTitle,
        sentence: words.cancelled,
        more: <Nothing words={words} />,
      };
    case 'expired':
      return {
        tone: 'sky',
        title: words.expiredTitle,
        sentence: words.expired,
        more: <Nothing words={words} />,
      };
    case 'superseded':
      return {
        tone: 'sky',
        title: words.supersededTitle,
        sentence: words.superseded,
        more: <Nothing words={words} />,
      };
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
        ...(state.demo ? { more: <OwnInDemo words={words} /> } : {}),
      };
    case 'not-yours':
      return { tone: 'sky', title: words.notYoursTitle, sentence: words.notYours };
  }
}

function whoAnswered(
  { by, answer, at }: Extract<RequestClosed, { readonly kind: 'answered' }>,
  words: Words['requestClosed'],
  language: Language,
): string {
  const when = sayMoment(at, language);
  if (by === 'you') return answer === 'approved' ? words.youApproved(when) : words.youRefused(when);
  const name = by === 'operator' ? words.operator : by;
  return answer === 'approved' ? words.answeredApproved(name, when) : words.answeredRefused(name, when);
}

/** Taking it back is one button with a session, and a way to sign in without. */
function AfterApproval(props: {
  readonly withdraw: Extract<RequestClosed, { readonly kind: 'just-approved' }>['withdraw'];
  readonly words: Words['requestClosed'];
}): VNode {
  const { withdraw, words } = props;
  return (
    <>
      {withdraw.kind === 'sign-in' && (
        <p>
          <Linked sentence={words.withdrawSignIn} part={words.withdrawSignInPart} href={withdraw.href} />
        </p>
      )}
      <Nothing words={words} />
      {withdraw.kind === 'post' && (
        <div class="quiet-row">
          <PostButton action={withdraw.action} look="quiet">
            {words.withdraw}
          </PostButton>
        </div>
      )}
    </>
  );
}

/** Nothing is left to do: the page may be closed, or another request answered. */
function Nothing({ words }: { readonly words: Words['requestClosed'] }): VNode {
  return (
    <p>
      {words.closePage} <a href={pendingHref}>{words.seePending}</a>
    </p>
  );
}

/** The link is there to be opened in the private window, or copied into it: it shows its address. */
function OwnInDemo({ words }: { readonly words: Words['requestClosed'] }): VNode {
  const shown = `…${demoMailboxHref}`;
  return (
    <p>
      <Linked sentence={words.ownDemo(shown)} part={shown} href={demoMailboxHref} />
    </p>
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
