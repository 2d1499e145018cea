import { closeRequestsOf } from '../../db/approval-requests.ts';
import { endGrantsOf } from '../../db/grants.ts';
import { writeJournal } from '../../db/journal.ts';
import { findAccess, setAccess } from '../../db/memberships.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { Access, OrganizationId, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours } from './change.ts';

/** « Selon les autorisations », « toujours », « retiré »: what was given ends with an access that is withdrawn. */
export const changeAccess = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: Actor;
    readonly userId: UserId;
    readonly access: Access;
  },
): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at, by }) => {
      const { userId, access } = given;
      const before = await findAccess(transaction, organizationId, userId);
      if (before === undefined) throw new NotYours();
      if (before === access) return;
      await setAccess(transaction, organizationId, userId, access);
      await raisePolicyVersion(transaction, organizationId);
      if (access === 'never') {
        await endGrantsOf(transaction, userId, organizationId);
        await closeRequestsOf(transaction, organizationId, userId);
      }
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'access.changed',
        subject: userId,
        before: { access: before },
        after: { access },
        at,
      });
    },
  });
