import type { SignInFacts } from '../../../policies/facts.ts';
import { removePlacePage } from '../../../views/index.ts';
import { placesHref } from '../../../views/places.ts';
import {
  changePlaceAct,
  entersOnceClosed,
  fingerprintOfEnded,
  letEveryoneIn,
  removePlaceAct,
} from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest } from '../../http/problems.ts';
import type { Visit } from '../visit.ts';
import { placeHref, readSeen } from './lines.ts';
import { placeAsked, readPlaceForm, renderPlace, rulesNaming, rulesOf } from './place.ts';
import { tell, toldOfNothing } from './said.ts';

export async function changePlace(visit: Visit): Promise<void> {
  const { ctx, needs } = visit;
  const posted = fields(ctx);
  const seen = await readSeen(visit);
  const place = placeAsked(visit, seen.rulebook);
  const { form, place: typed } = await readPlaceForm(visit, (name) => posted[name], place, 'posted');
  if (typed === 'faulty' || (form.doubts.length > 0 && posted.sure === undefined)) {
    ctx.status = 422;
    return renderPlace(visit, seen, place, form);
  }
  const shown = posted.shown ?? '';
  const changed = await changePlaceAct(needs.acts, {
    ...(await acting(visit)),
    place: { id: place.id, ...typed },
    shown,
  });
  if (changed.kind === 'done') return tell(visit, placeHref(place.id), { fait: 'place-changed' });
  const kept = Object.entries(posted).filter(([name]) => !['shown', 'depuis', 'sure'].includes(name));
  tell(visit, placeHref(place.id), {
    ...Object.fromEntries(kept),
    ...toldOfNothing(changed, posted.depuis ?? ''),
  });
}

/** « Tout le monde ici », and its opposite. */
export async function changeEveryone(visit: Visit): Promise<void> {
  const { everyone, depuis = '' } = fields(visit.ctx);
  if (everyone !== 'enters' && everyone !== 'no-longer') throw badRequest();
  const { id: placeId } = placeAsked(visit, (await readSeen(visit)).rulebook);
  const given = { ...(await acting(visit)), placeId, everyone } as const;
  const changed = await letEveryoneIn(visit.needs.acts, given);
  tell(
    visit,
    placeHref(placeId),
    changed.kind === 'done'
      ? { fait: everyone === 'enters' ? 'everyone' : 'no-longer-everyone', annuler: changed.result }
      : toldOfNothing(changed, depuis),
  );
}

/** « Retirer cet endroit? »: what ends with it. */
export async function showRemoval(visit: Visit): Promise<void> {
  const { rulebook } = await readSeen(visit);
  const place = placeAsked(visit, rulebook);
  const ended = rulesOf(rulebook.rules, place.id).map(({ id }) => id);
  visit.ctx.body = removePlacePage({
    shell: await visit.shell('places'),
    name: place.name,
    action: `${placeHref(place.id)}/retirer`,
    hidden: { shown: fingerprintOfEnded(ended), depuis: String(visit.at) },
    cancelHref: placeHref(place.id),
    ...(await rulesNaming(visit, rulebook, place.id)),
  });
}

export async function removePlace(visit: Visit): Promise<void> {
  const { shown = '', depuis = '' } = fields(visit.ctx);
  const { id: placeId } = placeAsked(visit, (await readSeen(visit)).rulebook);
  const changed = await removePlaceAct(visit.needs.acts, { ...(await acting(visit)), placeId, shown });
  if (changed.kind === 'done')
    return tell(visit, placesHref, { fait: 'place-removed', annuler: changed.result });
  tell(visit, placeHref(placeId), toldOfNothing(changed, depuis));
}

/** Who acts, and her own way in: only whom the rules let in can they cut off. */
async function acting({ administrator, needs, padlock }: Visit): Promise<{
  readonly organizationId: Visit['administrator']['organizationId'];
  readonly by: Visit['administrator']['userId'];
  readonly closer?: SignInFacts;
}> {
  const { organizationId, userId: by, facts } = administrator;
  const { rules } = await needs.rulebookOf(organizationId, padlock.policyVersion);
  return { organizationId, by, ...(entersOnceClosed(facts, rules) && { closer: facts }) };
}
