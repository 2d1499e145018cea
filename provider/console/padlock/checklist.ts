import { readMembers } from '../../../db/grid.ts';
import { readReadiness } from '../../../db/readiness.ts';
import { checklistPage } from '../../../views/index.ts';
import { rehearseClosing } from '../../acts/index.ts';
import { notFound } from '../../http/problems.ts';
import { listPeople } from '../people.ts';
import type { Visit } from '../visit.ts';

/** « Avant de fermer le cadenas »: what is ready, and what is not, as it stands now. */
export async function showChecklist(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, administrator, at } = visit;
  const { organizationId } = padlock;
  const rehearsal = await rehearseClosing(
    { ...needs.acts, rulebookOf: needs.rulebookOf },
    organizationId,
    administrator.facts,
  );
  if (!rehearsal) throw notFound();
  const { administrators, sitesWithoutPhone, namedPlaces } = await readReadiness(
    needs.database,
    organizationId,
    at,
  );
  const members = (await readMembers(needs.database, organizationId, at)).filter(({ active }) => active);
  ctx.body = checklistPage({
    shell: await visit.shell('padlock'),
    administrators: administrators,
    ownConnection: rehearsal.closerEnters ? 'done' : 'todo',
    members: members.length,
    neverSeen: listPeople(rehearsal.neverSeen, members),
    namedPlaces,
    sitesWithoutPhone,
    stopped: rehearsal.stopped.length,
  });
}
