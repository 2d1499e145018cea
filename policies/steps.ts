import { isFresh } from './approval.ts';
import { type CompiledRules, concerned, perhapsConcerned } from './compile.ts';
import type { Decision, Reason } from './decision.ts';
import { type MembershipFacts, type SignInFacts, unknown } from './facts.ts';
import { match } from './match.ts';

type Verdict = Pick<Decision, 'outcome' | 'reasons'>;

/** One step of section 5 of the design: a verdict, or the word to the next one. */
export type Step = (facts: SignInFacts, rules: CompiledRules) => Verdict | 'next';

export const refuseDisabledAccount: Step = ({ account }) =>
  account === 'disabled' ? deny({ kind: 'account-disabled' }) : 'next';

/** Parents' applications ask for a child record and nothing else; so does one's own page, from who is no member. */
export const admitParents: Step = ({ application, parent, membership }) => {
  switch (application.gate) {
    case 'enforced':
      return 'next';
    case 'exempt':
      return parent === 'proven' ? allow({ kind: 'parent' }) : deny({ kind: 'no-child-record' });
    case 'members':
      if (isActive(membership)) return 'next';
      return parent === 'proven' ? allow({ kind: 'own-page' }) : deny({ kind: 'no-child-record' });
  }
};

export const refuseOutsiders: Step = ({ membership, device }) => {
  if (!isActive(membership)) return deny({ kind: 'no-membership' });
  if (membership.access === 'never') return deny({ kind: 'access-never' });
  return device === 'stolen' ? deny({ kind: 'device-stolen' }) : 'next';
};

export const admitThroughOpenPadlock: Step = ({ padlock }) =>
  padlock === 'open' ? allow({ kind: 'padlock-open' }) : 'next';

/** The one exception to a refusal. */
export const admitFullAccess: Step = ({ membership }) =>
  isActive(membership) && membership.access === 'always' ? allow({ kind: 'access-always' }) : 'next';

export const refuseByRule: Step = (facts, { denials }) => {
  for (const rule of concerned(denials, facts)) {
    if (match(rule, facts).kind === 'matches') return deny({ kind: 'refused', ruleId: rule.id });
  }
  return 'next';
};

/**
 * An approval lets in the browser it was given to, only from the network that was shown to whoever approved.
 * An unknown network was shown as unknown: it is let in this once, though no rule will ever match it.
 */
export const admitByApproval: Step = ({ at, approval, network, browserId }) => {
  if (approval === 'none' || browserId === unknown || !isFresh(approval, at)) return 'next';
  if (network !== approval.network) return 'next';
  return allow({ kind: 'approved', requestId: approval.requestId });
};

/** What could not be observed may be what a refusal is about. Impossible travel will ask here too. */
export const askWhenRefusalIsUndecided: Step = (facts, { denials }) => {
  for (const rules of [concerned(denials, facts), perhapsConcerned(denials, facts)]) {
    for (const rule of rules) {
      const found = match(rule, facts);
      if (found.kind !== 'undecided') continue;
      return ask({ kind: 'refusal-undecided', ruleId: rule.id, unknown: found.unknown });
    }
  }
  return 'next';
};

/** The browser's key proof, once it is a fact, is demanded here of a rule tied neither to a place nor to a network. */
export const admitByRule: Step = (facts, { authorizations }) => {
  for (const rule of concerned(authorizations, facts)) {
    if (match(rule, facts).kind === 'matches') return allow({ kind: 'authorized', ruleId: rule.id });
  }
  return 'next';
};

/** The most telling reason first. */
export function askAnAdministrator({ at, approval, history }: SignInFacts): Verdict {
  const why = whatIsNew(history);
  if (approval === 'none' || !isFresh(approval, at)) return ask(why);
  return ask({ kind: 'approved-elsewhere', requestId: approval.requestId }, why);
}

function whatIsNew({ browser, network }: SignInFacts['history']): Reason {
  if (browser === 'new') return { kind: 'new-browser' };
  return network === 'new' ? { kind: 'new-network' } : { kind: 'not-authorized' };
}

function isActive(membership: SignInFacts['membership']): membership is MembershipFacts {
  return membership !== 'none' && membership.active;
}

function allow(reason: Reason): Verdict {
  return { outcome: 'allow', reasons: [reason] };
}

function deny(reason: Reason): Verdict {
  return { outcome: 'deny', reasons: [reason] };
}

function ask(...reasons: Decision['reasons']): Verdict {
  return { outcome: 'ask', reasons };
}
