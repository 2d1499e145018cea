import { Button, LinkButton } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import { ConsolePage } from '../shell.tsx';
import type { WithdrawAccessPage } from './model.ts';

/** What ends when access is withdrawn, before it is. */
export function withdrawAccessPage(value: WithdrawAccessPage): string {
  const { shell, personName, firstName } = value;
  const { console: consoleWords, common } = wordsFor(shell.frame.language);
  const words = consoleWords.person.withdrawing;
  const title = words.title(personName);
  return renderDocument(
    <ConsolePage shell={shell} title={title}>
      <h1>{title}</h1>
      {value.own && <Notice tone="brick">{words.own}</Notice>}
      <ul class="effects">
        {[words.noLonger(firstName), ...words.effects].map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <form class="decide" method="post" action={value.action}>
        {Object.entries(value.hidden).map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
        <Button look="danger">{words.confirm}</Button>
        <LinkButton href={value.cancelHref} look="quiet">
          {common.cancel}
        </LinkButton>
      </form>
    </ConsolePage>,
  );
}
