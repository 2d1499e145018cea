import type { VNode } from 'preact';

/** What proof.js fills in a form with a challenge; they leave empty where it cannot. */
export function KeyFields(): VNode {
  return (
    <>
      {['key', 'signature', 'touch'].map((name) => (
        <input key={name} type="hidden" name={name} value="" />
      ))}
    </>
  );
}
