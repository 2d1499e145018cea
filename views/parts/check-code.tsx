import type { VNode } from 'preact';

/** Six digits in two groups; read aloud one by one, as they will be repeated over the phone. */
export function CheckCode(props: {
  readonly label: string;
  readonly code: string;
  readonly advice: string;
}): VNode {
  return (
    <section class="check-code" aria-labelledby="check-code-label">
      <h2 id="check-code-label">{props.label}</h2>
      <output id="check-code" role="img" aria-label={Array.from(props.code).join(' ')}>
        {`${props.code.slice(0, 3)} ${props.code.slice(3)}`}
      </output>
      <p>{props.advice}</p>
    </section>
  );
}
