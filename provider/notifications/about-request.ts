import { findLinkOf } from '../../db/approval-links.ts';
import { type ApprovalRequest, findRequest } from '../../db/approval-requests.ts';
import type { Notice, NoticeKind } from '../../db/outbox.ts';
import { type RequestContext, readRequestContext } from '../../db/request-context.ts';
import { type Person, readAdministrators, readOnCallPhone } from '../../db/users.ts';
import { approvalRequestedMail, connectionMail } from '../../views/index.ts';
import type { ConnectionMail, Mail } from '../../views/model.ts';
import type { Letter, RenderNeeds } from './render.ts';

const newsOf: Readonly<Partial<Record<NoticeKind, ConnectionMail['news']>>> = {
  'connection-waiting': 'waiting',
  'connection-approved': 'approved',
  'connection-refused': 'refused',
};

/** To the administrators who are asked, and to the person whose connection it is. */
export const letterAboutRequest: Letter = async (needs, notice, to) => {
  const request =
    notice.approvalRequestId === null
      ? undefined
      : await findRequest(needs.database, notice.approvalRequestId);
  const about = request && (await readRequestContext(needs.database, request.id));
  if (!request || !about) return 'moot';
  const news = newsOf[notice.kind];
  const told = { request, about, to, ...(await saidOf(needs, about, to)) };
  return news === undefined ? toAdministrator(needs, notice, told) : toPerson(needs, news, told);
};

interface Told extends Awaited<ReturnType<typeof saidOf>> {
  readonly request: ApprovalRequest;
  readonly about: RequestContext;
  readonly to: Person;
}

async function saidOf({ describeIn, now }: RenderNeeds, about: RequestContext, to: Person) {
  const { usedWith, where } = (await describeIn(about.organizationId))(about);
  const { applicationName, organizationName, timeZone } = about;
  return {
    common: { language: to.language, applicationName, organizationName, usedWith, where },
    moment: (at: number) => ({ at, now: now(), timeZone }),
  };
}

async function toAdministrator(
  needs: RenderNeeds,
  notice: Notice,
  { request, about, common, moment }: Told,
): Promise<Mail | 'moot'> {
  if (request.status !== 'pending') return 'moot';
  const administrators = await readAdministrators(needs.database, request.organizationId, needs.now());
  const link = await findLinkOf(needs.database, request.id, notice.userId);
  const reference = link && needs.derived.reference(link);
  if (reference === undefined || !administrators.some(({ id }) => id === notice.userId)) return 'moot';
  return approvalRequestedMail({
    ...common,
    person: { firstName: about.person.givenName, lastName: about.person.familyName },
    firstUse: request.reasons.some(({ kind }) => kind === 'new-browser'),
    openedAt: moment(request.openedAt),
    requestUrl: new URL(`/demandes/${reference}`, needs.publicUrl).href,
    consoleUrl: new URL('/reglages', needs.publicUrl).href,
  });
}

async function toPerson(
  needs: RenderNeeds,
  news: ConnectionMail['news'],
  { request, to, common, moment }: Told,
): Promise<Mail | 'moot'> {
  if (news === 'waiting' && request.status !== 'pending') return 'moot';
  return connectionMail({
    ...common,
    news,
    firstName: to.givenName,
    at: moment(news === 'waiting' ? request.openedAt : (request.decidedAt ?? needs.now())),
    onCallPhone: (await readOnCallPhone(needs.database, request.organizationId, to.id)) ?? 'none',
  });
}
