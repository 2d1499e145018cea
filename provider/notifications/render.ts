import type { Database } from '../../db/open.ts';
import type { Notice } from '../../db/outbox.ts';
import { findPerson, type Person } from '../../db/users.ts';
import type { Mail } from '../../views/model.ts';
import type { Derived } from '../approvals/index.ts';
import type { DescribeIn } from '../rules/index.ts';
import { letterAboutRequest } from './about-request.ts';
import type { SentMail } from './mailer.ts';
import { letterAboutPadlock } from './padlock-changed.ts';

export interface RenderNeeds {
  readonly database: Database;
  readonly derived: Derived;
  readonly now: () => number;
  readonly publicUrl: URL;
  readonly mailFrom: string;
  readonly describeIn: DescribeIn;
}

/** What one kind of notice says to this person, now; `moot` when nobody needs it any more. */
export type Letter = (needs: RenderNeeds, notice: Notice, to: Person) => Promise<Mail | 'moot'>;

const letters: Readonly<Record<Notice['kind'], Letter>> = {
  'approval-requested': letterAboutRequest,
  'connection-waiting': letterAboutRequest,
  'connection-approved': letterAboutRequest,
  'connection-refused': letterAboutRequest,
  'padlock-changed': letterAboutPadlock,
};

/** Renders a notice at the moment it is delivered, under a Message-ID that is the same at each try. */
export function createRenderer(needs: RenderNeeds) {
  return async (notice: Notice): Promise<SentMail | 'moot'> => {
    const to = await findPerson(needs.database, notice.userId);
    const mail = to ? await letters[notice.kind](needs, notice, to) : 'moot';
    if (!to || mail === 'moot') return 'moot';
    return {
      ...mail,
      to: { name: `${to.givenName} ${to.familyName}`, address: to.email },
      from: { name: 'Amisgest – Connexions', address: needs.mailFrom },
      replyTo: undefined,
      messageId: `<${notice.id}@${needs.publicUrl.hostname}>`,
    };
  };
}
