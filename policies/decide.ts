import type { CompiledRules } from './compile.ts';
import type { Decision } from './decision.ts';
import type { SignInFacts } from './facts.ts';
import { readyFacts } from './match.ts';
import {
  admitByApproval,
  admitByRule,
  admitFullAccess,
  admitParents,
  admitThroughOpenPadlock,
  askAboutDoubts,
  askAnAdministrator,
  refuseByRule,
  refuseDisabledAccount,
  refuseOutsiders,
  type Step,
} from './steps.ts';

/** Section 5 of the design, in order: the first step that has something to say decides. */
const steps: readonly Step[] = [
  refuseDisabledAccount, //     1
  admitParents, //              2
  refuseOutsiders, //           3
  admitThroughOpenPadlock, //   4
  admitFullAccess, //           5
  refuseByRule, //              6
  admitByApproval, //           7
  askAboutDoubts, //            8
  admitByRule, //               9
];

/**
 * Decides one sign-in; never throws on typed facts.
 * The version is the older of the two at hand, so that a grant given on stale rules is decided again.
 */
export function decide(facts: SignInFacts, rules: CompiledRules): Decision {
  const policyVersion = Math.min(facts.policyVersion, rules.policyVersion);
  const ready = readyFacts(facts);
  for (const step of steps) {
    const verdict = step(ready, rules);
    if (verdict !== 'next') return { ...verdict, policyVersion };
  }
  return { ...askAnAdministrator(ready, rules), policyVersion }; // 10
}
