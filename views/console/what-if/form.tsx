import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { sayMoment } from '../../moments.ts';
import { Button } from '../../parts/button.tsx';
import { whatIfHref } from '../../places.ts';
import { oneLine, sayUsedWith } from '../../said.ts';
import { sayWhere } from '../../where.ts';
import { wordsFor } from '../../words/index.ts';
import { Fault, faulty, Menu, Option, Options } from './fields.tsx';
import type { FromChoice, WhatIfPage } from './model.ts';

/** Everything that may be asked; it goes into the address, which can be shared. */
export function WhatIfForm({ value }: { readonly value: WhatIfPage }): VNode {
  const { draft } = value;
  const { language } = value.shell.frame;
  const words = wordsFor(language).console.whatIf;
  return (
    <search>
      <form class="rule-form what-if" method="get" action={whatIfHref}>
        {/* Enter in a field asks; it does not begin with the machines again. */}
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
          {words.ask}
        </button>
        <Menu value={value} field="person" label={words.person} chosen={draft.person}>
          <Option value="" chosen={draft.person}>
            {words.choosePerson}
          </Option>
          <Options choices={value.people} chosen={draft.person} />
        </Menu>
        <Menu value={value} field="application" label={words.application} chosen={draft.application}>
          <Options choices={value.applications} chosen={draft.application} />
        </Menu>
        <Menu value={value} field="machine" label={words.machine} chosen={draft.machine}>
          <Machines value={value} />
        </Menu>
        <Menu value={value} field="from" label={words.from} chosen={draft.from}>
          {value.from.length === 0 && <option value="">{words.nowhere}</option>}
          <Group label={words.wasSeen} value={value} kind="hers" />
          <Group label={words.places} value={value} kind="place" />
          <Group label={words.others} value={value} kind="others" />
        </Menu>
        <div class="field">
          <label for="address">{words.address}</label>
          <Fault value={value} field="address" />
          <input
            id="address"
            name="address"
            type="text"
            value={draft.address}
            autoComplete="off"
            maxLength={60}
            {...faulty(value, 'address')}
          />
          <p class="hint">{words.addressHint}</p>
        </div>
        <When value={value} />
        <fieldset>
          <legend>{words.padlock}</legend>
          {(['as-is', 'closed'] as const).map((padlock) => (
            <label key={padlock} class="option">
              <input type="radio" name="padlock" value={padlock} checked={padlock === draft.padlock} />
              <span>{words.padlocks[padlock]}</span>
            </label>
          ))}
        </fieldset>
        <div class="decide">
          <Button look="main">{words.ask}</Button>
        </div>
      </form>
    </search>
  );
}

function When({ value }: { readonly value: WhatIfPage }): VNode {
  const { whatIf: words, ruleForm } = wordsFor(value.shell.frame.language).console;
  return (
    <fieldset>
      <legend>{words.when}</legend>
      <Fault value={value} field="date" />
      <div class="beside">
        <div class="field">
          <label for="date">{ruleForm.date}</label>
          <input id="date" name="date" type="date" value={value.draft.date} {...faulty(value, 'date')} />
        </div>
        <div class="field">
          <label for="time">{ruleForm.time}</label>
          <input id="time" name="time" type="time" value={value.draft.time} />
        </div>
      </div>
      <p class="hint">{words.whenHint}</p>
    </fieldset>
  );
}

/** Hers are those of the person who was asked about last; another person’s are shown by a button. */
function Machines({ value }: { readonly value: WhatIfPage }): VNode {
  const { language } = value.shell.frame;
  const { whatIf: words, ruleForm } = wordsFor(language).console;
  const { machine } = value.draft;
  return (
    <>
      {value.browsers.length > 0 && (
        <optgroup label={words.hers}>
          {value.browsers.map((browser) => (
            <Option key={browser.value} value={browser.value} chosen={machine}>
              {ruleForm.seen(sayUsedWith(browser.usedWith, language), sayMoment(browser.seen, language))}
            </Option>
          ))}
        </optgroup>
      )}
      <optgroup label={words.neverSeen}>
        {(['phone', 'tablet', 'computer'] as const).map((kind) => (
          <Option key={kind} value={`new:${kind}`} chosen={machine}>
            {words.kinds[kind]}
          </Option>
        ))}
      </optgroup>
    </>
  );
}

function Group(props: {
  readonly label: string;
  readonly value: WhatIfPage;
  readonly kind: FromChoice['kind'];
}): VNode | null {
  const { value, kind } = props;
  const choices = value.from.filter((choice) => choice.kind === kind);
  if (choices.length === 0) return null;
  return (
    <optgroup label={props.label}>
      {choices.map((choice) => (
        <Option key={choice.value} value={choice.value} chosen={value.draft.from}>
          {sayFrom(choice, value.shell.frame.language)}
        </Option>
      ))}
    </optgroup>
  );
}

function sayFrom(choice: FromChoice, language: Language): string {
  if (choice.kind === 'place') return oneLine(choice.name);
  return wordsFor(language).console.whatIf.network(sayWhere(choice.where, language), choice.network);
}
