import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { sayWithWhat } from '../../rules.ts';
import { oneLine, sayUsedWith } from '../../said.ts';
import { wordsFor } from '../../words/index.ts';
import { AskButton } from './ask.tsx';
import { FaultOf, faultAttributes } from './faults.tsx';
import { DateAndTime, Field, Menu } from './fields.tsx';
import { Hours } from './hours.tsx';
import type { MachineChoice, OpenForm, RulePage } from './model.ts';
import { MoreFields } from './more.tsx';

/** What matters first: what, who, with what, from where, until when; the rest is folded. */
export function RuleForm({ value, form }: { readonly value: RulePage; readonly form: OpenForm }): VNode {
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.ruleForm;
  const { draft, choices, faults } = form;
  const common = { faults, language };
  return (
    <form id="rule" class="rule-form" method="post" action={value.action}>
      {/* Enter in a field shows what it would change: nothing is written by accident. */}
      <AskButton action={value.action} step="preview" look="first">
        {words.preview}
      </AskButton>
      <input type="hidden" name="depuis" value={value.madeAt} />
      <fieldset class="effects">
        <legend>{words.effect}</legend>
        <FaultOf field="effect" {...common} />
        {(['allow', 'deny'] as const).map((effect) => (
          <label key={effect} class="option">
            <input
              id={effect === 'allow' ? 'effect' : undefined}
              type="radio"
              name="effect"
              value={effect}
              checked={effect === draft.effect}
            />
            <span>
              <strong>{words.effects[effect].name}</strong>
              <span class="consequence">{words.effects[effect].means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Menu
        {...common}
        field="person"
        label={words.person}
        value={draft.person}
        any={words.everyone}
        choices={choices.people}
      />
      <Machines form={form} action={value.action} language={language} />
      <Menu
        {...common}
        field="place"
        label={words.place}
        value={draft.place}
        any={words.anywhere}
        choices={choices.places}
      />
      <DateAndTime
        {...common}
        field="validUntil"
        legend={words.until}
        hint={words.untilHint}
        date={draft.validUntil}
        time={draft.validUntilTime}
      />
      <Hours form={form} value={value} />
      <MoreFields form={form} language={language} />
      <div class="decide">
        <AskButton action={value.action} step="preview" look="main">
          {words.preview}
        </AskButton>
      </div>
    </form>
  );
}

function Machines(props: {
  readonly form: OpenForm;
  readonly action: string;
  readonly language: Language;
}): VNode {
  const { form, action, language } = props;
  const words = wordsFor(language).console.ruleForm;
  const { draft, choices, faults } = form;
  const of = (kind: MachineChoice['kind']) => choices.machines.filter((machine) => machine.kind === kind);
  const known = draft.machine === '' || choices.machines.some(({ value }) => value === draft.machine);
  return (
    <Field field="machine" label={words.machine} faults={faults} language={language}>
      <div class="with-second">
        <select id="machine" name="machine" {...faultAttributes('machine', faults)}>
          <option value="">{words.anyMachine}</option>
          {!known && (
            <option value={draft.machine} selected>
              {words.gone}
            </option>
          )}
          <Group label={words.kept} machines={of('kept')} chosen={draft.machine} language={language} />
          <Group label={words.hers} machines={of('browser')} chosen={draft.machine} language={language} />
          <Group label={words.named} machines={of('device')} chosen={draft.machine} language={language} />
        </select>
        <AskButton action={action} step="machines" look="second">
          {words.showMachines}
        </AskButton>
      </div>
      {of('browser').length === 0 && <p class="hint">{words.machineHint}</p>}
    </Field>
  );
}

function Group(props: {
  readonly label: string;
  readonly machines: readonly MachineChoice[];
  readonly chosen: string;
  readonly language: Language;
}): VNode | null {
  if (props.machines.length === 0) return null;
  return (
    <optgroup label={props.label}>
      {props.machines.map((machine) => (
        <option key={machine.value} value={machine.value} selected={machine.value === props.chosen}>
          {sayMachine(machine, props.language)}
        </option>
      ))}
    </optgroup>
  );
}

export function sayMachine(machine: MachineChoice, language: Language): string {
  const words = wordsFor(language).console.ruleForm;
  switch (machine.kind) {
    case 'browser':
      return words.seen(sayUsedWith(machine.usedWith, language), sayMoment(machine.seen, language));
    case 'device':
      return oneLine(machine.name);
    case 'kept':
      return sayWithWhat(machine.rule, language);
  }
}
