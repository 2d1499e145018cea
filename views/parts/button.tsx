import type { ComponentChildren, VNode } from 'preact';

export type ButtonLook = 'main' | 'second' | 'danger' | 'quiet';

interface ButtonProps {
  readonly look: ButtonLook;
  readonly name?: string;
  readonly value?: string;
  readonly children: ComponentChildren;
}

export function Button({ look, name, value, children }: ButtonProps): VNode {
  return (
    <button type="submit" class={`button button-${look}`} name={name} value={value}>
      {children}
    </button>
  );
}

export function LinkButton(props: {
  readonly href: string;
  readonly look: ButtonLook;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <a class={`button button-${props.look}`} href={props.href}>
      {props.children}
    </a>
  );
}

/** A form that holds nothing but its button: it changes something, so it is never a link. */
export function PostButton(props: {
  readonly action: string;
  readonly look: ButtonLook;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <form class="lone" method="post" action={props.action}>
      <Button look={props.look}>{props.children}</Button>
    </form>
  );
}
