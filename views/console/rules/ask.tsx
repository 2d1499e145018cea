import type { VNode } from 'preact';

/** Shows the form again by GET, with what was filled in: nothing is written. */
export function AskButton(props: {
  readonly action: string;
  readonly step: 'preview' | 'machines' | 'hours';
  readonly look: 'main' | 'second' | 'first';
  readonly children: string;
}): VNode {
  const { action, step, look, children } = props;
  const hidden = look === 'first' ? { tabIndex: -1, 'aria-hidden': true as const } : {};
  const hash = step === 'machines' ? '#machine' : step === 'hours' ? '#hours' : '';
  return (
    <button
      type="submit"
      name="step"
      value={step}
      formMethod="get"
      formAction={`${action}${hash}`}
      formNoValidate
      class={look === 'first' ? 'visually-hidden' : `button button-${look}`}
      {...hidden}
    >
      {children}
    </button>
  );
}
