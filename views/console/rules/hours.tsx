import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';
import { AskButton } from './ask.tsx';
import { FaultOf } from './faults.tsx';
import { type HoursDraft, type OpenForm, type RulePage, shortDays } from './model.ts';

const empty: HoursDraft = { days: [], from: '', to: '' };

/** The hours of the week, on the organization's clock: those that are filled in, and one more. */
export function Hours({ form, value }: { readonly form: OpenForm; readonly value: RulePage }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.ruleForm;
  const { draft, faults } = form;
  const faulty = faults.some(({ field }) => field === 'hours');
  return (
    <details id="hours" open={draft.hours.length > 0 || faulty}>
      <summary>{words.hours}</summary>
      <div class="spans">
        <p class="hint">{words.hoursHint(form.timeZone)}</p>
        <FaultOf field="hours" faults={faults} language={language} />
        {[...draft.hours, empty].map((span, index) => (
          <Span key={index} span={span} index={index} language={language} />
        ))}
        <AskButton action={value.action} step="hours" look="second">
          {words.addSpan}
        </AskButton>
      </div>
    </details>
  );
}

function Span(props: {
  readonly span: HoursDraft;
  readonly index: number;
  readonly language: Language;
}): VNode {
  const { span, index, language } = props;
  const words = wordsFor(language).console.ruleForm;
  return (
    <fieldset class="span">
      <legend>{words.span(index + 1)}</legend>
      <div class="days">
        {shortDays.map((day) => (
          <label key={day} class="option">
            <input type="checkbox" name={`${day}-${index}`} value="yes" checked={span.days.includes(day)} />
            <span aria-hidden="true">{words.days[day]}</span>
            <span class="visually-hidden">{words.dayNames[day]}</span>
          </label>
        ))}
      </div>
      <div class="beside">
        <Time name={`from-${index}`} label={words.from} value={span.from} />
        <Time name={`to-${index}`} label={words.to} value={span.to} />
      </div>
    </fieldset>
  );
}

function Time(props: { readonly name: string; readonly label: string; readonly value: string }): VNode {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <input id={props.name} name={props.name} type="time" value={props.value} />
    </div>
  );
}
