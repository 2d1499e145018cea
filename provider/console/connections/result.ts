import { readActsSince } from '../../../db/journal.ts';
import type { ConnectionsPage } from '../../../views/console/connections/model.ts';
import type { Visit } from '../visit.ts';

const lately = 24 * 60 * 60_000;

/** What became of the padlock's button; who was first, when somebody was. */
export async function resultIn(visit: Visit): Promise<ConnectionsPage['result']> {
  const { fait } = visit.ctx.query;
  switch (fait) {
    case 'closed':
    case 'opened':
      return { kind: fait };
    case 'already-closed':
    case 'already-open':
      return { kind: fait, who: await whoDid(visit, fait === 'already-closed' ? closings : openings) };
    default:
      return 'none';
  }
}

const closings: readonly string[] = ['padlock.closed', 'padlock.reclosed'];
const openings: readonly string[] = ['padlock.opened'];

async function whoDid({ needs, padlock, at, moment }: Visit, actions: readonly string[]) {
  const { organizationId } = padlock;
  const acts = await readActsSince(needs.database, organizationId, { since: at - lately, most: 100 });
  const act = acts.find(({ action }) => actions.includes(action));
  return act ? ({ act: act.action, by: act.by, about: act.about, at: moment(act.at) } as const) : 'unknown';
}
