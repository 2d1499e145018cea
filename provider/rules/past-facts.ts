import type { PastSignIn } from '../../db/past-sign-ins.ts';
import {
  type ApplicationId,
  type Gate,
  type Network,
  type SignInFacts,
  type Unknown,
  unobserved,
} from '../../policies/facts.ts';
import type { Location } from '../location/index.ts';
import { observedFacts } from './observed-facts.ts';
import type { Rulebook } from './rulebook.ts';

/** What is known of an application when a past sign-in is decided again. */
export interface KnownApplication {
  readonly id: ApplicationId;
  readonly name: string;
  readonly gate: Gate;
  readonly role: string | 'any';
  readonly kind: 'web' | 'native';
}

export interface PastFactsNeeds {
  readonly rulebook: Rulebook;
  readonly timeZone: string;
  readonly locate: (network: Network | Unknown) => Location;
  readonly applicationOf: (id: ApplicationId) => KnownApplication | undefined;
}

/** The facts of a sign-in that is past, as it was seen; with the memberships, devices, places and rules of now. */
export function pastFacts(
  past: PastSignIn,
  { rulebook, timeZone, locate, applicationOf }: PastFactsNeeds,
): SignInFacts {
  const { at, userId, applicationId, access, roles } = past;
  const application =
    applicationOf(applicationId) ??
    ({ id: applicationId, gate: 'enforced', role: 'any', kind: 'web' } as const);
  // A native application is its own browser, whatever its window says it is (RFC 8252).
  const labels = application.kind === 'native' ? ({ ...past.labels, family: 'app' } as const) : past.labels;
  return {
    ...unobserved,
    ...observedFacts({ ...past, labels, location: locate(past.network) }, rulebook),
    at,
    policyVersion: rulebook.rules.policyVersion,
    account: 'active',
    userId,
    application: { id: application.id, gate: application.gate, role: application.role },
    parent: 'none',
    membership: { active: true, access, roles },
    padlock: 'closed',
    timeZone,
    approval: 'none',
    history: { browser: 'seen', network: 'seen' },
  };
}
