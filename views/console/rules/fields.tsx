import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../model.ts';
import { wordsFor } from '../../words/index.ts';
import { FaultOf, faultAttributes } from './faults.tsx';
import type { Choice, DraftField, Fault } from './model.ts';

export interface FieldProps {
  readonly field: DraftField;
  readonly label: string;
  readonly faults: readonly Fault[];
  readonly language: Language;
}

/** A label, what is wrong with it, then the control. */
export function Field(props: FieldProps & { readonly children: ComponentChildren }): VNode {
  return (
    <div class="field">
      <label for={props.field}>{props.label}</label>
      <FaultOf field={props.field} faults={props.faults} language={props.language} />
      {props.children}
    </div>
  );
}

interface MenuProps extends FieldProps {
  readonly value: string;
  /** The first choice: that it does not matter. */
  readonly any: string;
  readonly choices: readonly Choice[];
}

/** What was chosen stays chosen, even when it is not there any more. */
export function Menu(props: MenuProps): VNode {
  const { field, value, any, choices, faults, language } = props;
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Field {...props}>
      <select id={field} name={field} {...faultAttributes(field, faults)}>
        <option value="">{any}</option>
        {!known && (
          <option value={value} selected>
            {wordsFor(language).console.ruleForm.gone}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A day and, if it matters, an hour. */
export function DateAndTime(props: {
  readonly field: 'validFrom' | 'validUntil';
  readonly legend: string;
  readonly hint: string;
  readonly date: string;
  readonly time: string;
  readonly faults: readonly Fault[];
  readonly language: Language;
}): VNode {
  const { field, faults, language } = props;
  const words = wordsFor(language).console.ruleForm;
  return (
    <fieldset class="date-and-time">
      <legend>{props.legend}</legend>
      <FaultOf field={field} faults={faults} language={language} />
      <div class="beside">
        <div class="field">
          <label for={field}>{words.date}</label>
          <input id={field} name={field} type="date" value={props.date} {...faultAttributes(field, faults)} />
        </div>
        <div class="field">
          <label for={`${field}Time`}>{words.time}</label>
          <input id={`${field}Time`} name={`${field}Time`} type="time" value={props.time} />
        </div>
      </div>
      <p class="hint">{props.hint}</p>
    </fieldset>
  );
}
