import type { VNode } from 'preact';
import { Button } from '../../parts/button.tsx';
import { wordsFor } from '../../words/index.ts';
import type { PersonPage } from './model.ts';

const accesses: readonly PersonPage['access'][] = ['by_rules', 'always', 'never'];

/** One choice of three, each with its consequence. */
export function AccessForm({ value }: { readonly value: PersonPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.person;
  return (
    <form class="access" method="post" action={value.accessAction}>
      <input type="hidden" name="shown" value={value.access} />
      <input type="hidden" name="depuis" value={String(value.since)} />
      <fieldset>
        <legend>{words.access}</legend>
        {accesses.map((access) => (
          <label key={access} class="option">
            <input type="radio" name="access" value={access} checked={access === value.access} />
            <span>
              <strong>{words.accesses[access].name}</strong>
              <span class="consequence">{words.accesses[access].means(value.firstName)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Button look="second">{words.save}</Button>
    </form>
  );
}
