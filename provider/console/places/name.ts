import { unknown } from '../../../policies/facts.ts';
import { toNetwork } from '../../../policies/networks.ts';
import { newPlacePage } from '../../../views/index.ts';
import { placesHref } from '../../../views/places.ts';
import { writePlace } from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import type { Visit } from '../visit.ts';
import { type Get, type ReadForm, readForm, type Written } from './form.ts';
import { placeHref } from './lines.ts';
import { circlesOf, getIn } from './place.ts';
import { tell, toldOfNothing } from './said.ts';

const here = `${placesHref}/nouveau`;

/** « Nommer cet endroit »: its network is there already. */
export async function showNewPlace(visit: Visit): Promise<void> {
  const { form } = await readNew(visit, getIn(visit), 'drawn');
  await showForm(visit, form);
}

export async function namePlace(visit: Visit): Promise<void> {
  const { ctx, needs, administrator } = visit;
  const posted = fields(ctx);
  const { form, place } = await readNew(visit, (name) => posted[name], 'posted');
  if (place === 'faulty' || (form.doubts.length > 0 && posted.sure === undefined)) {
    ctx.status = 422;
    return showForm(visit, form);
  }
  const { organizationId, userId: by } = administrator;
  const changed = await writePlace(needs.acts, { organizationId, by, place });
  if (changed.kind !== 'done') return tell(visit, here, toldOfNothing(changed, ''));
  tell(visit, placeHref(changed.result), { fait: 'place-added' });
}

async function readNew(visit: Visit, get: Get, judged: 'posted' | 'drawn'): Promise<ReadForm> {
  const saved: Written = { name: '', siteId: null, ranges: networkAsked(visit), circle: 'none' };
  const others = await circlesOf(visit);
  return readForm(visit, get, { saved, href: here, action: here, judged, others, hidden: {} });
}

/** What is no network is left out: nothing of an address is shown unread. */
function networkAsked({ ctx }: Visit): readonly string[] {
  const { reseau } = ctx.query;
  const network = typeof reseau === 'string' ? toNetwork(reseau.replace(/\/64$/, '')) : unknown;
  return network === unknown ? [] : [network];
}

async function showForm(visit: Visit, form: ReadForm['form']): Promise<void> {
  visit.ctx.body = newPlacePage({ shell: await visit.shell('places'), form, cancelHref: placesHref });
}
