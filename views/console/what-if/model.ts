import type { Outcome, Reason } from '../../../policies/decision.ts';
import type { UnmetCondition } from '../../../policies/rules.ts';
import type { Moment, NamedRule, UsedWith, Where } from '../../model.ts';
import type { Shell } from '../model.ts';
import type { Choice } from '../rules/model.ts';

/** A sign-in that nobody makes, as it was asked: each field as it was chosen or typed. */
export interface WhatIfDraft {
  readonly person: string;
  readonly application: string;
  /** `browser:ID` of hers, or `new:KIND`. */
  readonly machine: string;
  /** `place:ID`, or `network:ADDRESS`. */
  readonly from: string;
  /** An address that was typed: meant before what was chosen. */
  readonly address: string;
  readonly date: string;
  readonly time: string;
  readonly padlock: 'as-is' | 'closed';
}

export type WhatIfField = 'person' | 'application' | 'machine' | 'from' | 'address' | 'date';
export interface WhatIfFault {
  readonly field: WhatIfField;
  readonly kind: 'gone' | 'nobody' | 'address' | 'date';
}

export type FromChoice =
  | { readonly value: string; readonly kind: 'place'; readonly name: string }
  /** Where she was seen, or somebody else of the organization was lately. */
  | {
      readonly value: string;
      readonly kind: 'hers' | 'others';
      readonly where: Where;
      readonly network: string;
    };

/** A rule, and what it had to say. */
export interface WhatIfRule {
  readonly href: string;
  readonly rule: NamedRule;
  readonly why:
    | { readonly kind: 'decided' }
    | {
        readonly kind: 'not';
        readonly unmet: UnmetCondition | 'outranked';
        readonly because: 'different' | 'unknown' | 'none';
      };
}

export interface WhatIfAnswer {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly personName: string;
  readonly personHref: string;
  readonly applicationName: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly at: Moment;
  readonly padlock: 'open' | 'closed';
  /** Those that decided first, then the nearest ones. */
  readonly rules: readonly WhatIfRule[];
  /** How many others had nothing to do with it. */
  readonly untold: number;
}

/** « Et si… »: what would be decided, and why. Nothing is changed: everything is asked by GET. */
export interface WhatIfPage {
  readonly shell: Shell;
  readonly draft: WhatIfDraft;
  readonly people: readonly Choice[];
  readonly applications: readonly Choice[];
  /** Hers; those that nobody has ever seen are always on offer. */
  readonly browsers: readonly {
    readonly value: string;
    readonly usedWith: UsedWith;
    readonly seen: Moment;
  }[];
  readonly from: readonly FromChoice[];
  readonly faults: readonly WhatIfFault[];
  readonly answer: WhatIfAnswer | 'none';
}
