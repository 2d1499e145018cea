import type { VNode } from 'preact';
import { Button } from '../../parts/button.tsx';
import { connectionsHref } from '../../places.ts';
import { wordsFor } from '../../words/index.ts';
import type { ConnectionsPage, Period } from './model.ts';

const periods: readonly Period[] = ['today', '7-days', '30-days', 'all'];

/** Which application, since when, and whom or where: three fields that go with their button. */
export function Filter({ value }: { readonly value: ConnectionsPage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.connections;
  const { application, period, search } = value.filter;
  return (
    <search aria-label={words.filter}>
      <form class="filter" method="get" action={connectionsHref}>
        <div class="field">
          <label for="application">{words.application}</label>
          <select id="application" name="application">
            <Choice value="all" chosen={application}>
              {words.everyApplication}
            </Choice>
            {value.applications.map(({ id, name }) => (
              <Choice key={id} value={id} chosen={application}>
                {name}
              </Choice>
            ))}
          </select>
        </div>
        <div class="field field-period">
          <label for="period">{words.period}</label>
          <select id="period" name="period">
            {periods.map((one) => (
              <Choice key={one} value={one} chosen={period}>
                {words.periods[one]}
              </Choice>
            ))}
          </select>
        </div>
        <div class="filter-search">
          <div class="field">
            <label for="search">{words.search}</label>
            <input
              id="search"
              name="search"
              type="search"
              value={search}
              autoComplete="off"
              maxLength={100}
            />
          </div>
          {value.filter.only === 'to-check' && <input type="hidden" name="only" value="to-check" />}
          <Button look="second">{words.show}</Button>
        </div>
      </form>
    </search>
  );
}

function Choice(props: {
  readonly value: string;
  readonly chosen: string;
  readonly children: string;
}): VNode {
  return (
    <option value={props.value} selected={props.value === props.chosen}>
      {props.children}
    </option>
  );
}
