import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Icon } from '../../parts/icon.tsx';
import { oneLine, sayUsedWith, shortList } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import type { DeviceLine } from './model.ts';
import { DeviceMarks, sayDeviceName } from './parts.tsx';

/** A table; on a phone each row is a card, by style alone. */
export function DeviceTable(props: {
  readonly devices: readonly DeviceLine[];
  readonly language: Language;
}): VNode {
  const words = wordsFor(props.language).console.devices;
  const columns = [
    ['device', words.device],
    ['people', words.people],
    ['where', words.where],
    ['when', words.lastUsed],
    ['standing', words.marks],
  ] as const;
  return (
    <table class="grid devices">
      <caption class="visually-hidden">{words.list}</caption>
      <thead>
        <tr>
          {columns.map(([name, title]) => (
            <th key={name} scope="col" class={`column-${name}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.devices.map((device) => (
          <Line key={device.href} device={device} language={props.language} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ device, language }: { readonly device: DeviceLine; readonly language: Language }): VNode {
  const words = wordsFor(language).console.devices;
  const { name, usedWith, people, where, lastUsed, browsers, shared, stolen } = device;
  const what = sayUsedWith(usedWith, language);
  const more = [name === 'none' ? '' : what, browsers > 1 ? words.browsers(browsers) : ''].filter(Boolean);
  return (
    <tr>
      <th scope="row" class="cell-device">
        <span class="with-icon">
          <Icon name={usedWith.device} />
          <span>
            <a class="whole-card" href={device.href}>
              {sayDeviceName(device, language)}
            </a>
            {more.length > 0 && <span class="job">{more.join('\u00a0· ')}</span>}
          </span>
        </span>
      </th>
      <td class="cell-people">{sayPeople(people, language)}</td>
      <td class="cell-where">{lastUsed === 'never' ? '' : sayWhere(where, language)}</td>
      <td class="cell-when">
        {lastUsed === 'never' ? (
          words.never
        ) : (
          <time dateTime={new Date(lastUsed.at).toISOString()}>{sayMoment(lastUsed, language)}</time>
        )}
      </td>
      <td class="cell-standing">
        <DeviceMarks shared={shared} stolen={stolen} language={language} />
      </td>
    </tr>
  );
}

/** « Julie Tremblay, Nadia Benali, Marc Roy, 4 autres personnes ». */
export function sayPeople(people: readonly string[], language: Language): string {
  const words = wordsFor(language).console.devices;
  if (people.length === 0) return words.nobody;
  return shortList(people.map(oneLine), words.otherPeople).join(', ');
}
