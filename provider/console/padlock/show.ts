import { readMembers } from '../../../db/grid.ts';
import { unknown } from '../../../policies/facts.ts';
import type { ClosingPage } from '../../../views/console/padlock/model.ts';
import { closingPage, openingPage } from '../../../views/index.ts';
import { connectionsHref } from '../../../views/places.ts';
import { closePadlock, openPadlock, type Rehearsal, rehearseClosing, writeRule } from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest, notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { memberFound, personHref } from '../people.ts';
import type { Visit } from '../visit.ts';

const hour = 60 * 60_000;
const mostStopped = 12;
const here = '/reglages/cadenas';

/** Closing shows the rehearsal first; opening asks for how long. */
export async function showPadlock(visit: Visit): Promise<void> {
  const { ctx, padlock } = visit;
  if (padlock.state === 'closed')
    ctx.body = openingPage({
      shell: await visit.shell('padlock'),
      action: `${here}/ouvrir`,
      cancelHref: connectionsHref,
    });
  else ctx.body = closingPage(await closing(visit));
}

export async function close({ ctx, needs, administrator }: Visit): Promise<void> {
  const { organizationId, userId: by, facts: closer } = administrator;
  const changed = await closePadlock(needs.acts, { organizationId, by, closer });
  if (changed.kind === 'not-yours') throw notFound();
  seeOther(ctx, changed.kind === 'locks-out' ? `${here}?refus=${changed.whom}` : connectionsHref);
}

export async function open({ ctx, needs, administrator, at }: Visit): Promise<void> {
  const { organizationId, userId: by } = administrator;
  const lasts = fields(ctx).for;
  if (lasts !== '1h' && lasts !== 'open') throw badRequest();
  const relockAt = lasts === '1h' ? at + hour : null;
  const changed = await openPadlock(needs.acts, { organizationId, by, relockAt });
  if (changed.kind !== 'done') throw notFound();
  seeOther(ctx, connectionsHref);
}

/** The remedy of whoever would lock herself out: this person, this browser, where she is now. */
export async function authorizeMine({ ctx, needs, administrator }: Visit): Promise<void> {
  const { organizationId, userId, facts } = administrator;
  const conditions = mine(facts);
  if (conditions === 'none') throw badRequest();
  await writeRule(needs.acts, {
    organizationId,
    by: userId,
    terms: {
      effect: 'allow',
      conditions: { userId, ...conditions },
      validFrom: 'always',
      validUntil: 'always',
    },
  });
  seeOther(ctx, here);
}

function mine({ browserId, network, places }: Visit['administrator']['facts']) {
  if (browserId === unknown) return 'none';
  const [placeId] = places === unknown ? [] : places.inside;
  if (placeId !== undefined) return { browserId, placeId };
  return network === unknown ? 'none' : { browserId, network };
}

async function closing(visit: Visit): Promise<ClosingPage> {
  const { ctx, needs, padlock, administrator, at, moment } = visit;
  const { organizationId } = padlock;
  const rehearsal = await rehearseClosing(needs.acts, organizationId, administrator.facts);
  if (!rehearsal) throw notFound();
  const members = (await readMembers(needs.database, organizationId, at)).filter(({ active }) => active);
  const { refus } = ctx.query;
  return {
    shell: await visit.shell('padlock'),
    action: `${here}/fermer`,
    cancelHref: connectionsHref,
    refused: refus === 'closer' || refus === 'administrators' ? refus : 'none',
    authorizeMineAction:
      rehearsal.closerEnters || mine(administrator.facts) === 'none' ? 'none' : `${here}/autoriser`,
    first: padlock.firstLockedAt === null,
    authorizes: rehearsal.authorizes,
    since: rehearsal.since === 'never' ? 'never' : moment(rehearsal.since),
    members: members.length,
    stopped: await stoppedLines(visit, rehearsal, members),
    moreStopped: Math.max(0, rehearsal.stopped.length - mostStopped),
    neverSeen: rehearsal.neverSeen.map(memberFound),
  };
}

async function stoppedLines(
  { needs, padlock, moment }: Visit,
  { stopped }: Rehearsal,
  members: Awaited<ReturnType<typeof readMembers>>,
): Promise<ClosingPage['stopped']> {
  const describe = await needs.describeIn(padlock.organizationId);
  const names = new Map(members.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  return stopped
    .slice(0, mostStopped)
    .map(({ userId, labels, applicationId, network, at, times, outcome }) => ({
      personName: names.get(userId) ?? '',
      personHref: personHref(userId),
      ...describe({ applicationId, browser: labels, network }),
      at: moment(at),
      times,
      outcome,
    }));
}
