/** Who and what the policy tests speak of. A brand has no value of its own, hence the assertions. */
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  MembershipFacts,
  Network,
  RuleId,
  SignInFacts,
  UserId,
} from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';

export const person = (name: string) => name as UserId;
export const browser = (name: string) => name as BrowserId;
export const network = (text: string) => text as Network;
export const ruleId = (text: string) => text as RuleId;

export const julie = person('julie');
export const nadia = person('nadia');
export const tablet = browser('safari on the tablet of the room');
export const phone = browser('chrome on a phone');
export const daycare = network('198.51.100.7');
export const home = network('2001:db8:0:7::/64');
export const julieRequest = 'request of julie' as ApprovalRequestId;

export const minute = 60_000;
export const hour = 60 * minute;
/** A Tuesday at 6:45 in Montréal. */
export const early = Date.UTC(2026, 2, 3, 11, 45);

export const sdg = { id: 'amisgest-sdg' as ApplicationId, gate: 'enforced' } as const;
export const compte = { id: 'compte' as ApplicationId, gate: 'members' } as const;
export const portail = { id: 'portail-parents' as ApplicationId, gate: 'exempt' } as const;

export const educator: MembershipFacts = { active: true, access: 'by_rules', roles: ['educator'] };

/** Julie at 6:45, on the room's tablet, at the daycare, padlock closed, everything seen before, no rule yet. */
export function julieAtWork(difference: Partial<SignInFacts> = {}): SignInFacts {
  return {
    at: early,
    policyVersion: 17,
    account: 'active',
    userId: julie,
    application: sdg,
    parent: 'none',
    membership: educator,
    padlock: 'closed',
    browserId: tablet,
    device: 'ordinary',
    network: daycare,
    approval: 'none',
    history: { browser: 'seen', network: 'seen' },
    ...difference,
  };
}

type RuleDetails = Partial<Pick<Rule, 'validFrom' | 'validUntil'>> & { readonly id?: string };

export function allowing(conditions: Rule['conditions'], details: RuleDetails = {}): Rule {
  return rule('allow', conditions, { id: 'authorization', ...details });
}

export function refusing(conditions: Rule['conditions'], details: RuleDetails = {}): Rule {
  return rule('deny', conditions, { id: 'refusal', ...details });
}

function rule(effect: Rule['effect'], conditions: Rule['conditions'], details: RuleDetails): Rule {
  const { id = effect, validFrom = 'always', validUntil = 'always' } = details;
  return { id: ruleId(id), effect, conditions, validFrom, validUntil };
}
