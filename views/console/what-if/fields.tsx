import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../parts/button.tsx';
import { wordsFor } from '../../words/index.ts';
import type { Choice } from '../rules/model.ts';
import type { WhatIfField, WhatIfPage } from './model.ts';

/** A menu with what is wrong with it; beside the people, the button that shows another one’s machines. */
export function Menu(props: {
  readonly value: WhatIfPage;
  readonly field: WhatIfField;
  readonly label: string;
  readonly chosen: string;
  readonly children: ComponentChildren;
}): VNode {
  const { value, field } = props;
  const { ruleForm } = wordsFor(value.shell.frame.language).console;
  const gone = value.faults.some((fault) => fault.field === field);
  const select = (
    <select id={field} name={field} {...faulty(value, field)}>
      {gone && (
        <option value={props.chosen} selected>
          {ruleForm.gone}
        </option>
      )}
      {props.children}
    </select>
  );
  return (
    <div class="field">
      <label for={field}>{props.label}</label>
      <Fault value={value} field={field} />
      {field === 'person' ? (
        <div class="with-second">
          {select}
          <Button look="second" name="step" value="machines">
            {ruleForm.showMachines}
          </Button>
        </div>
      ) : (
        select
      )}
    </div>
  );
}

export function Options(props: { readonly choices: readonly Choice[]; readonly chosen: string }): VNode {
  return (
    <>
      {props.choices.map(({ value, label }) => (
        <Option key={value} value={value} chosen={props.chosen}>
          {label}
        </Option>
      ))}
    </>
  );
}

export function Option(props: {
  readonly value: string;
  readonly chosen: string;
  readonly children: string;
}): VNode {
  return (
    <option value={props.value} selected={props.value === props.chosen}>
      {props.children}
    </option>
  );
}

export function Fault(props: { readonly value: WhatIfPage; readonly field: WhatIfField }): VNode | null {
  const fault = props.value.faults.find(({ field }) => field === props.field);
  if (!fault) return null;
  const words = wordsFor(props.value.shell.frame.language).console.whatIf;
  return (
    <p id={`${props.field}-fault`} class="field-fault" role="alert">
      {words.faults[fault.kind]}
    </p>
  );
}

/** What ties a field to the words beside it. */
export const faulty = ({ faults }: WhatIfPage, field: WhatIfField) =>
  faults.some((fault) => fault.field === field)
    ? { 'aria-invalid': true as const, 'aria-describedby': `${field}-fault` }
    : {};
