import { type Member, readMembers } from '../../../db/grid.ts';
import { unknown } from '../../../policies/facts.ts';
import type { ClosingPage, ClosingResult } from '../../../views/console/padlock/model.ts';
import { closingPage, openingPage } from '../../../views/index.ts';
import { connectionsHref } from '../../../views/places.ts';
import { type Rehearsal, rehearseClosing } from '../../acts/index.ts';
import { notFound } from '../../http/problems.ts';
import { meanwhileIn } from '../meanwhile.ts';
import { listPeople, personHref } from '../people.ts';
import type { Visit } from '../visit.ts';
import { mine } from './mine.ts';

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

async function closing(visit: Visit): Promise<ClosingPage> {
  const { ctx, needs, padlock, administrator, at, moment } = visit;
  const { organizationId } = padlock;
  const rehearsal = await rehearseClosing(
    { ...needs.acts, rulebookOf: needs.rulebookOf },
    organizationId,
    administrator.facts,
  );
  if (!rehearsal) throw notFound();
  const members = (await readMembers(needs.database, organizationId, at)).filter(({ active }) => active);
  const { refus } = ctx.query;
  return {
    shell: await visit.shell('padlock'),
    action: `${here}/fermer`,
    cancelHref: connectionsHref,
    result: await resultIn(visit),
    shown: { version: padlock.policyVersion, at },
    refused: refus === 'closer' || refus === 'administrators' ? refus : 'none',
    authorizeMineAction:
      rehearsal.closerEnters || mine(administrator.facts) === 'none' ? 'none' : `${here}/autoriser`,
    first: padlock.firstLockedAt === null,
    authorizes: rehearsal.authorizes,
    since: rehearsal.since === 'never' ? 'never' : moment(rehearsal.since),
    members: members.length,
    stopped: await stoppedLines(visit, rehearsal, members),
    moreStopped: Math.max(0, rehearsal.stopped.length - mostStopped),
    neverSeen: listPeople(rehearsal.neverSeen, members),
  };
}

async function stoppedLines(
  { needs, padlock, moment }: Visit,
  { stopped }: Rehearsal,
  members: readonly Member[],
): Promise<ClosingPage['stopped']> {
  const describe = await needs.describeIn(padlock.organizationId);
  const names = new Map(members.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
  // Whoever would have been stopped most often comes first.
  return stopped
    .toSorted((one, other) => other.times - one.times || other.at - one.at)
    .slice(0, mostStopped)
    .map(({ userId, browserId, labels, applicationId, network, at, times, outcome }) => ({
      personName: names.get(userId) ?? '',
      personHref: personHref(userId),
      remedy:
        browserId === unknown
          ? 'none'
          : { action: `${here}/autoriser-ligne`, person: userId, browser: browserId },
      ...describe({ applicationId, browser: labels, network }),
      at: moment(at),
      times,
      outcome,
    }));
}

async function resultIn(visit: Visit): Promise<ClosingResult | 'none'> {
  const { fait, annuler } = visit.ctx.query;
  const entry = typeof annuler === 'string' && /^[\w-]{1,64}$/.test(annuler) ? annuler : 'none';
  switch (fait) {
    case 'stale':
      return { kind: fait, entries: await meanwhileIn(visit) };
    case 'undone':
    case 'locks-out':
    case 'locks-you-out':
      return { kind: fait };
    case 'authorized':
    case 'still-refused':
      return { kind: fait, undoAction: entry === 'none' ? 'none' : `${here}/annuler/${entry}` };
    default:
      return 'none';
  }
}
