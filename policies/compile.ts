import { type SignInFacts, unknown } from './facts.ts';
import type { Condition, Rule } from './rules.ts';

/** What rules are filed under, the most selective first. A condition that is not here is only tested. */
const fileNames = ['userId', 'browserId', 'network'] as const satisfies readonly Condition[];
type FileName = (typeof fileNames)[number];

interface File {
  readonly name: FileName;
  readonly rules: readonly Rule[];
  readonly byValue: ReadonlyMap<string | undefined, readonly Rule[]>;
}

interface Index {
  readonly files: readonly File[];
  /** Rules with none of the conditions above: they concern every sign-in. */
  readonly everyone: readonly Rule[];
}

/** The rules of one organization at one version, so filed that a decision reads only those that may concern it. */
export interface CompiledRules {
  readonly policyVersion: number;
  /** In the order of their ids, so that the order they came in means nothing. */
  readonly rules: readonly Rule[];
  readonly denials: Index;
  readonly authorizations: Index;
}

export function compile(rules: readonly Rule[], policyVersion: number): CompiledRules {
  const inOrder = rules.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    policyVersion,
    rules: inOrder,
    denials: index(inOrder.filter(({ effect }) => effect === 'deny')),
    authorizations: index(inOrder.filter(({ effect }) => effect === 'allow')),
  };
}

/** Every rule that can match these facts, the most selective first. */
export function* concerned({ files, everyone }: Index, facts: SignInFacts): Generator<Rule> {
  for (const { name, byValue } of files) yield* byValue.get(facts[name]) ?? [];
  yield* everyone;
}

/** Besides those `concerned`: the rules filed under something that could not be observed. */
export function* perhapsConcerned({ files }: Index, facts: SignInFacts): Generator<Rule> {
  for (const { name, rules } of files) {
    if (facts[name] === unknown) yield* rules;
  }
}

function index(rules: readonly Rule[]): Index {
  const filed = Map.groupBy(rules, fileOf);
  const files = fileNames.map((name): File => {
    const ofThisName = filed.get(name) ?? [];
    return {
      name,
      rules: ofThisName,
      byValue: Map.groupBy(ofThisName, ({ conditions }) => conditions[name]),
    };
  });
  return { files, everyone: filed.get('everyone') ?? [] };
}

function fileOf({ conditions }: Rule): FileName | 'everyone' {
  return fileNames.find((name) => conditions[name] !== undefined) ?? 'everyone';
}
