import type { VNode } from 'preact';
import { Page } from '../layout.tsx';
import type { SignInPage } from '../model.ts';
import { Button } from '../parts/button.tsx';
import { KeyFields } from '../parts/key-fields.tsx';
import { ErrorNotice, focusedAtOpening, Notice } from '../parts/notice.tsx';
import { privacyHref } from '../places.ts';
import { renderDocument } from '../render.ts';
import { wordsFor } from '../words/index.ts';

export function signInPage(value: SignInPage): string {
  const words = wordsFor(value.frame.language).signIn;
  return renderDocument(
    <Page
      frame={value.frame}
      title={words.title(value.applicationName)}
      scripts={value.challenge === 'none' ? ['password.js'] : ['password.js', 'proof.js']}
    >
      <h1>{words.title(value.applicationName)}</h1>
      {value.error !== 'none' && <ErrorNotice id="error">{words.errors[value.error]}</ErrorNotice>}
      {value.error === 'none' && value.notice !== 'none' && (
        <Notice tone={value.notice === 'wait-over' ? 'fir' : 'sky'}>{words.notices[value.notice]}</Notice>
      )}
      <SignInForm value={value} />
      <p class="small-print">
        {words.recorded[value.audience]} <a href={privacyHref}>{words.more}</a>
      </p>
    </Page>,
  );
}

function SignInForm({ value }: { readonly value: SignInPage }): VNode {
  const words = wordsFor(value.frame.language).signIn;
  const doubtful = value.error === 'mismatch' || value.error === 'incomplete';
  // The error is focused when there is one; else the first field that is still empty.
  const first = value.error !== 'none' ? 'error' : value.username === '' ? 'username' : 'password';
  const described = doubtful ? { 'aria-invalid': true, 'aria-describedby': 'error' } : {};
  return (
    <form
      class="stack"
      method="post"
      action={value.action}
      noValidate
      {...(value.challenge !== 'none' && { 'data-challenge': value.challenge })}
    >
      <div class="field">
        <label for="username">{words.username}</label>
        <input
          id="username"
          name="username"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
          value={value.username}
          {...(first === 'username' ? focusedAtOpening : {})}
          {...described}
        />
      </div>
      <div class="field">
        <label for="password">{words.password}</label>
        <div class="with-button">
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            {...(first === 'password' ? focusedAtOpening : {})}
            {...described}
          />
          <button
            type="button"
            class="reveal"
            hidden
            aria-controls="password"
            aria-label={words.revealLabel}
            data-reveal={words.reveal}
            data-conceal={words.conceal}
            data-reveal-label={words.revealLabel}
            data-conceal-label={words.concealLabel}
          >
            {words.reveal}
          </button>
        </div>
      </div>
      <Button look="main">{words.submit}</Button>
      {value.challenge !== 'none' && <KeyFields />}
    </form>
  );
}
