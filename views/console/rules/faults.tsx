import type { VNode } from 'preact';
import type { Language } from '../../model.ts';
import { ErrorNotice } from '../../parts/notice.tsx';
import { type Words, wordsFor } from '../../words/index.ts';
import type { DraftField, Fault } from './model.ts';

/** Where a fault leads: the field that it is about. */
export const fieldId = (field: DraftField): string => field;
const faultId = (field: DraftField): string => `${field}-fault`;

/** All that is left to correct, each a way to its field. */
export function Faults(props: {
  readonly faults: readonly Fault[];
  readonly language: Language;
}): VNode | null {
  const words = wordsFor(props.language).console.ruleForm;
  if (props.faults.length === 0) return null;
  return (
    <ErrorNotice id="error">
      <p>{words.faultsTitle}</p>
      <ul>
        {props.faults.map(({ field, kind }) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`}>{words.fault(labelOf(field, words), words.faults[kind])}</a>
          </li>
        ))}
      </ul>
    </ErrorNotice>
  );
}

function labelOf(field: DraftField, words: Words['console']['ruleForm']): string {
  switch (field) {
    case 'validFrom':
      return words.begins;
    case 'validUntil':
      return words.until;
    case 'everyone':
      return words.everyone;
    default:
      return words[field];
  }
}

/** Beside the field, in words. */
export function FaultOf(props: {
  readonly field: DraftField;
  readonly faults: readonly Fault[];
  readonly language: Language;
}): VNode | null {
  const fault = props.faults.find(({ field }) => field === props.field);
  if (!fault) return null;
  return (
    <p id={faultId(props.field)} class="field-fault">
      {wordsFor(props.language).console.ruleForm.faults[fault.kind]}
    </p>
  );
}

/** What ties a field to the words beside it. */
export function faultAttributes(field: DraftField, faults: readonly Fault[]) {
  return faults.some((fault) => fault.field === field)
    ? { 'aria-invalid': true as const, 'aria-describedby': faultId(field) }
    : {};
}
