import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/open.ts';
import { readPadlock } from '../../db/padlock.ts';
import { type PastSignIn, readFirstSeen, readNeverSeen, readPastSignIns } from '../../db/past-sign-ins.ts';
import type { RuleTerms } from '../../policies/approval.ts';
import type { OrganizationId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import { firstClosingLooksBack } from '../../policies/first-closing.ts';
import { rehearse, type Stopped } from '../../policies/rehearsal.ts';
import { bind, pastFacts, type Rulebook, type RulebookOf } from '../rules/index.ts';
import type { ActNeeds } from './change.ts';
import { rulesForRecent } from './first-closing.ts';
import { entersOnceClosed } from './guard.ts';

/** « Essai à blanc »: who would have had to wait, had the padlock been closed for the last month. */
export interface Rehearsal {
  /** In the order of their first time. */
  readonly stopped: readonly StoppedConnection[];
  /** The first sign-in that was replayed, in milliseconds UTC: how long this history is. */
  readonly since: number | 'never';
  readonly replayed: number;
  /** How many authorizations the closing itself would write. */
  readonly authorizes: number;
  readonly people: number;
  /** Whether whoever would close could still enter as she is here now. */
  readonly closerEnters: boolean;
  /** Members who were not let in once in that time: they will have to wait. */
  readonly neverSeen: readonly {
    readonly id: UserId;
    readonly givenName: string;
    readonly familyName: string;
  }[];
}

/** With what it was recognised as. */
export type StoppedConnection = Stopped & Pick<PastSignIn, 'labels' | 'applicationId'>;

/** So many sign-ins are replayed at the most, the newest; what that leaves out, `since` says. */
export const mostReplayed = 20_000;
/** Between two rounds of so many, other requests are served. */
const atOnce = 500;

export async function rehearseClosing(
  needs: Pick<ActNeeds, 'database' | 'now' | 'locate' | 'applicationOf'> & {
    readonly rulebookOf: RulebookOf;
  },
  organizationId: OrganizationId,
  closer: SignInFacts,
): Promise<Rehearsal | undefined> {
  const { database, now, locate, applicationOf } = needs;
  const at = now();
  const padlock = await readPadlock(database, organizationId, at);
  if (!padlock) return undefined;
  const since = at - firstClosingLooksBack;
  const written =
    padlock.firstLockedAt === null ? await rulesForRecent(database, { organizationId, at, locate }) : [];
  const standing = await needs.rulebookOf(organizationId, padlock.policyVersion);
  const rulebook = written.length === 0 ? standing : withMore(standing, written);
  const past = await readPastSignIns(database, { organizationId, since, at, most: mostReplayed });
  const { timeZone } = padlock;
  const facts = await inRounds(past, (one) => pastFacts(one, { rulebook, timeZone, locate, applicationOf }));
  const neverSeen = await readNeverSeen(database, { organizationId, since, at });
  return {
    stopped: withLabels(rehearse(facts, rulebook.rules), past),
    since:
      past.length === mostReplayed
        ? (past.at(-1)?.at ?? 'never')
        : await beginning(database, organizationId, since),
    replayed: past.length,
    authorizes: written.length,
    closerEnters: entersOnceClosed(closer, rulebook.rules),
    people: new Set(past.map(({ userId }) => userId)).size,
    neverSeen,
  };
}

function withMore({ rules, places }: Rulebook, written: readonly RuleTerms[]): Rulebook {
  const more = written.map((terms, index) => ({ id: `new ${index}` as RuleId, ...terms })); // ids of nothing written
  return bind([...rules.rules.map(({ rule }) => rule), ...more], [...places.values()], rules.policyVersion);
}

export function withLabels(
  stopped: readonly Stopped[],
  past: readonly PastSignIn[],
): readonly StoppedConnection[] {
  const seen = new Map(past.map((one) => [`${one.userId} ${one.browserId}`, one]));
  return stopped.flatMap((line) => {
    const one = seen.get(`${line.userId} ${line.browserId}`);
    return one ? [{ ...line, labels: one.labels, applicationId: one.applicationId }] : [];
  });
}

/** History begins with the first sign-in ever, or as far back as is replayed. */
async function beginning(
  database: Database,
  organizationId: OrganizationId,
  since: number,
): Promise<number | 'never'> {
  const first = await readFirstSeen(database, organizationId);
  return first === undefined ? 'never' : Math.max(first, since);
}

export async function inRounds(
  past: readonly PastSignIn[],
  read: (one: PastSignIn) => SignInFacts,
): Promise<readonly SignInFacts[]> {
  const facts: SignInFacts[] = [];
  for (let from = 0; from < past.length; from += atOnce) {
    facts.push(...past.slice(from, from + atOnce).map(read));
    await setImmediate();
  }
  return facts;
}
