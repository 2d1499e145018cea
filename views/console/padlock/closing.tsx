import type { VNode } from 'preact';
import { LinkButton, PostButton } from '../../parts/button.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Emblem, Padlock } from '../../parts/padlock.tsx';
import { checklistHref, connectionsHref } from '../../places.ts';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { Result } from '../parts/result.tsx';
import { ConsolePage } from '../shell.tsx';
import type { ClosingPage } from './model.ts';
import { RehearsalSection } from './rehearsal.tsx';

/** What would have happened, in words; then the button, unless something has to be done first. */
export function closingPage(value: ClosingPage): string {
  const { shell } = value;
  const { console: words, common } = wordsFor(shell.frame.language);
  const blocked = value.refused !== 'none';
  return renderDocument(
    <ConsolePage shell={shell} title={words.closing.title}>
      <ClosingResultNotice value={value} />
      <Refused value={value} />
      <Emblem tone="fir" state="open" />
      <h1>{words.closing.title}</h1>
      <p class="lead">
        {words.closing.means} {value.first && words.closing.authorizes(value.authorizes)}
      </p>
      <p>
        {words.closing.told} <a href={checklistHref}>{words.closing.toChecklist}</a>
      </p>
      <Mine value={value} />
      <RehearsalSection value={value} />
      <form class="decide" method="post" action={value.action}>
        <input type="hidden" name="vu" value={value.shown.version} />
        <input type="hidden" name="depuis" value={value.shown.at} />
        <button type="submit" class={`button closes ${blocked ? 'button-second' : 'button-main'}`}>
          <Padlock state="open" />
          {words.closing.close}
        </button>
        <a class="button button-quiet" href={value.cancelHref}>
          {common.cancel}
        </a>
      </form>
    </ConsolePage>,
  );
}

/** Why it did not close. The remedy stands below, as the obvious button. */
function Refused({ value }: { readonly value: ClosingPage }): VNode | null {
  if (value.refused === 'none') return null;
  const words = wordsFor(value.shell.frame.language).console.closing;
  return (
    <>
      <ErrorNotice id="error">{words.refused[value.refused]}</ErrorNotice>
      <Remedy value={value} />
    </>
  );
}

function Remedy({ value }: { readonly value: ClosingPage }): VNode {
  const { console: words } = wordsFor(value.shell.frame.language);
  if (value.authorizeMineAction !== 'none')
    return (
      <div class="decide">
        <PostButton action={value.authorizeMineAction} look="main">
          {words.closing.authorizeMine}
        </PostButton>
      </div>
    );
  return (
    <>
      <p>{words.closing.authorizeAnother}</p>
      <div class="decide">
        <LinkButton href={connectionsHref} look="main">
          {words.toConnections}
        </LinkButton>
      </div>
    </>
  );
}

/** Said before it is tried, too. */
function Mine({ value }: { readonly value: ClosingPage }): VNode | null {
  if (value.refused !== 'none' || value.authorizeMineAction === 'none') return null;
  const words = wordsFor(value.shell.frame.language).console.closing;
  return (
    <>
      <Notice tone="honey" icon="alert">
        {words.mineFirst}
      </Notice>
      <div class="decide">
        <PostButton action={value.authorizeMineAction} look="second">
          {words.authorizeMine}
        </PostButton>
      </div>
    </>
  );
}

/** What the last button of this page did. */
function ClosingResultNotice({ value }: { readonly value: ClosingPage }): VNode | null {
  const { result, shell } = value;
  const { language } = shell.frame;
  const words = wordsFor(language).console;
  if (result === 'none') return null;
  switch (result.kind) {
    case 'stale':
      return <Meanwhile entries={result.entries} language={language} />;
    case 'undone':
      return (
        <Result tone="fir" icon="check" sentence={words.moved.undone} undoAction="none" language={language} />
      );
    case 'locks-out':
    case 'locks-you-out':
      return (
        <Result
          tone="brick"
          icon="alert"
          sentence={words.moved[result.kind]}
          undoAction="none"
          language={language}
        />
      );
    case 'authorized':
    case 'still-refused':
      return (
        <Result
          tone={result.kind === 'authorized' ? 'fir' : 'honey'}
          icon={result.kind === 'authorized' ? 'check' : 'alert'}
          sentence={
            result.kind === 'authorized' ? words.closing.lineAuthorized : words.moved['still-refused'](1)
          }
          undoAction={result.undoAction}
          language={language}
        />
      );
  }
}
