import type { VNode } from 'preact';
import type { RequestPage } from '../model.ts';
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
        {value.proof.code === 'asked' && <CodeField value={value} signInHref="none" />}
        <div class="answers">
          <Button look="main" name="answer" value="approve">
            {words.approve}
          </Button>
          <Button look="danger" name="answer" value="refuse">
            {words.refuse}
          </Button>
        </div>
        <p class="hint">{words.refuseHint}</p>
        <Authorizes value={value} />
      </form>
    );
  }
  return (
    <>
      <form class="stack" method="post" action={value.action}>
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
  const { error } = props.value;
  const wrong = error === 'code-wrong' || error === 'code-missing' || error === 'code-incomplete';
  return (
    <div class="field">
      <label for="code">{words.code}</label>
      <input
        id="code"
        class="code-input"
        name="code"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        data-digits="6"
        aria-describedby={wrong ? 'error code-hint' : 'code-hint'}
        {...(wrong ? { 'aria-invalid': true } : {})}
      />
      <p id="code-hint" class="hint">
        {words.codeHint}{' '}
        {props.signInHref !== 'none' && (
          <Linked sentence={words.orSignIn} part={words.signInPart} href={props.signInHref} />
        )}
      </p>
    </div>
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
