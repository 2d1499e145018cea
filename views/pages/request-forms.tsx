import type { VNode } from 'preact';
import type { RefusalScope, RequestPage } from '../model.ts';
import { Button } from '../parts/button.tsx';
import { Linked } from '../parts/linked.tsx';
import { wordsFor } from '../words/index.ts';
import { Authorizes } from './request-scope.tsx';

/** With a session both answers stand side by side; with the link alone, refusing is folded behind its tick box. */
export function AnswerForms({ value }: { readonly value: RequestPage }): VNode {
  const words = wordsFor(value.frame.language).request;
  if (value.proof.kind === 'session') {
    return (
      <form class="stack" method="post" action={value.action}>
        <input type="hidden" name="shown" value={value.shown} />
        {value.returnTo === 'list' && <input type="hidden" name="retour" value="demandes" />}
        {value.proof.code === 'asked' && <CodeField value={value} signInHref="none" />}
        <div class="answers">
          <Button look="main" name="answer" value="approve">
            {words.approve}
          </Button>
          <Button look="danger" name="answer" value="refuse">
            {words.refuse}
          </Button>
        </div>
        <Authorizes value={value} />
        <Refuses value={value} />
      </form>
    );
  }
  return (
    <>
      <form class="stack" method="post" action={value.action}>
        <input type="hidden" name="shown" value={value.shown} />
        <CodeField value={value} signInHref={value.proof.signInHref} />
        <Button look="main" name="answer" value="approve">
          {words.approve}
        </Button>
        <Authorizes value={value} />
      </form>
      <RefuseOnce value={value} />
    </>
  );
}

function CodeField(props: { readonly value: RequestPage; readonly signInHref: string | 'none' }): VNode {
  const words = wordsFor(props.value.frame.language).request;
  const { error, cardId } = props.value;
  const id = `code${cardId}`;
  const wrong = error === 'code-wrong' || error === 'code-missing' || error === 'code-incomplete';
  return (
    <div class="field">
      <label for={id}>{words.code}</label>
      <input
        id={id}
        class="code-input"
        name="code"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        data-digits="6"
        aria-describedby={wrong ? `error ${id}-hint` : `${id}-hint`}
        {...(wrong ? { 'aria-invalid': true } : {})}
      />
      <p id={`${id}-hint`} class="hint">
        {words.codeHint}{' '}
        {props.signInHref !== 'none' && (
          <Linked sentence={words.orSignIn} part={words.signInPart} href={props.signInHref} />
        )}
      </p>
    </div>
  );
}

const refusals: readonly RefusalScope[] = ['this-time', 'person-device', 'device'];

/** What a refusal is about, and for how long; for everyone with the machine is a choice of its own. */
function Refuses({ value }: { readonly value: RequestPage }): VNode {
  const { request: words, devices } = wordsFor(value.frame.language);
  const { refusal } = value.chosen;
  const say = (one: RefusalScope) =>
    words.refusals[one](value.person.firstName, devices.thisOne(value.usedWith));
  return (
    <details class="scope" open={refusal !== 'this-time'}>
      <summary>
        {words.refuses}{' '}
        {refusals.map((one) => (
          <span key={one} class={`chosen chosen-${one}${one === refusal ? ' chosen-at-opening' : ''}`}>
            {say(one)}
          </span>
        ))}{' '}
        <span class="change">{words.change}</span>
      </summary>
      <fieldset>
        <legend>{words.whatRefused}</legend>
        {refusals.map((one) => (
          <label key={one} class="option">
            <input type="radio" name="refusal" value={one} checked={one === refusal} />
            <span>{say(one).replace(/^./, (first) => first.toUpperCase())}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function RefuseOnce({ value }: { readonly value: RequestPage }): VNode {
  const words = wordsFor(value.frame.language).request;
  const doubtful = value.error === 'tick-box' ? { 'aria-invalid': true, 'aria-describedby': 'error' } : {};
  return (
    <details class="refuse" open={value.error === 'tick-box'}>
      <summary>{words.doNotKnow}</summary>
      <form class="stack" method="post" action={value.action}>
        <p>{words.doNotKnowHelp(value.person.firstName)}</p>
        <label class="option">
          <input type="checkbox" name="certain" value="yes" {...doubtful} />
          <span>{words.certain}</span>
        </label>
        <Button look="danger" name="answer" value="refuse">
          {words.refuseOnce}
        </Button>
        <p class="hint">{words.refuseHint}</p>
      </form>
    </details>
  );
}
