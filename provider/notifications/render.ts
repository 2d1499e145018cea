import { findLinkOf } from '../../db/approval-links.ts';
import { findRequest } from '../../db/approval-requests.ts';
import type { Database } from '../../db/open.ts';
import type { Notice, NoticeKind } from '../../db/outbox.ts';
import { readRequestContext } from '../../db/request-context.ts';
import { findPerson, readAdministrators, readOnCallPhone } from '../../db/users.ts';
import { approvalRequestedMail, connectionMail } from '../../views/index.ts';
import type { ConnectionMail, Mail } from '../../views/model.ts';
import type { Derived } from '../approvals/index.ts';
import type { DescribeIn } from '../rules/index.ts';
import type { SentMail } from './mailer.ts';

interface RenderNeeds {
  readonly database: Database;
  readonly derived: Derived;
  readonly now: () => number;
  readonly publicUrl: URL;
  readonly mailFrom: string;
  readonly describeIn: DescribeIn;
}

const newsOf: Readonly<Record<Exclude<NoticeKind, 'approval-requested'>, ConnectionMail['news']>> = {
  'connection-waiting': 'waiting',
  'connection-approved': 'approved',
  'connection-refused': 'refused',
};

/** Renders a notice at the moment it is delivered; `moot` when nobody needs it any more. */
export function createRenderer(needs: RenderNeeds) {
  return async (notice: Notice): Promise<SentMail | 'moot'> => {
    const request = await findRequest(needs.database, notice.approvalRequestId);
    const about = request && (await readRequestContext(needs.database, request.id));
    const to = await findPerson(needs.database, notice.userId);
    if (!request || !about || !to) return 'moot';
    const said = (await needs.describeIn(about.organizationId))(about);
    const moment = (at: number) => ({ at, now: needs.now(), timeZone: about.timeZone });
    const common = {
      language: to.language,
      applicationName: about.applicationName,
      organizationName: about.organizationName,
      usedWith: said.usedWith,
      where: said.where,
    };
    const send = (mail: Mail, replyTo?: string): SentMail => ({
      ...mail,
      to: { name: `${to.givenName} ${to.familyName}`, address: to.email },
      from: { name: 'Amisgest – Connexions', address: needs.mailFrom },
      replyTo,
      messageId: `<${notice.id}@${needs.publicUrl.hostname}>`,
    });
    if (notice.kind === 'approval-requested') {
      if (request.status !== 'pending') return 'moot';
      const administrators = await readAdministrators(needs.database, request.organizationId, needs.now());
      const link = await findLinkOf(needs.database, request.id, notice.userId);
      const reference = link && needs.derived.reference(link);
      if (reference === undefined || !administrators.some(({ id }) => id === notice.userId)) return 'moot';
      const mail = approvalRequestedMail({
        ...common,
        person: { firstName: about.person.givenName, lastName: about.person.familyName },
        firstUse: request.reasons.some(({ kind }) => kind === 'new-browser'),
        openedAt: moment(request.openedAt),
        requestUrl: new URL(`/demandes/${reference}`, needs.publicUrl).href,
        consoleUrl: new URL('/reglages', needs.publicUrl).href,
      });
      return send(mail);
    }
    const news = newsOf[notice.kind];
    if (news === 'waiting' && request.status !== 'pending') return 'moot';
    const mail = connectionMail({
      ...common,
      news,
      firstName: to.givenName,
      at: moment(news === 'waiting' ? request.openedAt : (request.decidedAt ?? needs.now())),
      onCallPhone: (await readOnCallPhone(needs.database, request.organizationId, notice.userId)) ?? 'none',
    });
    return send(mail);
  };
}
