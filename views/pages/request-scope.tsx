import type { VNode } from 'preact';
import type { Duration, RequestPage, Scope } from '../model.ts';
import { sayInWhere } from '../where.ts';
import { wordsFor } from '../words/index.ts';

const durations: readonly Duration[] = ['always', 'today', '30-days', 'until-date'];

/** Whom, with what and where, and for how long. The sentence follows the choice by style alone: it is true with scripts off. */
export function Authorizes({ value }: { readonly value: RequestPage }): VNode {
  const words = wordsFor(value.frame.language).request;
  const [proposed] = value.scopes;
  if (proposed === undefined)
    return <p class="hint">{`${words.authorizes} ${sayOnce(value)} · ${words.onlyOnce}`}</p>;
  const { duration } = value.chosen;
  const scope = value.scopes.find((one) => one === value.chosen.scope) ?? proposed;
  const dateIsWrong = value.error === 'date';
  return (
    <details class="scope" open={duration !== 'always' || scope !== proposed}>
      <summary>
        {words.authorizes}{' '}
        {value.scopes.length === 1
          ? sayScope(proposed, value)
          : value.scopes.map((one) => (
              <Chosen key={one} name={one} atOpening={scope}>
                {sayScope(one, value)}
              </Chosen>
            ))}
        {' · '}
        {durations.map((one) => (
          <Chosen key={one} name={one} atOpening={duration}>
            {words.durations[one]}
          </Chosen>
        ))}{' '}
        <span class="change">{words.change}</span>
      </summary>
      {value.scopes.length === 1 ? (
        <input type="hidden" name="scope" value={proposed} />
      ) : (
        <fieldset>
          <legend>{words.whoAndWhere}</legend>
          {value.scopes.map((one) => (
            <Option key={one} name="scope" value={one} chosen={scope}>
              {sayScope(one, value)}
            </Option>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>{words.duration}</legend>
        {durations.map((one) => (
          <Option key={one} name="duration" value={one} chosen={duration}>
            {words.durations[one]}
          </Option>
        ))}
        <div class="field until-date">
          <label for={`until${value.cardId}`}>{words.untilDate}</label>
          <input
            id={`until${value.cardId}`}
            name="until"
            type="date"
            min={value.firstDate}
            value={value.chosen.date}
            {...(dateIsWrong && { 'aria-invalid': true, 'aria-describedby': 'error' })}
          />
        </div>
      </fieldset>
    </details>
  );
}

function Chosen(props: {
  readonly name: Scope | Duration;
  readonly atOpening: Scope | Duration;
  readonly children: string;
}): VNode {
  const atOpening = props.name === props.atOpening ? ' chosen-at-opening' : '';
  return <span class={`chosen chosen-${props.name}${atOpening}`}>{props.children}</span>;
}

function Option(props: {
  readonly name: 'scope' | 'duration';
  readonly value: Scope | Duration;
  readonly chosen: Scope | Duration;
  readonly children: string;
}): VNode {
  return (
    <label class="option">
      <input type="radio" name={props.name} value={props.value} checked={props.value === props.chosen} />
      <span>{capitalized(props.children)}</span>
    </label>
  );
}

/** « Julie, avec cet iPad, à cet endroit ». */
function sayScope(scope: Scope, value: RequestPage): string {
  const { request, devices } = wordsFor(value.frame.language);
  const words = request.scopes;
  const { firstName } = value.person;
  const device = devices.thisOne(value.usedWith);
  const here = request.here[value.hereIs];
  switch (scope) {
    case 'here':
      return words.here(firstName, device, here);
    case 'region':
      return words.region(firstName, device, sayInRegion(value));
    case 'anywhere':
      return words.anywhere(firstName, device);
    case 'person-here':
      return words['person-here'](firstName, here);
    case 'team-here':
      return words['team-here'](device, here);
  }
}

function sayInRegion({ regionName, frame }: RequestPage): string {
  return regionName === 'unknown'
    ? wordsFor(frame.language).request.inThisRegion
    : sayInWhere({ kind: 'region', region: regionName }, frame.language);
}

/** Where nothing lasting can be written, the authorization lets in once. */
function sayOnce(value: RequestPage): string {
  const { request, devices } = wordsFor(value.frame.language);
  return request.scopes.once(value.person.firstName, devices.thisOne(value.usedWith));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
