import { type Files, file } from './filing.ts';
import { createTests, type ReadyRule } from './match.ts';
import { createReader, type Rule } from './rules.ts';

/** The rules of one organization at one version, so filed that a decision reads only those that may concern it. */
export interface CompiledRules {
  readonly policyVersion: number;
  /** In the order of their ids, so that the order they came in means nothing. */
  readonly rules: readonly ReadyRule[];
  readonly denials: Files;
  readonly authorizations: Files;
}

export function compile(rules: readonly Rule[], policyVersion: number): CompiledRules {
  const read = createReader();
  const testsOf = createTests();
  const ready = (rule: Rule, position: number): ReadyRule => ({
    rule,
    position,
    wanted: read(rule.conditions),
    tests: testsOf(rule.conditions),
  });
  const inOrder = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(ready);
  return {
    policyVersion,
    rules: inOrder,
    denials: file(inOrder.filter(({ rule }) => rule.effect === 'deny')),
    authorizations: file(inOrder.filter(({ rule }) => rule.effect === 'allow')),
  };
}
