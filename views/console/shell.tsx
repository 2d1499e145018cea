import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../layout.tsx';
import { PostButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { connectionsHref, pendingHref } from '../places.ts';
import { wordsFor } from '../words/index.ts';
import type { Shell } from './model.ts';

/** A page of « Réglages »: whose centre, how to leave, where one is, and who waits. */
export function ConsolePage(props: {
  readonly shell: Shell;
  readonly title: string;
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}): VNode {
  const { shell, title, data = {}, scripts = [] } = props;
  const { console: words, common } = wordsFor(shell.frame.language);
  return (
    <Page frame={shell.frame} title={title} width="wide" data={data} scripts={scripts}>
      <div class="console-top">
        <p class="eyebrow">
          <span class="settings-word">{`${words.settings} · `}</span>
          {shell.organizationName}
        </p>
        <PostButton action={shell.logoutAction} look="quiet">
          {common.signOut}
        </PostButton>
      </div>
      <Tabs shell={shell} />
      {props.children}
    </Page>
  );
}

function Tabs({ shell }: { readonly shell: Shell }): VNode {
  const words = wordsFor(shell.frame.language).console;
  const here = (tab: Shell['current']) => (tab === shell.current ? { 'aria-current': 'page' as const } : {});
  return (
    <nav class="tabs" aria-label={words.settings}>
      <a class="tab" href={connectionsHref} {...here('connections')}>
        {words.connections.title}
      </a>
      <a class={shell.pending > 0 ? 'tab tab-waiting' : 'tab'} href={pendingHref} {...here('pending')}>
        {shell.pending > 0 && <Icon name="clock" />}
        {words.waiting(shell.pending)}
      </a>
    </nav>
  );
}
