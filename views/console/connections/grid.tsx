import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { StandingMark } from '../parts/standing.tsx';
import type { ConnectionLine } from './model.ts';

/** A table; on a phone each row is a card, by style alone. */
export function ConnectionGrid(props: {
  readonly lines: readonly ConnectionLine[];
  readonly language: Language;
}): VNode {
  const words = wordsFor(props.language).console.connections;
  const columns = [
    ['person', words.person],
    ['used', words.usedWith],
    ['where', words.from],
    ['when', words.lastAttempt],
    ['standing', words.standing],
  ] as const;
  return (
    <table class="grid">
      <caption class="visually-hidden">{words.list}</caption>
      <thead>
        <tr>
          {columns.map(([name, title]) => (
            <th key={name} scope="col" class={`column-${name}`}>
              {title}
            </th>
          ))}
          <th scope="col" class="column-more">
            <span class="visually-hidden">{words.more}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <Line key={line.id} line={line} language={props.language} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, language }: { readonly line: ConnectionLine; readonly language: Language }): VNode {
  const words = wordsFor(language).console.connections;
  return (
    <tr>
      <th scope="row" class="cell-person">
        {line.personName} {line.jobTitle !== 'none' && <span class="job">{line.jobTitle}</span>}{' '}
        {line.email !== 'none' && <span class="job">{line.email}</span>}
      </th>
      <td class="cell-used">
        <span class="with-icon">
          <Icon name={line.usedWith.device} />
          {sayUsedWith(line.usedWith, language)}
        </span>
      </td>
      <td class="cell-where">{sayWhere(line.where, language)}</td>
      <td class="cell-when">
        <time dateTime={new Date(line.lastAttempt.at).toISOString()}>
          {sayMoment(line.lastAttempt, language)}
        </time>
      </td>
      <td class="cell-standing">
        {line.standing === 'waiting' ? (
          <a class="mark mark-waiting" href={line.requestHref}>
            <Icon name="clock" />
            {words.waiting}
            <span class="visually-hidden">{` (${line.personName})`}</span>
          </a>
        ) : (
          <StandingMark standing={line.standing} language={language} />
        )}
      </td>
      <td class="cell-more">
        <a href={line.personHref}>
          <Icon name="pin" />
          <span class="visually-hidden">{words.seeWhere(line.personName)}</span>
        </a>
      </td>
    </tr>
  );
}
