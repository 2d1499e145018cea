import type { Outcome, Reason } from '../policies/decision.ts';
import type { Access, ApplicationId, Network, OrganizationId, Unknown, UserId } from '../policies/facts.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import type { JournalAction } from './journal.ts';
import { type Connection, rowsOf } from './open.ts';

/** What happened to one person in one organization: her attempts, and what administrators did about her. */
export type PastEvent =
  | ({ readonly kind: 'attempt' } & PastAttempt & HistoryKey)
  | ({ readonly kind: 'act' } & ActOnPerson & HistoryKey);

/** Where a page ends, and the next one begins: attempts and acts have one order. */
export interface HistoryKey {
  readonly at: number;
  readonly id: string;
}

export interface PastAttempt {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly network: Network | Unknown;
  readonly applicationId: ApplicationId;
  readonly browser: BrowserLabels;
}

export interface ActOnPerson {
  readonly action: JournalAction;
  /** The name of whoever acted, while the pseudonym leads to a person. */
  readonly by: string | 'operator' | 'system' | 'nobody';
  /** What her access became, where that is what changed. */
  readonly access: Access | 'same';
}

interface HistoryQuery {
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly before: HistoryKey | 'now';
  readonly most: number;
}

const attemptsText = `
  select s.id, s.at, s.outcome, s.reasons, s.network, s.application_id, b.kind, b.family, b.system, b.model
  from sign_ins s left join browsers b on b.id = s.browser_id
  where s.user_id = ? and s.organization_id = ? and (s.at, s.id) < (?, ?)
  order by s.at desc, s.id desc limit ?`;
const actsText = `
  select j.id, j.at, j.action, j.actor, j.after, u.given_name, u.family_name
  from journal j
  left join pseudonyms p on p.pseudonym = j.actor
  left join users u on u.id = p.user_id
  where j.subject = (select q.pseudonym from pseudonyms q where q.user_id = ?)
    and j.organization_id = ? and (j.at, j.id) < (?, ?)
  order by j.at desc, j.id desc limit ?`;

/** The last events before a key, the newest first. */
export async function readHistoryOf(
  connection: Connection,
  { organizationId, userId, before, most }: HistoryQuery,
): Promise<readonly PastEvent[]> {
  const { at, id } = before === 'now' ? { at: Number.MAX_SAFE_INTEGER, id: '' } : before;
  const bindings = [userId, organizationId, at, id, most];
  const attempts = await rowsOf(connection, attemptsText, bindings);
  const acts = await rowsOf(connection, actsText, bindings);
  const events: readonly PastEvent[] = [
    ...attempts.map((row) => ({
      kind: 'attempt' as const,
      id: row.id,
      at: Number(row.at),
      outcome: row.outcome,
      reasons: JSON.parse(row.reasons),
      network: row.network ?? 'unknown',
      applicationId: row.application_id,
      browser: row.kind === null ? unseenBrowser : labelsOf(row),
    })),
    ...acts.map((row) => ({
      kind: 'act' as const,
      id: row.id,
      at: Number(row.at),
      action: row.action,
      by:
        row.given_name !== null
          ? `${row.given_name} ${row.family_name}`
          : row.actor === 'operator' || row.actor === 'system'
            ? row.actor
            : 'nobody',
      access: row.action === 'access.changed' ? JSON.parse(row.after).access : 'same',
    })),
  ];
  return events.toSorted((one, other) => other.at - one.at || (other.id < one.id ? -1 : 1)).slice(0, most);
}

const unseenBrowser: BrowserLabels = {
  kind: 'unknown',
  family: 'unknown',
  system: 'unknown',
  model: 'unknown',
};
