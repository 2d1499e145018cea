import type { VNode } from 'preact';
import { sayMoment } from '../../moments.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { renderDocument } from '../../render.ts';
import { sayTerms } from '../../rules.ts';
import { wordsFor } from '../../words/index.ts';
import { Meanwhile } from '../parts/meanwhile.tsx';
import { ConsolePage } from '../shell.tsx';
import { Faults } from './faults.tsx';
import { RuleForm } from './form.tsx';
import type { RulePage, ToldRule } from './model.ts';
import { Preview } from './preview.tsx';
import { EffectMark, sayOrigin } from './told.tsx';

/** What is there, what would be there, then the form; and the way to end it. */
export function rulePage(value: RulePage): string {
  const { shell, told, form } = value;
  const words = wordsFor(shell.frame.language).console.rules;
  const title = told === 'new' ? words.newTitle : form === 'none' ? words.overTitle : words.changeTitle;
  return renderDocument(
    <ConsolePage shell={shell} title={title}>
      <Said value={value} />
      {form !== 'none' && <Faults faults={form.faults} language={shell.frame.language} />}
      <p class="eyebrow">
        <a href={value.backHref}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      {told !== 'new' && <Told told={told} value={value} />}
      {form !== 'none' && form.preview !== 'none' && <Preview preview={form.preview} value={value} />}
      {form === 'none' ? <Over value={value} /> : <RuleForm value={value} form={form} />}
      <Retire value={value} />
    </ConsolePage>,
  );
}

/** Why nothing was written yet. */
function Said({ value }: { readonly value: RulePage }): VNode | null {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.rules;
  if (value.meanwhile !== 'none') return <Meanwhile entries={value.meanwhile} language={language} />;
  if (value.result === 'none') return null;
  return <ErrorNotice id="error">{words.results[value.result]}</ErrorNotice>;
}

function Told({ told, value }: { readonly told: ToldRule; readonly value: RulePage }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.rules;
  return (
    <div class="rule-told">
      <EffectMark effect={told.rule.effect} over={told.over !== 'living'} language={language} />
      <p class="lead">{sayTerms(told.rule, language)}</p>
      <p class="soft">{sayOrigin(told, language)}</p>
      {told.over !== 'living' && <p>{words.endedAt(sayMoment(told.over, language))}</p>}
    </div>
  );
}

function Over({ value }: { readonly value: RulePage }): VNode {
  const words = wordsFor(value.shell.frame.language).console.rules;
  return (
    <>
      <Notice tone="sky">{words.isOver}</Notice>
      {value.anewHref !== 'none' && (
        <p>
          <a href={value.anewHref}>{words.anew}</a>
        </p>
      )}
    </>
  );
}

function Retire({ value }: { readonly value: RulePage }): VNode | null {
  const words = wordsFor(value.shell.frame.language).console.rules;
  if (value.endAction === 'none' || value.told === 'new') return null;
  return (
    <form class="retire" method="post" action={value.endAction}>
      <input type="hidden" name="depuis" value={value.madeAt} />
      <p class="hint">{words.retireHint}</p>
      <div class="decide">
        <Button look="danger">{words.retire[value.told.rule.effect]}</Button>
      </div>
    </form>
  );
}
