/** Who and what the policy tests speak of. A brand has no value of its own, hence the assertions. */
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  Country,
  DeviceFacts,
  DeviceId,
  MembershipFacts,
  Network,
  NetworkRange,
  PlaceId,
  Region,
  RuleId,
  ScheduleText,
  SignInFacts,
  UserId,
} from '../../policies/facts.ts';
import type { Rule } from '../../policies/rules.ts';

export const person = (name: string) => name as UserId;
export const browser = (name: string) => name as BrowserId;
export const network = (text: string) => text as Network;
export const range = (text: string) => text as NetworkRange;
export const device = (name: string) => name as DeviceId;
export const place = (name: string) => name as PlaceId;
export const region = (code: string) => code as Region;
export const country = (code: string) => code as Country;
export const hours = (text: string) => text as ScheduleText;
export const ruleId = (text: string) => text as RuleId;

export const julie = person('julie');
export const nadia = person('nadia');
export const tablet = browser('safari on the tablet of the room');
export const phone = browser('chrome on a phone');
export const daycare = network('198.51.100.7');
export const home = network('2001:db8:0:7::/64');
export const centre = place('CPE Les Papillons');
export const quebec = region('CA-QC');
export const canada = country('CA');
/** The machines that these browsers run on. */
export const tabletOfTheRoom: DeviceFacts = { id: device('tablet'), kind: 'tablet', status: 'ordinary' };
export const ownPhone: DeviceFacts = { id: device('phone'), kind: 'phone', status: 'ordinary' };
export const computerOfTheOffice: DeviceFacts = {
  id: device('computer'),
  kind: 'computer',
  status: 'ordinary',
};

export const julieRequest = 'request of julie' as ApprovalRequestId;

export const minute = 60_000;
export const hour = 60 * minute;
/** A Tuesday at 6:45 in Montréal. */
export const early = Date.UTC(2026, 2, 3, 11, 45);

export const sdg = { id: 'amisgest-sdg' as ApplicationId, gate: 'enforced', role: 'any' } as const;
export const compte = { id: 'compte' as ApplicationId, gate: 'members', role: 'any' } as const;
/** Nobody enters it without the role. */
export const reglages = {
  id: 'reglages' as ApplicationId,
  gate: 'enforced',
  role: 'administration',
} as const;
export const portail = { id: 'portail-parents' as ApplicationId, gate: 'exempt', role: 'any' } as const;

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
    browserFamily: 'safari',
    proof: 'proven',
    device: tabletOfTheRoom,
    network: daycare,
    places: { inside: [centre], perhaps: [] },
    region: quebec,
    country: canada,
    timeZone: 'America/Toronto',
    travel: { kind: 'possible' },
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
