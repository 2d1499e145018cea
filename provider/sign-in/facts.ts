import type { MembershipSituation, Parentage, Situation } from '../../db/situation.ts';
import { type SignInFacts, unknown, unobserved } from '../../policies/facts.ts';
import type { Recognition } from '../../policies/recognition.ts';
import type { Location } from '../location/index.ts';
import type { Application } from '../oidc/applications.ts';
import { observedFacts, type Rulebook, travelFrom } from '../rules/index.ts';
import type { Observed } from './observe.ts';
import { proofStanding, type SessionProof } from './proof.ts';

/** Whether this person may enter this application, as this request asks it. */
export interface Question {
  readonly situation: Situation;
  readonly application: Application;
  readonly membership: MembershipSituation | 'none';
  readonly observed: Observed;
  /** The last proof of the browser's key in this session. */
  readonly proof: SessionProof | 'none';
}

export interface Known {
  readonly parentage: Parentage;
  readonly rulebook: Rulebook;
  readonly recognition: Recognition;
  readonly locate: (network: Location['network']) => Location;
  readonly at: number;
}

/** Everything that is known, of the person from the database and of the request from itself. */
export function factsOf(question: Question, known: Known): SignInFacts {
  const { situation, application, membership } = question;
  const person = {
    at: known.at,
    account: situation.account,
    userId: situation.userId,
    application: { id: application.id, gate: application.gate, role: application.role },
    parent: known.parentage.organizations.length > 0 ? 'proven' : 'none',
  } as const;
  return membership === 'none'
    ? { ...person, ...factsOfNoMember(question, known) }
    : { ...person, ...factsOfMember(question, membership, known) };
}

type OtherFacts = Omit<SignInFacts, 'at' | 'account' | 'userId' | 'application' | 'parent'>;

/** Parents' homes are nobody's business: of their sign-ins nothing is observed. */
function factsOfNoMember({ situation, application, observed }: Question, { rulebook }: Known): OtherFacts {
  const isPrivate = application.gate !== 'enforced';
  return {
    ...unobserved,
    browserId: situation.browserId,
    network: isPrivate ? unknown : observed.network,
    policyVersion: rulebook.rules.policyVersion,
    membership: 'none',
    padlock: 'closed',
    approval: 'none',
    history: { browser: 'new', network: 'new' },
  };
}

function factsOfMember(
  { situation, observed, proof }: Question,
  membership: MembershipSituation,
  { rulebook, recognition, locate, at }: Known,
): OtherFacts {
  const { request } = membership;
  return {
    ...observedFacts(
      {
        browserId: situation.browserId,
        labels: recognition,
        device: membership.device,
        proof: proofStanding(proof, {
          browserId: situation.browserId,
          proofKey: membership.proofKey,
          network: observed.network,
          at,
        }),
        location: observed.location,
      },
      rulebook,
    ),
    policyVersion: membership.policyVersion,
    membership: { active: true, access: membership.access, roles: membership.roles },
    padlock: membership.padlock,
    timeZone: membership.timeZone,
    travel: travelFrom(membership.lastEntry, { location: observed.location, at }, locate),
    approval:
      request !== 'none' && request.status === 'approved' && request.decidedAt !== null
        ? { requestId: request.id, decidedAt: request.decidedAt, network: request.network }
        : 'none',
    history: { browser: membership.connection, network: membership.network },
  };
}
