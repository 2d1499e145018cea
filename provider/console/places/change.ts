import { removePlacePage } from '../../../views/index.ts';
import { placesHref } from '../../../views/places.ts';
import {
  fingerprintOfEnded,
  forgetPlace,
  growthOf,
  letEveryoneIn,
  redrawPlace,
  undoPlaceChange,
} from '../../acts/index.ts';
import { fields } from '../../http/forms.ts';
import { badRequest } from '../../http/problems.ts';
import { acting } from '../acting.ts';
import type { Visit } from '../visit.ts';
import { placeHref, readSeen, rulebookOf } from './lines.ts';
import { placeAsked, readPlaceForm, renderPlace, rulesNaming, rulesOf } from './place.ts';
import { tell, toldOfNothing, toldOfNoUndo } from './said.ts';

export async function changePlace(visit: Visit): Promise<void> {
  const { ctx, needs, at } = visit;
  const posted = fields(ctx);
  const rulebook = await rulebookOf(visit);
  const place = placeAsked(visit, rulebook);
  const { form, place: typed } = await readPlaceForm(visit, (name) => posted[name], place, 'posted');
  const growth = typed === 'faulty' ? 'none' : growthOf(rulebook, { before: place, after: typed, at });
  const agrees = growth === 'none' || growth.shown === posted.aussi;
  if (typed === 'faulty' || (form.doubts.length > 0 && posted.sure === undefined) || !agrees) {
    ctx.status = 422;
    return renderPlace(visit, await readSeen(visit), place, { ...form, growth });
  }
  const shown = posted.shown ?? '';
  const changed = await redrawPlace(needs.acts, {
    ...(await acting(visit)),
    place: { id: place.id, ...typed },
    shown,
    agreed: posted.aussi,
  });
  if (changed.kind === 'done')
    return tell(visit, placeHref(place.id), { fait: 'place-changed', annuler: changed.result });
  const kept = Object.entries(posted).filter(([name]) => !notKept.includes(name));
  tell(visit, placeHref(place.id), {
    ...Object.fromEntries(kept),
    ...toldOfNothing(changed, posted.depuis ?? ''),
  });
}

/** « Annuler », after a place was changed. */
export async function undoChange(visit: Visit): Promise<void> {
  const { id: placeId } = placeAsked(visit, await rulebookOf(visit));
  const given = { ...(await acting(visit)), placeId, entryId: visit.ctx.params.entry };
  const changed = await undoPlaceChange(visit.needs.acts, given);
  tell(visit, placeHref(placeId), changed.kind === 'done' ? { fait: 'undone' } : toldOfNoUndo(changed));
}

/** What was shown, and agreed to, is asked anew; what was typed stays. */
const notKept: readonly string[] = ['shown', 'depuis', 'sure', 'aussi'];

/** « Tout le monde ici », and its opposite. */
export async function changeEveryone(visit: Visit): Promise<void> {
  const { everyone, depuis = '' } = fields(visit.ctx);
  if (everyone !== 'enters' && everyone !== 'no-longer') throw badRequest();
  const { id: placeId } = placeAsked(visit, await rulebookOf(visit));
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
  const rulebook = await rulebookOf(visit);
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
  const { id: placeId } = placeAsked(visit, await rulebookOf(visit));
  const changed = await forgetPlace(visit.needs.acts, { ...(await acting(visit)), placeId, shown });
  if (changed.kind === 'done')
    return tell(visit, placesHref, { fait: 'place-removed', annuler: changed.result });
  tell(visit, placeHref(placeId), toldOfNothing(changed, depuis));
}
