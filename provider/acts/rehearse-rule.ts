import { readAttempts } from '../../db/attempts.ts';
import type { RuleTerms } from '../../policies/approval.ts';
import type { OrganizationId, RuleId, SignInFacts } from '../../policies/facts.ts';
import { compareRehearsals, rehearse } from '../../policies/rehearsal.ts';
import type { Rule } from '../../policies/rules.ts';
import { bind, pastFacts, type Rulebook } from '../rules/index.ts';
import type { ActNeeds } from './change.ts';
import { inRounds, mostReplayed, type StoppedConnection, withLabels } from './rehearse.ts';

const month = 30 * 24 * 60 * 60_000;

/** Who of the last 30 days would newly have been let in, or stopped, under a closed padlock. */
export interface RuleRehearsal {
  readonly letIn: readonly StoppedConnection[];
  readonly stopped: readonly StoppedConnection[];
  readonly replayed: number;
}

/** Replays what was tried under the rules as they stand, then with one more and, when it is a change, one less. */
export async function rehearseRule(
  { database, now, locate, applicationOf }: Pick<ActNeeds, 'database' | 'now' | 'locate' | 'applicationOf'>,
  given: {
    readonly organizationId: OrganizationId;
    readonly timeZone: string;
    readonly rulebook: Rulebook;
    readonly ends: RuleId | 'none';
    readonly adds: RuleTerms;
  },
): Promise<RuleRehearsal> {
  const { organizationId, timeZone, rulebook, ends, adds } = given;
  const at = now();
  const past = await readAttempts(database, { organizationId, since: at - month, at, most: mostReplayed });
  const facts = await inRounds(past, (one) => pastFacts(one, { rulebook, timeZone, locate, applicationOf }));
  // A rule that begins later, or has a last day, is rehearsed as if it held all month: that is what it would do.
  const added = { ...adds, validFrom: 'always', validUntil: 'always', id: nobodys } as const;
  const matters = mattersTo(facts);
  const kept = rulebook.rules.rules
    .map(({ rule }) => rule)
    .filter((rule) => rule.id !== ends && matters(rule));
  const after = bind([...kept, added], [...rulebook.places.values()], rulebook.rules.policyVersion);
  const { letIn, stopped } = compareRehearsals(rehearse(facts, rulebook.rules), rehearse(facts, after.rules));
  return {
    letIn: withLabels(letIn, past),
    stopped: withLabels(stopped, past),
    replayed: past.length,
  };
}

/** Of very many rules few are about whoever came: only those are compiled anew. */
function mattersTo(facts: readonly SignInFacts[]): (rule: Rule) => boolean {
  const users: ReadonlySet<string> = new Set(facts.map(({ userId }) => userId));
  const browsers: ReadonlySet<string> = new Set(facts.map(({ browserId }) => browserId));
  const pairs = new Set(facts.map(({ userId, browserId }) => `${userId} ${browserId}`));
  return ({ conditions: { userId, browserId } }) =>
    (userId === undefined || users.has(userId)) &&
    (browserId === undefined || browsers.has(browserId)) &&
    (userId === undefined || browserId === undefined || pairs.has(`${userId} ${browserId}`));
}

const nobodys = 'no rule' as RuleId; // of nothing written
