import type { PastSignIn } from '../../db/past-sign-ins.ts';
import { decide } from '../../policies/decide.ts';
import type { Decision } from '../../policies/decision.ts';
import type { Standing } from '../../views/console/model.ts';
import { pastFacts } from '../rules/index.ts';
import type { Visit } from './visit.ts';

/** What would be decided now of what was seen: the rules are those of this very moment, and read once for a page. */
export async function decideSeen({ needs, padlock, at }: Visit): Promise<(seen: PastSignIn) => Decision> {
  const { organizationId, policyVersion, timeZone, state } = padlock;
  const rulebook = await needs.rulebookOf(organizationId, policyVersion);
  const { locate, applicationOf } = needs.acts;
  return (seen) =>
    decide(
      { ...pastFacts(seen, { rulebook, timeZone, locate, applicationOf }), at, padlock: state },
      rulebook.rules,
    );
}

export function standingOf({ outcome, reasons: [reason] }: Decision): Standing {
  if (outcome === 'deny') return 'refused';
  if (outcome === 'ask') return 'not-authorized';
  return reason.kind === 'padlock-open' ? 'open' : 'authorized';
}
