import {
  type Member,
  readConnectionsOf,
  readHistoryOf,
  readMembers,
  type SeenConnection,
} from '../../../db/grid.ts';
import type { Access, UserId } from '../../../policies/facts.ts';
import type { ConnectionChoice, Moved, PersonPage } from '../../../views/console/person/model.ts';
import { personPage } from '../../../views/index.ts';
import {
  type Changed,
  changeAccess,
  moveConnections,
  undoMove,
  type Moved as Written,
} from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest, notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { personHref } from '../people.ts';
import { decideSeen, standingOf } from '../standing.ts';
import type { Visit } from '../visit.ts';

const mostHistory = 30;
const prefix = 'connexion-';

/** « Une personne »: where she signs in from, and what she may. */
export async function showPerson(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, at } = visit;
  const { organizationId } = padlock;
  const member = await memberAsked(visit);
  const seen = await readConnectionsOf(needs.database, { organizationId, userId: member.id, at });
  const choices = await choicesOf(visit, seen);
  ctx.body = personPage({
    shell: await visit.shell('person'),
    personName: `${member.givenName} ${member.familyName}`,
    firstName: member.givenName,
    jobTitle: member.jobTitle ?? 'none',
    email: member.email,
    padlock: padlock.state,
    moved: movedIn(visit, member.id),
    access: member.access,
    accessAction: `${personHref(member.id)}/acces`,
    moveAction: `${personHref(member.id)}/deplacer`,
    authorized: choices.filter(({ standing }) => standing === 'authorized'),
    notAuthorized: choices.filter(({ standing }) => standing !== 'authorized'),
    history: await historyOf(visit, member.id),
  });
}

export async function move(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const { organizationId, userId: by } = administrator;
  const { id: userId, access } = await memberAsked(visit);
  const posted = fields(ctx);
  const arrow = posted.move?.startsWith('authorize') ? 'authorize' : 'withdraw';
  const all = posted.move?.endsWith('-all') ?? false;
  if (!['authorize', 'withdraw', 'authorize-all', 'withdraw-all'].includes(posted.move ?? ''))
    throw badRequest();
  // An access that decides alone leaves nothing to move: the page says so.
  if (access !== 'by_rules') return back(visit, userId, {});
  const connectionIds = all
    ? await idsOnTheOtherSide(visit, userId, arrow)
    : Object.keys(posted).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  if (connectionIds.length === 0) return back(visit, userId, { fait: 'nothing-chosen' });
  if (arrow === 'withdraw' && (await includesOwn(visit, userId, connectionIds)))
    return back(visit, userId, { fait: 'own-connection' });
  const changed = await moveConnections(needs.acts, { organizationId, by, arrow, userId, connectionIds });
  back(visit, userId, saidOf(changed, arrow));
}

export async function undo(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const { organizationId, userId: by } = administrator;
  const { id: userId } = await memberAsked(visit);
  const entryId: string = ctx.params.entry;
  const changed = await undoMove(needs.acts, { organizationId, by, entryId });
  if (changed.kind === 'not-yours') throw notFound();
  back(visit, userId, { fait: changed.kind === 'locks-out' ? 'locks-out' : 'undone' });
}

const accesses: readonly Access[] = ['by_rules', 'always', 'never'];

export async function setAccess(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const { organizationId, userId: by } = administrator;
  const { id: userId } = await memberAsked(visit);
  const access = accesses.find((one) => one === fields(ctx).access);
  if (access === undefined) throw badRequest();
  const changed = await changeAccess(needs.acts, { organizationId, by, userId, access });
  if (changed.kind === 'not-yours') throw notFound();
  back(visit, userId, { fait: changed.kind === 'locks-out' ? 'locks-out' : 'access-changed' });
}

/** Another organization's person is answered like one that does not exist. */
async function memberAsked({ ctx, needs, padlock, at }: Visit): Promise<Member> {
  const members = await readMembers(needs.database, padlock.organizationId, at);
  const member = members.find(({ id }) => id === ctx.params.person);
  if (!member) throw notFound();
  return member;
}

/** One line a connection: where it was seen last, and what would be decided of it there. */
async function choicesOf(
  visit: Visit,
  seen: readonly SeenConnection[],
): Promise<readonly ConnectionChoice[]> {
  const describe = await visit.needs.describeIn(visit.padlock.organizationId);
  // An open padlock lets everyone in: what the lists tell is what the rules say.
  const decided = await decideSeen({ ...visit, padlock: { ...visit.padlock, state: 'closed' } });
  const latest = [...Map.groupBy(seen, ({ connectionId }) => connectionId).values()].flatMap(
    ([one]) => one ?? [],
  );
  return latest.map((one) => {
    const decision = decided(one);
    const standing = standingOf(decision);
    const { usedWith, where } = describe({ ...one, browser: one.labels });
    return {
      field: `${prefix}${one.connectionId}`,
      usedWith,
      where,
      network: one.network,
      lastAttempt: visit.moment(one.at),
      standing: standing === 'open' ? 'authorized' : standing,
      reasons: decision.reasons,
      stolen: one.device !== 'none' && one.device.status === 'stolen',
      own: isOwn(visit, one),
    };
  });
}

/** What whoever looks is using at this very request. */
const isOwn = (
  { administrator }: Visit,
  { userId, browserId }: Pick<SeenConnection, 'userId' | 'browserId'>,
): boolean => administrator.userId === userId && administrator.facts.browserId === browserId;

async function includesOwn(visit: Visit, userId: UserId, connectionIds: readonly string[]): Promise<boolean> {
  const { organizationId } = visit.padlock;
  const seen = await readConnectionsOf(visit.needs.database, { organizationId, userId, at: visit.at });
  return seen.some((one) => connectionIds.includes(one.connectionId) && isOwn(visit, one));
}

async function idsOnTheOtherSide(visit: Visit, userId: UserId, arrow: 'authorize' | 'withdraw') {
  const { organizationId } = visit.padlock;
  const seen = await readConnectionsOf(visit.needs.database, { organizationId, userId, at: visit.at });
  const choices = await choicesOf(visit, seen);
  return choices
    .filter(
      ({ standing, stolen, own }) =>
        !stolen && !own && (standing === 'authorized') === (arrow === 'withdraw') && standing !== 'refused',
    )
    .map(({ field }) => field.slice(prefix.length));
}

async function historyOf({ needs, padlock, moment }: Visit, userId: UserId): Promise<PersonPage['history']> {
  const { organizationId } = padlock;
  const describe = await needs.describeIn(organizationId);
  const attempts = await readHistoryOf(needs.database, { organizationId, userId, most: mostHistory });
  return attempts.map(({ at, outcome, reasons, applicationId, browser, network }) => {
    const { usedWith, where } = describe({ applicationId, browser, network });
    const applicationName = needs.acts.applicationOf(applicationId)?.name ?? applicationId;
    return { at: moment(at), outcome, applicationName, usedWith, where, reasons };
  });
}

function saidOf(
  changed: Changed<Written>,
  arrow: 'authorize' | 'withdraw',
): Readonly<Record<string, string>> {
  if (changed.kind === 'not-yours') throw notFound();
  if (changed.kind !== 'done') return { fait: changed.kind };
  const { count, stillRefused, entryId } = changed.result;
  if (stillRefused > 0) return { fait: 'still-refused', nombre: String(stillRefused), annuler: entryId };
  return {
    fait: arrow === 'authorize' ? 'authorized' : 'withdrawn',
    nombre: String(count),
    annuler: entryId,
  };
}

const back = ({ ctx }: Visit, userId: UserId, said: Readonly<Record<string, string>>): void =>
  seeOther(ctx, `${personHref(userId)}?${new URLSearchParams(said)}`);

/** What was posted is told once, from the address that it led to: numbers and names in it are checked, not believed. */
function movedIn({ ctx }: Visit, userId: UserId): Moved | 'none' {
  const { fait, nombre, annuler } = ctx.query;
  switch (fait) {
    case 'nothing-chosen':
    case 'undone':
    case 'locks-out':
    case 'access-changed':
    case 'own-connection':
      return { kind: fait };
    case 'authorized':
    case 'withdrawn':
    case 'still-refused': {
      const count = Number(nombre);
      if (
        !Number.isSafeInteger(count) ||
        count < 0 ||
        typeof annuler !== 'string' ||
        !/^[\w-]+$/.test(annuler)
      )
        return 'none';
      return {
        kind: fait,
        count,
        undoAction: annuler === 'none' ? 'none' : `${personHref(userId)}/annuler/${annuler}`,
      };
    }
    default:
      return 'none';
  }
}
