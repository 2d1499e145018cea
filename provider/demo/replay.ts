import type { DemoHistory, DemoRequest } from '../../db/demo-history.ts';
import { newId } from '../../db/ids.ts';
import type { SignIn } from '../../db/sign-ins.ts';
import { requestLifetime, ruleOfRefusal } from '../../policies/approval.ts';
import { type AskedFor, ruleOfApproval, scopesOf } from '../../policies/approval-scopes.ts';
import { decide } from '../../policies/decide.ts';
import type { Decision } from '../../policies/decision.ts';
import { type OrganizationId, unknown } from '../../policies/facts.ts';
import { firstClosingLooksBack, rulesOfFirstClosing } from '../../policies/first-closing.ts';
import { bind, emptyRulebook, ownDevice, type Rulebook } from '../rules/index.ts';
import { addRule, factsOf, type Ledger, type PastOrganization, record, type Visit } from './ledger.ts';

export type Replayed = Pick<DemoHistory, 'signIns' | 'rules' | 'requests' | 'journal'> & {
  readonly policyVersions: ReadonlyMap<OrganizationId, number>;
};

const minute = 60_000;

/** What really would have happened: each visit is decided, as it would be live, on what the earlier ones left. */
export function replay(
  visits: readonly Visit[],
  organizations: readonly PastOrganization[],
  now: number,
): Replayed {
  const visitsOf = Map.groupBy(visits, ({ organizationId }) => organizationId);
  const ledgers = organizations.map((one) => replayOrganization(one, visitsOf.get(one.id) ?? [], now));
  const parents = (visitsOf.get('none') ?? []).map(enterAsParent);
  return {
    signIns: [...parents, ...ledgers.flatMap(({ signIns }) => signIns)].sort(
      (one, other) => one.at - other.at,
    ),
    rules: ledgers.flatMap(({ rules }) => rules),
    requests: ledgers.flatMap(({ requests }) => requests),
    journal: ledgers.flatMap(({ requests }) => requests.map(journalOf)),
    policyVersions: new Map(ledgers.map(({ id, version }) => [id, version])),
  };
}

function enterAsParent(visit: Visit): SignIn {
  const decision = decide(
    factsOf(visit, 'exempt', { version: 0, padlock: 'closed', signIns: [] }, emptyRulebook),
    emptyRulebook.rules,
  );
  // Parents' homes are nobody's business.
  return { ...visit, organizationId: null, network: unknown, decision, approvalRequestId: null };
}

function replayOrganization(organization: PastOrganization, visits: readonly Visit[], now: number): Ledger {
  const ledger: Ledger = {
    id: organization.id,
    version: 1,
    padlock: 'open',
    visits: [],
    signIns: [],
    rules: [],
    requests: [],
  };
  const { places } = organization;
  let rulebook = bind(ledger.rules, places, ledger.version);
  for (const visit of visits) {
    if (ledger.padlock === 'open' && visit.at >= lockedAt(organization))
      closePadlock(ledger, organization, rulebook);
    if (rulebook.rules.policyVersion !== ledger.version)
      rulebook = bind(ledger.rules, places, ledger.version);
    const decision = decide(factsOf(visit, 'enforced', ledger, rulebook), rulebook.rules);
    if (decision.outcome === 'ask') askAndAnswer(ledger, organization, rulebook, visit, decision, now);
    else record(ledger, visit, decision, null);
  }
  if (ledger.padlock === 'open' && now >= lockedAt(organization))
    closePadlock(ledger, organization, rulebook);
  return ledger;
}

const lockedAt = (organization: PastOrganization): number =>
  organization.lockedAt === 'never' ? Number.POSITIVE_INFINITY : organization.lockedAt;

/** The first closing authorizes every connection of the last 30 days, where it was. */
function closePadlock(ledger: Ledger, organization: PastOrganization, rulebook: Rulebook): void {
  const at = lockedAt(organization);
  const recent = ledger.visits
    .filter((one) => one.at > at - firstClosingLooksBack)
    .map((visit) => askedFor(visit, rulebook));
  const createdBy = organization.administrators[0] ?? null;
  for (const terms of rulesOfFirstClosing(recent))
    addRule(ledger, { ...terms, origin: 'first-closing', createdBy, at });
  ledger.padlock = 'closed';
  ledger.version += 1;
}

/** An administrator answers within a few minutes; one who could not have answered yet was not asked at all. */
function askAndAnswer(
  ledger: Ledger,
  organization: PastOrganization,
  rulebook: Rulebook,
  visit: Visit,
  decision: Decision,
  now: number,
): void {
  const administrators = organization.administrators.filter((id) => id !== visit.userId);
  const decidedAt = visit.at + (2 + (ledger.requests.length % 5)) * minute;
  const [decidedBy] = administrators;
  if (decidedBy === undefined || decidedAt + minute > now) return;
  const { answer } = visit;
  const id = newId<DemoRequest['id']>();
  const asked = askedFor(visit, rulebook);
  const terms =
    answer === 'approved'
      ? ruleOfApproval(asked, scopesOf(asked)[0], 'always')
      : ruleOfRefusal({ ...visit, deviceId: asked.deviceId }, 'this-time', decidedAt);
  if (terms === 'none') return;
  record(ledger, visit, decision, id);
  const origin = answer === 'approved' ? 'approval' : 'refusal';
  const ruleId = addRule(ledger, { ...terms, origin, createdBy: decidedBy, at: decidedAt });
  ledger.version += 1;
  const enteredAt = decidedAt + 2000;
  ledger.requests.push({
    ...visit,
    id,
    organizationId: ledger.id,
    reasons: decision.reasons,
    offeredKey: 'none',
    codeKeyId: 'seed',
    expiresAt: visit.at + requestLifetime,
    asked: administrators,
    status: answer,
    decidedAt,
    decidedBy,
    ruleId,
    usedAt: answer === 'approved' ? enteredAt : null,
  });
  if (answer === 'refused') return;
  const reasons = [{ kind: 'approved', requestId: id }] as const;
  record(
    ledger,
    { ...visit, at: enteredAt },
    { outcome: 'allow', policyVersion: ledger.version, reasons },
    id,
  );
}

/** Nobody in the demonstration's past had a key, nor moved far. */
function askedFor({ userId, browserId, location, proof }: Visit, { placesAt }: Rulebook): AskedFor {
  const places = placesAt(location);
  return {
    userId,
    browserId,
    deviceId: ownDevice(browserId),
    network: location.network,
    place: (places === unknown ? undefined : places.inside[0]) ?? 'none',
    region: location.region,
    line: location.kind,
    use: { people: 0, days: 0 },
    proof,
    approvedElsewhere: false,
  };
}

const journalOf = (request: DemoRequest): Replayed['journal'][number] => ({
  organizationId: request.organizationId,
  actor: request.decidedBy,
  action: `approval.${request.status}`,
  subject: request.userId,
  after: { requestId: request.id, how: 'session', duration: 'always' },
  at: request.decidedAt,
});
