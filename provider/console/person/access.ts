import type { Access } from '../../../policies/facts.ts';
import { withdrawAccessPage } from '../../../views/index.ts';
import { changeAccess } from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest, notFound } from '../../http/problems.ts';
import { acting, nothingDone } from '../acting.ts';
import type { Visit } from '../visit.ts';
import { back, memberAsked, personUrl, toldOf } from './asked.ts';

const accesses: readonly Access[] = ['by_rules', 'always', 'never'];

/** One of three; withdrawing says first what ends. */
export async function setAccess(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const member = await memberAsked(visit);
  const posted = fields(ctx);
  const access = accesses.find((one) => one === posted.access);
  const shown = accesses.find((one) => one === posted.shown);
  if (access === undefined || shown === undefined) throw badRequest();
  const own = member.id === administrator.userId;
  const since = posted.depuis === undefined ? {} : { depuis: posted.depuis };
  if (access === 'never' && shown !== 'never' && posted.confirmed !== 'yes') {
    ctx.body = withdrawAccessPage({
      ...(await toldOf(visit, member)),
      action: personUrl(visit, member.id, '/acces'),
      cancelHref: personUrl(visit, member.id),
      hidden: { access, shown, ...since, confirmed: 'yes' },
      own,
    });
    return;
  }
  const { closer, ...by } = await acting(visit, own ? access : undefined);
  // Whoever withdraws her own has been told, and has confirmed.
  const guarded = closer && !(own && access === 'never') ? { closer } : {};
  const given = { ...by, ...guarded, userId: member.id, access, shown };
  const changed = await changeAccess(needs.acts, given);
  if (changed.kind === 'not-yours') throw notFound();
  if (changed.kind === 'stale') return back(visit, member.id, { fait: 'stale', ...since });
  if (changed.kind === 'locks-out') return back(visit, member.id, { fait: nothingDone(changed) });
  back(visit, member.id, { fait: 'access-changed', annuler: changed.result.entryId });
}
