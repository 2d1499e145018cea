import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { renderDocument } from '../../render.ts';
import { sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { PageLinks } from '../parts/page-links.tsx';
import { ConsolePage } from '../shell.tsx';
import type { DeviceLine, JoinDevicePage } from './model.ts';
import { DeviceMarks, ShownFields, sayDeviceName } from './parts.tsx';
import { sayPeople } from './table.tsx';

/** « C’est le même appareil »: which one, found by its name or by whoever uses it. */
export function joinDevicePage(value: JoinDevicePage): string {
  const { shell } = value;
  const { language } = shell.frame;
  const { console: consoleWords, common } = wordsFor(language);
  const words = consoleWords.devices;
  return renderDocument(
    <ConsolePage shell={shell} title={words.joinTitle}>
      {value.nothingChosen && <ErrorNotice id="error">{words.joinChoose}</ErrorNotice>}
      <h1>{words.joinTitle}</h1>
      <p class="lead">{words.joinLead(sayDeviceName(value, language))}</p>
      <ul class="effects">
        {words.joinEffects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <search aria-label={words.search}>
        <form class="filter" method="get" action={value.action}>
          <div class="filter-search">
            <div class="field">
              <label for="search">{words.search}</label>
              <input
                id="search"
                name="search"
                type="search"
                value={value.search}
                autoComplete="off"
                maxLength={100}
              />
            </div>
            <Button look="second">{words.show}</Button>
          </div>
        </form>
      </search>
      {value.others.length === 0 ? (
        <p>{words.joinNone}</p>
      ) : (
        <form class="join" method="post" action={value.action}>
          <ShownFields shown={value.shown} />
          <fieldset>
            <legend>{words.joinOthers}</legend>
            {value.others.map((other) => (
              <Other key={other.value} {...other} value={value} choice={other.value} />
            ))}
          </fieldset>
          <PageLinks firstHref="these" nextHref={value.nextHref} words={words} />
          <div class="decide">
            <Button look="main">{words.joinNow}</Button>
            <LinkButton href={value.href} look="quiet">
              {common.cancel}
            </LinkButton>
          </div>
        </form>
      )}
      {value.others.length === 0 && (
        <p>
          <a href={value.href}>{common.cancel}</a>
        </p>
      )}
    </ConsolePage>,
  );
}

function Other(props: {
  readonly choice: string;
  readonly device: DeviceLine;
  readonly value: JoinDevicePage;
}): VNode {
  const { choice, device } = props;
  const { language } = props.value.shell.frame;
  const { lastUsed, where, usedWith, name } = device;
  const details = [
    ...(name === 'none' ? [] : [sayUsedWith(usedWith, language)]),
    sayPeople(device.people, language),
    ...(lastUsed === 'never' ? [] : [sayMoment(lastUsed, language), sayWhere(where, language)]),
  ];
  return (
    <label class="option">
      <input type="radio" name="other" value={choice} required />
      <span class="choice-text">
        <span class="with-icon">
          <Icon name={usedWith.device} />
          <strong>{sayDeviceName(device, language)}</strong>
        </span>
        <span class="soft">{details.join('\u00a0· ')}</span>
        <DeviceMarks shared={device.shared} stolen={device.stolen} language={language} />
      </span>
    </label>
  );
}
