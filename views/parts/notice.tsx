import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './padlock.tsx';

const icons: Readonly<Record<Tone, IconName>> = { sky: 'info', fir: 'check', honey: 'clock', brick: 'alert' };

export function Notice(props: {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class={`notice tone-${props.tone}`}>
      <Icon name={props.icon ?? icons[props.tone]} />
      <div>{props.children}</div>
    </div>
  );
}

/** Focused as the page opens, so that it is read before the form is tried again. */
export function ErrorNotice(props: { readonly id: string; readonly children: ComponentChildren }): VNode {
  return (
    <div id={props.id} class="notice tone-brick" role="alert" tabIndex={-1} {...focusedAtOpening}>
      <Icon name="alert" />
      <div>{props.children}</div>
    </div>
  );
}

export const focusedAtOpening = { autofocus: true };
