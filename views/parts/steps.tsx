import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface Step {
  readonly state: 'done' | 'now' | 'to-come';
  /** The word for the state: never told by colour alone. */
  readonly stateWord: string;
  readonly text: string;
}

const icons: Readonly<Record<Step['state'], IconName>> = { done: 'check', now: 'clock', 'to-come': 'dot' };

export function Steps(props: { readonly label: string; readonly steps: readonly Step[] }): VNode {
  return (
    <ol class="steps" aria-label={props.label}>
      {props.steps.map((step) => (
        <li key={step.text} class={`step step-${step.state}`}>
          <Icon name={icons[step.state]} />
          <span>
            <span class="step-text">{step.text}</span> <span class="step-state">· {step.stateWord}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
