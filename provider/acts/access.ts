import { closeRequestsOf } from '../../db/closed-requests.ts';
import { endGrantsOf } from '../../db/grants.ts';
import { writeJournal } from '../../db/journal.ts';
import { findAccess, setAccess } from '../../db/memberships.ts';
import { raisePolicyVersion } from '../../db/rules.ts';
import type { Access, OrganizationId, SignInFacts, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { endGrantsBeyondRules } from './given.ts';
import { entryToUndo } from './undo.ts';

/** « Selon les autorisations », « toujours », « retiré »: what was given ends with an access that is withdrawn, and with « toujours » what the rules do not give. */
export const changeAccess = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: Actor;
    readonly userId: UserId;
    readonly access: Access;
    /** What it was on the page that asks for this. */
    readonly shown?: Access;
    /** Whoever acts, as she is here now, with the access that she will have: she does not cut herself off. */
    readonly closer?: SignInFacts;
  },
): Promise<Changed<AccessChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { userId, access, shown } = given;
      const before = await findAccess(underWay.transaction, underWay.padlock.organizationId, userId);
      if (before === undefined) throw new NotYours();
      if (shown !== undefined && shown !== before) throw new Stale();
      return before === access
        ? { entryId: 'none' }
        : write(underWay, needs, { userId, before, access, why: {} });
    },
  });

/** « Annuler »: the access is what it was, unless somebody has changed it since. What ended stays ended. */
export const undoAccess = (
  needs: ActNeeds,
  given: {
    readonly organizationId: OrganizationId;
    readonly by: Actor;
    readonly entryId: string;
    readonly closer?: SignInFacts;
  },
): Promise<Changed<AccessChanged>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock } = underWay;
      const entry = await entryToUndo(
        underWay,
        given.entryId,
        ['access.changed'],
        (later, { subject }) => later.action === 'access.changed' && later.subject === subject,
      );
      if (entry.subject === 'nobody' || entry.subject === 'organization') throw new NotYours();
      const now = await findAccess(transaction, padlock.organizationId, entry.subject);
      if (now === undefined) throw new NotYours();
      if (now !== entry.after.access) throw new Stale();
      return write(underWay, needs, {
        userId: entry.subject,
        before: now,
        access: entry.before.access,
        why: { undoes: given.entryId },
      });
    },
  });

export interface AccessChanged {
  /** Names the change, so that it can be undone; none when nothing had to be written. */
  readonly entryId: string | 'none';
}

interface Becomes {
  readonly userId: UserId;
  readonly before: Access;
  readonly access: Access;
  readonly why: { readonly undoes?: string };
}

async function write(
  underWay: UnderWay,
  needs: ActNeeds,
  { userId, before, access, why }: Becomes,
): Promise<AccessChanged> {
  const { transaction, padlock, at, by } = underWay;
  const { organizationId } = padlock;
  await setAccess(transaction, organizationId, userId, access);
  await raisePolicyVersion(transaction, organizationId);
  if (access === 'never') {
    await endGrantsOf(transaction, userId, organizationId);
    await closeRequestsOf(transaction, organizationId, userId);
  }
  if (before === 'always' && access === 'by_rules') await endGrantsBeyondRules(underWay, needs, userId);
  const entryId = await writeJournal(transaction, {
    organizationId,
    actor: by,
    action: 'access.changed',
    subject: userId,
    before: { access: before },
    after: { access, ...why },
    at,
  });
  return { entryId };
}
