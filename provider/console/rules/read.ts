import type { FaultKind } from '../../../views/console/rules/model.ts';

/** What one field of the form of a rule means, when it means anything. */
export type Read<Value> = { readonly value: Value } | { readonly fault: FaultKind } | 'unset';
