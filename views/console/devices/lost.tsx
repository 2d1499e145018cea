import { Button, LinkButton } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { closed } from '../../words/names.ts';
import { ConsolePage } from '../shell.tsx';
import type { LostDevicePage } from './model.ts';
import { ShownFields, sayDeviceName } from './parts.tsx';
import { sayPeople } from './table.tsx';

/** What happens when it is reported lost or stolen, before it is. */
export function lostDevicePage(value: LostDevicePage): string {
  const { shell, why, own } = value;
  const { language } = shell.frame;
  const { console: consoleWords, common } = wordsFor(language);
  const words = consoleWords.devices;
  const title = why === 'report' ? words.lostTitle(sayDeviceName(value, language)) : words.joinStolenTitle;
  return renderDocument(
    <ConsolePage shell={shell} title={title}>
      <h1>{title}</h1>
      {why === 'join' && <p class="lead">{words.joinStolen}</p>}
      {value.people.length > 0 && <p>{closed(words.lostPeople(sayPeople(value.people, language)))}</p>}
      {own && <Notice tone="brick">{words.lostOwn}</Notice>}
      <ul class="effects">
        {words.lostEffects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <form class="decide" method="post" action={value.action}>
        <ShownFields shown={value.shown} />
        {Object.entries(value.hidden).map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
        <input type="hidden" name="own" value={own ? 'told' : 'no'} />
        <Button look="danger">
          {why === 'join' ? words.joinNow : own ? words.reportOwn : words.reportNow}
        </Button>
        <LinkButton href={value.href} look="quiet">
          {common.cancel}
        </LinkButton>
      </form>
    </ConsolePage>,
  );
}
