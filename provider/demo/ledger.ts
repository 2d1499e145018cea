import type { BrowserLabels } from '../../db/browsers.ts';
import type { DemoRequest, DemoRule } from '../../db/demo-history.ts';
import { newId } from '../../db/ids.ts';
import type { NamedPlace } from '../../db/places.ts';
import type { SignIn } from '../../db/sign-ins.ts';
import type { Decision } from '../../policies/decision.ts';
import {
  type ApplicationId,
  type BrowserId,
  type Network,
  type OrganizationId,
  type SignInFacts,
  type UserId,
  unobserved,
} from '../../policies/facts.ts';
import type { Location } from '../location/index.ts';
import { observedFacts, type Rulebook } from '../rules/index.ts';

/** One arrival, with ids for names. */
export interface Visit {
  readonly at: number;
  readonly organizationId: OrganizationId | 'none';
  readonly userId: UserId;
  readonly browserId: BrowserId;
  readonly network: Network;
  readonly location: Location;
  readonly labels: BrowserLabels;
  readonly proof: 'unproven';
  readonly applicationId: ApplicationId;
  /** What an administrator answers, should this visit have to ask. */
  readonly answer: 'approved' | 'refused';
}
export interface PastOrganization {
  readonly id: OrganizationId;
  readonly lockedAt: number | 'never';
  readonly places: readonly NamedPlace[];
  /** Whoever is first closes the padlock. */
  readonly administrators: readonly UserId[];
}
/** One organization as its days pass. */
export interface Ledger {
  readonly id: OrganizationId;
  version: number;
  padlock: 'open' | 'closed';
  readonly visits: Visit[];
  readonly signIns: SignIn[];
  readonly rules: DemoRule[];
  readonly requests: DemoRequest[];
}

export function addRule(ledger: Ledger, rule: Omit<DemoRule, 'id' | 'organizationId'>): DemoRule['id'] {
  const id = newId<DemoRule['id']>();
  ledger.rules.push({ ...rule, id, organizationId: ledger.id });
  return id;
}

export function record(
  ledger: Ledger,
  visit: Visit,
  decision: Decision,
  requestId: DemoRequest['id'] | null,
): void {
  if (decision.outcome === 'allow') ledger.visits.push(visit);
  ledger.signIns.push({ ...visit, organizationId: ledger.id, decision, approvalRequestId: requestId });
}

export function factsOf(
  { at, userId, browserId, network, location, labels, proof, applicationId }: Visit,
  gate: 'enforced' | 'exempt',
  { version, padlock, signIns }: Pick<Ledger, 'version' | 'padlock' | 'signIns'>,
  rulebook: Rulebook,
): SignInFacts {
  const hers = signIns.filter((one) => one.userId === userId && one.browserId === browserId);
  return {
    ...unobserved,
    ...observedFacts({ browserId, labels, device: 'none', proof, location }, rulebook),
    at,
    policyVersion: version,
    account: 'active',
    userId,
    application: { id: applicationId, gate, role: 'any' },
    parent: gate === 'exempt' ? 'proven' : 'none',
    membership: gate === 'exempt' ? 'none' : { active: true, access: 'by_rules', roles: [] },
    padlock,
    approval: 'none',
    history: {
      browser: hers.length > 0 ? 'seen' : 'new',
      network: hers.some((one) => one.network === network) ? 'seen' : 'new',
    },
  };
}
