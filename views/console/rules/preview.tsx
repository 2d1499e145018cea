import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { focusedAtOpening, Notice } from '../../parts/notice.tsx';
import { sayTerms } from '../../rules.ts';
import { oneLine, sayDevice } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { FaultOf, faultAttributes } from './faults.tsx';
import type { Effect, RulePage, RulePreview, RuleWarning } from './model.ts';
import { EffectMark } from './told.tsx';

/** The sentence that would be written, what a director would not expect of it, and what it would have changed. */
export function Preview({
  preview,
  value,
}: {
  readonly preview: RulePreview;
  readonly value: RulePage;
}): VNode {
  const { language } = value.shell.frame;
  const { rulePreview: words, ruleForm } = wordsFor(language).console;
  return (
    <section class="rule-preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} {...focusedAtOpening}>
        {words.title}
      </h2>
      <div class="rule-told">
        <EffectMark effect={preview.rule.effect} over={false} language={language} />
        <p class="lead">{sayTerms(preview.rule, language)}</p>
      </div>
      {preview.warnings.map((warning) => (
        <Notice key={warning.kind} tone="honey" icon="alert">
          {sayWarning(warning, language)}
        </Notice>
      ))}
      <Changes preview={preview} language={language} />
      <input type="hidden" form="rule" name="seen" value={preview.seen} />
      {preview.everyone && <Tick value={value} />}
      <div class="decide">
        <button type="submit" form="rule" class="button button-main">
          {ruleForm.save}
        </button>
      </div>
    </section>
  );
}

function Tick({ value }: { readonly value: RulePage }): VNode {
  const { language } = value.shell.frame;
  const faults = value.form === 'none' ? [] : value.form.faults;
  return (
    <div>
      <FaultOf field="everyone" faults={faults} language={language} />
      <label class="option">
        <input
          id="everyone"
          type="checkbox"
          form="rule"
          name="everyone"
          value="yes"
          {...faultAttributes('everyone', faults)}
        />
        <span>{wordsFor(language).console.rulePreview.everyone}</span>
      </label>
    </div>
  );
}

function sayWarning(warning: RuleWarning, language: Language): string {
  const words = wordsFor(language).console.rulePreview.warnings;
  return 'names' in warning ? words[warning.kind](warning.names.map(oneLine)) : words[warning.kind];
}

function Changes({
  preview,
  language,
}: {
  readonly preview: RulePreview;
  readonly language: Language;
}): VNode {
  const words = wordsFor(language).console.rulePreview;
  const { letIn, moreLetIn, stopped, moreStopped } = preview;
  return (
    <>
      <h3>{words.changesTitle}</h3>
      {preview.replayed === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <>
          <p class="soft">{words.asIf}</p>
          {letIn.length + stopped.length === 0 && <p>{words.nothing}</p>}
          {letIn.length > 0 && (
            <>
              <p class="mark-authorized">{words.letIn(letIn.length + moreLetIn)}</p>
              <Effects effects={letIn} more={moreLetIn} told="who" language={language} />
            </>
          )}
          {stopped.length > 0 && (
            <>
              <p class="mark-refused">{words.stopped(stopped.length + moreStopped)}</p>
              <Effects effects={stopped} more={moreStopped} told="outcome" language={language} />
            </>
          )}
        </>
      )}
    </>
  );
}

function Effects(props: {
  readonly effects: readonly Effect[];
  readonly more: number;
  readonly told: 'who' | 'outcome';
  readonly language: Language;
}): VNode {
  const words = wordsFor(props.language).console.rulePreview;
  return (
    <ul class="effects-list">
      {props.effects.map((effect, index) => (
        <li key={index}>
          <a href={effect.personHref}>{oneLine(effect.personName)}</a>
          {` ${sayEffect(effect, props.told, props.language)}`}
        </li>
      ))}
      {props.more > 0 && <li>{words.others(props.more)}</li>}
    </ul>
  );
}

/** « (iPad, Longueuil), 3 fois ». */
function sayEffect(effect: Effect, told: 'who' | 'outcome', language: Language): string {
  const words = wordsFor(language).console.rulePreview;
  const seenAs = `(${sayDevice(effect.usedWith, language)}, ${sayWhere(effect.where, language)})`;
  const outcome = told === 'outcome' ? [words.outcomes[effect.outcome]] : [];
  const times = effect.times > 1 ? [words.times(effect.times)] : [];
  return [seenAs, ...outcome, ...times].join('\u00a0· ');
}
