import { Button, LinkButton } from '../../parts/button.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { renderDocument } from '../../render.ts';
import { wordsFor } from '../../words/index.ts';
import type { ConfirmPage } from '../model.ts';
import { ConsolePage } from '../shell.tsx';

/** What would be done to how many, then the password. */
export function confirmPage(value: ConfirmPage): string {
  const { shell, asked, error } = value;
  const { console: words, common } = wordsFor(shell.frame.language);
  return renderDocument(
    <ConsolePage shell={shell} title={words.confirm.title}>
      {error !== 'none' && <ErrorNotice id="error">{words.confirm[error]}</ErrorNotice>}
      <h1>{words.confirm.title}</h1>
      <p class="lead">{words.confirm[asked.kind](asked.count)}</p>
      <p>{words.confirm.undoable}</p>
      <form class="narrow" method="post" action={value.action}>
        {Object.entries(value.hidden).map(([name, kept]) => (
          <input key={name} type="hidden" name={name} value={kept} />
        ))}
        <div class="field">
          <label for="password">{words.confirm.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            {...(error === 'wrong' && { 'aria-invalid': true, 'aria-describedby': 'error' })}
          />
        </div>
        <div class="decide">
          <Button look="main">{words.confirm.confirm}</Button>
          <LinkButton href={value.cancelHref} look="quiet">
            {common.cancel}
          </LinkButton>
        </div>
      </form>
    </ConsolePage>,
  );
}
