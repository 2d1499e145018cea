import { closeRequests } from '../../db/closed-requests.ts';
import type { Connection, Database } from '../../db/open.ts';
import { lockOrganization, type Padlock } from '../../db/padlock.ts';
import { type PendingAttempt, readPendingAttempts } from '../../db/past-sign-ins.ts';
import { readAdministrators } from '../../db/users.ts';
import { announceAnswer } from '../../db/wake.ts';
import { decide } from '../../policies/decide.ts';
import type {
  ApplicationId,
  Network,
  OrganizationId,
  SignInFacts,
  Unknown,
  UserId,
} from '../../policies/facts.ts';
import type { Location } from '../location/index.ts';
import { type KnownApplication, pastFacts } from '../rules/index.ts';
import {
  isOpenForGood,
  type ReadRulebook,
  readEntriesOfAdministrators,
  rulebooksIn,
  someAdministratorEnters,
  staysIn,
} from './guard.ts';

export interface ActNeeds {
  readonly database: Database;
  readonly now: () => number;
  readonly locate: (network: Network | Unknown) => Location;
  readonly applicationOf: (id: ApplicationId) => KnownApplication | undefined;
  /** Waiting pages and the outbox look at once. */
  readonly onChanged: () => void;
}

export type Actor = UserId | 'operator' | 'system';

/** One change under way: its transaction, and the organization as it was read in it. */
export interface UnderWay {
  readonly transaction: Connection;
  readonly padlock: Padlock;
  readonly at: number;
  readonly by: Actor;
}

/**
 * `not-yours`: not an administrator of this organization at the moment of writing, or no such thing in it.
 * `stale`: nothing was written, since somebody else has changed what whoever acts saw.
 * `locks-out`: nothing was written, since no administrator, or not even whoever closes, could enter afterwards.
 */
export type Changed<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'locks-out'; readonly whom: 'administrators' | 'closer' };

class LocksOut extends Error {
  readonly whom: 'administrators' | 'closer';
  constructor(whom: 'administrators' | 'closer') {
    super();
    this.whom = whom;
  }
}
/** Thrown by an act whose subject is not in its organization: identical to one that does not exist. */
export class NotYours extends Error {}
/** Thrown by an act whose subject is no longer what it was on the page that asks for it. */
export class Stale extends Error {}

interface ChangeOf<Result> {
  readonly organizationId: OrganizationId;
  readonly by: Actor;
  /** The instant of the act, when it is not this one. */
  readonly at?: number;
  /** The facts of whoever acts, on this very request, when the act must not cut her off. */
  readonly closer?: SignInFacts;
  /** `may-lock-out`: opening, and what must hold whatever follows. */
  readonly guard?: 'guarded' | 'may-lock-out';
  readonly act: (underWay: UnderWay) => Promise<Result>;
}

/**
 * Every change of who may enter goes this way: in one transaction the role is checked, the change written, and whoever
 * waits decided again. Under a closed padlock a change that leaves no administrator a way in is undone.
 */
export async function change<Result>(needs: ActNeeds, given: ChangeOf<Result>): Promise<Changed<Result>> {
  try {
    const result = await needs.database.transaction((transaction) => changed(transaction, needs, given));
    needs.onChanged();
    return { kind: 'done', result };
  } catch (error) {
    if (error instanceof LocksOut) return { kind: 'locks-out', whom: error.whom };
    if (error instanceof NotYours) return { kind: 'not-yours' };
    if (error instanceof Stale) return { kind: 'stale' };
    throw error;
  }
}

async function changed<Result>(
  transaction: Connection,
  needs: ActNeeds,
  { organizationId, by, at = needs.now(), closer, guard = 'guarded', act }: ChangeOf<Result>,
): Promise<Result> {
  const padlock = await lockOrganization(transaction, organizationId, at);
  if (!padlock || !(await mayChange(transaction, organizationId, by, at))) throw new NotYours();
  const guarded = guard === 'guarded';
  const rulebookOf = rulebooksIn(transaction);
  const couldEnter = async (): Promise<boolean> => {
    const entries = await readEntriesOfAdministrators(transaction, padlock, at);
    return someAdministratorEnters(entries, needs, padlock, at, () => rulebookOf(padlock, whoOf(entries)));
  };
  // What was lost before is not this change's doing: it may be the first step of the remedy.
  const mustEnter = guarded && (isOpenForGood(padlock) || (await couldEnter()));
  const result = await act({ transaction, padlock, at, by });
  const left = (await lockOrganization(transaction, organizationId, at)) ?? padlock;
  const stays = guarded && !isOpenForGood(left) ? closer : undefined;
  const enters = mustEnter && !isOpenForGood(left);
  const entries = enters ? await readEntriesOfAdministrators(transaction, left, at) : [];
  const pending = await readPendingAttempts(transaction, organizationId, at);
  const whom = whoOf([...(stays ? [stays] : []), ...entries, ...pending]);
  const rulebook = () => rulebookOf(left, whom);
  if (stays && !staysIn(stays, needs, await rulebook())) throw new LocksOut('closer');
  if (enters && !(await someAdministratorEnters(entries, needs, left, at, rulebook)))
    throw new LocksOut('administrators');
  await decideAgain(transaction, pending, needs, left, at, rulebook);
  return result;
}

const whoOf = (facts: readonly { readonly userId: UserId }[]): readonly UserId[] =>
  facts.map(({ userId }) => userId);

async function mayChange(
  transaction: Connection,
  organizationId: OrganizationId,
  by: Actor,
  at: number,
): Promise<boolean> {
  if (by === 'operator' || by === 'system') return true;
  const administrators = await readAdministrators(transaction, organizationId, at);
  return administrators.some(({ id }) => id === by);
}

/** Who waits and is authorized now need not wait for anybody. */
async function decideAgain(
  transaction: Connection,
  pending: readonly PendingAttempt[],
  { locate, applicationOf }: ActNeeds,
  { timeZone, state }: Padlock,
  at: number,
  readRulebook: ReadRulebook,
): Promise<void> {
  if (pending.length === 0) return;
  const rulebook = await readRulebook();
  const allowed = pending.filter((attempt) => {
    const facts = pastFacts(attempt, { rulebook, timeZone, locate, applicationOf });
    const { travel } = attempt;
    return decide({ ...facts, at, travel, padlock: state }, rulebook.rules).outcome === 'allow';
  });
  if (allowed.length === 0) return;
  await closeRequests(
    transaction,
    allowed.map(({ requestId }) => requestId),
    'superseded',
  );
  await announceAnswer(transaction);
}
