import { isFresh } from './approval.ts';
import type { CompiledRules } from './compile.ts';
import type { Decision, Reason } from './decision.ts';
import { type MembershipFacts, type SignInFacts, unknown } from './facts.ts';
import { type Findings, match, type ReadyFacts } from './match.ts';
import { search } from './searching.ts';

type Verdict = Pick<Decision, 'outcome' | 'reasons'>;

/** One step of section 5 of the design: a verdict, or the word to the next one. */
export type Step = (facts: ReadyFacts, rules: CompiledRules) => Verdict | 'next';

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

export const refuseOutsiders: Step = ({ membership, device, application }) => {
  if (!isActive(membership)) return deny({ kind: 'no-membership' });
  if (membership.access === 'never') return deny({ kind: 'access-never' });
  if (application.role !== 'any' && !membership.roles.includes(application.role))
    return deny({ kind: 'role-missing' });
  return device.status === 'stolen' ? deny({ kind: 'device-stolen' }) : 'next';
};

export const admitThroughOpenPadlock: Step = ({ padlock }) =>
  padlock === 'open' ? allow({ kind: 'padlock-open' }) : 'next';

/** The one exception to a refusal. */
export const admitFullAccess: Step = ({ membership }) =>
  isActive(membership) && membership.access === 'always' ? allow({ kind: 'access-always' }) : 'next';

export const refuseByRule: Step = (facts, rules) => {
  const { matching } = refusals(facts, rules);
  return matching ? deny({ kind: 'refused', ruleId: matching.rule.id }) : 'next';
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

/** What could not be observed may be what a refusal is about. */
export const askAboutDoubts: Step = (facts, rules) => {
  const [doubt, ...more] = [...impossibleTravel(facts), ...undecidedRefusal(facts, rules)];
  return doubt ? ask(doubt, ...more) : 'next';
};

function impossibleTravel({ travel }: SignInFacts): readonly Reason[] {
  if (travel.kind !== 'impossible') return [];
  return [{ kind: 'impossible-travel', kilometers: travel.kilometers, hours: travel.hours }];
}

function undecidedRefusal(facts: ReadyFacts, rules: CompiledRules): readonly Reason[] {
  const { undecided } = refusals(facts, rules);
  if (!undecided) return [];
  const found = match(undecided, facts);
  if (found.kind !== 'undecided') return [];
  return [{ kind: 'refusal-undecided', ruleId: undecided.rule.id, unknown: found.unknown }];
}

export const admitByRule: Step = (facts, rules) => {
  const { matching } = authorizations(facts, rules);
  return matching ? allow({ kind: 'authorized', ruleId: matching.rule.id }) : 'next';
};

/** The most telling reason first. */
export function askAnAdministrator(facts: ReadyFacts, rules: CompiledRules): Verdict {
  const { at, approval, history, proof } = facts;
  const { unproven } = authorizations(facts, rules);
  const why: Reason =
    proof === 'changed'
      ? { kind: 'changed-key' }
      : unproven
        ? { kind: 'unproven-browser' }
        : whatIsNew(history);
  if (approval === 'none' || !isFresh(approval, at)) return ask(why);
  return ask({ kind: 'approved-elsewhere', requestId: approval.requestId }, why);
}

function whatIsNew({ browser, network }: SignInFacts['history']): Reason {
  if (browser === 'new') return { kind: 'new-browser' };
  return network === 'new' ? { kind: 'new-network' } : { kind: 'not-authorized' };
}

/** What is unknown may be what a refusal is about, and is never what an authorization needs. */
function refusals(facts: ReadyFacts, { denials }: CompiledRules): Findings {
  facts.workedOut.refusals ??= search(denials, facts, 'all');
  return facts.workedOut.refusals;
}

function authorizations(facts: ReadyFacts, compiled: CompiledRules): Findings {
  facts.workedOut.authorizations ??= search(compiled.authorizations, facts, 'known');
  return facts.workedOut.authorizations;
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
