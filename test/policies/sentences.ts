import type { uvu } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';
import {
  allowing,
  daycare,
  early,
  educator,
  hour,
  julie,
  julieAtWork,
  julieRequest,
  place,
  range,
  refusing,
  region,
  tablet,
} from './people.ts';

export const approved = { requestId: julieRequest, decidedAt: early - hour, network: daycare };
export const authorization = allowing({ userId: julie, browserId: tablet, network: daycare });
export const refusal = refusing({ userId: julie });
export const never = { ...educator, access: 'never' } as const;
export const always = { ...educator, access: 'always' } as const;

/** What differs from Julie at work, under which rules, and what comes of it: the outcome, then its reasons. */
export type Sentence = readonly [
  name: string,
  expected: string,
  different: Partial<SignInFacts>,
  rules?: readonly Rule[],
];

/** Rules that never concern Julie, enough of each for those of a sentence to be filed and looked up. */
const crowd = Array.from({ length: 12 }, (_, index) => {
  const unlike = { role: 'nobody', network: range(`192.0.2.${index}/31`), region: region(`FR-${index}`) };
  const others = [unlike, { ...unlike, userId: julie }, { role: 'nobody', placeId: place(`place ${index}`) }];
  return others.flatMap((conditions, kind) => [
    allowing(conditions, { id: `crowd ${kind} ${index}` }),
    refusing(conditions, { id: `crowd too ${kind} ${index}` }),
  ]);
}).flat();

export function tell(test: uvu.Test<Record<string, unknown>>, sentences: readonly Sentence[]): void {
  for (const [name, expected, different, rules = []] of sentences) {
    test(name, () => {
      for (const among of [[], crowd]) {
        const { outcome, reasons } = decide(julieAtWork(different), compile([...rules, ...among], 17));
        assert.is([outcome, ...reasons.map(({ kind }) => kind)].join(' '), expected);
      }
    });
  }
}
