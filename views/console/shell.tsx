import type { ComponentChildren, VNode } from 'preact';
import { Page } from '../layout.tsx';
import { PostButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { connectionsHref, devicesHref, pendingHref, placesHref, rulesHref, whatIfHref } from '../places.ts';
import { wordsFor } from '../words/index.ts';
import type { ConsoleTab, Shell } from './model.ts';

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
  const waits = shell.pending > 0;
  const tabs: readonly (readonly [ConsoleTab, string])[] = [
    ['connections', connectionsHref],
    ['pending', pendingHref],
    ['places', placesHref],
    ['devices', devicesHref],
    ['rules', rulesHref],
    ['what-if', whatIfHref],
  ];
  return (
    <nav class="tabs" aria-label={words.settings}>
      {tabs.map(([tab, href]) => (
        <a
          key={tab}
          class={tab === 'pending' && waits ? 'tab tab-waiting' : 'tab'}
          href={href}
          {...(tab === shell.current && { 'aria-current': 'page' as const })}
        >
          {tab === 'pending' && waits && <Icon name="clock" />}
          {tab === 'pending' ? words.waiting(shell.pending) : words.tabs[tab]}
        </a>
      ))}
    </nav>
  );
}
