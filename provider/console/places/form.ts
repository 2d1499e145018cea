import { type NamedPlace, readSites } from '../../../db/places.ts';
import { unknown } from '../../../policies/facts.ts';
import { firstNetworkOf, mostRanges, readTypedRanges } from '../../../policies/place-ranges.ts';
import type { PlaceDoubt, PlaceFault, PlaceForm } from '../../../views/console/places/model.ts';
import type { MapCircle } from '../../../views/parts/map/model.ts';
import { readCircleFields } from '../../location/circle-fields.ts';
import type { Visit } from '../visit.ts';

/** What was typed, from a query or from a posted form. */
export type Get = (name: string) => string | undefined;

export type Written = Omit<NamedPlace, 'id'>;

export interface ReadForm {
  readonly form: PlaceForm;
  /** What would be written, when nothing is wrong with it. */
  readonly place: Written | 'faulty';
}

const longestName = 80;

/** The form of a place: what was typed, else what is saved; with what is wrong, once it was posted. */
export async function readForm(
  visit: Visit,
  get: Get,
  given: {
    readonly saved: Written;
    /** The page that holds it, without a query. */
    readonly href: string;
    readonly action: string;
    readonly judged: 'posted' | 'drawn';
    readonly others: readonly MapCircle[];
    readonly hidden: PlaceForm['hidden'];
  },
): Promise<ReadForm> {
  const { saved, judged } = given;
  const typed = get('name') !== undefined;
  const sites = await readSites(visit.needs.database, visit.padlock.organizationId);
  const ranges = readTypedRanges(get('ranges') ?? saved.ranges.join('\n'));
  const name = (get('name') ?? saved.name).trim();
  const siteId = typed ? get('site') || 'none' : (saved.siteId ?? 'none');
  const circle = circleOf(visit, get, given);
  const kept = get('sans-cercle') === undefined && circle !== 'none' ? circle.circle : 'none';
  const unfinished =
    circle !== 'none' && kept === 'none' && get('sans-cercle') === undefined && circle.faults.length > 0;
  const faults: readonly PlaceFault[] = [
    ...(name === '' ? [{ kind: 'no-name' } as const] : []),
    ...(name.length > longestName ? [{ kind: 'long-name' } as const] : []),
    ...ranges.faults,
    ...(ranges.ranges.length > mostRanges ? [{ kind: 'too-many-ranges' } as const] : []),
    ...(unfinished ? [{ kind: 'circle' } as const] : []),
    ...(ranges.ranges.length + ranges.faults.length === 0 && kept === 'none' && !unfinished
      ? [{ kind: 'nowhere' } as const]
      : []),
  ];
  const place = { name, siteId: siteId === 'none' ? null : siteId, ranges: ranges.ranges, circle: kept };
  return {
    form: {
      action: given.action,
      name,
      sites,
      siteId,
      ranges: get('ranges') ?? saved.ranges.join('\n'),
      circle,
      drawHref: given.href,
      hasCircle: saved.circle !== 'none',
      now: 'as-shown',
      growth: 'none',
      faults: judged === 'posted' ? faults : [],
      doubts: judged === 'posted' && faults.length === 0 ? doubtsOf(visit, ranges) : [],
      hidden: given.hidden,
    },
    place: faults.length > 0 ? 'faulty' : place,
  };
}

/** Shown once it is asked for, or when the place has one. */
function circleOf(
  visit: Visit,
  get: Get,
  { saved, href, others }: Parameters<typeof readForm>[2],
): PlaceForm['circle'] {
  if (get('cercle') === undefined && saved.circle === 'none') return 'none';
  const { latitude, longitude } = visit.needs.acts.locate(visit.administrator.facts.network);
  return readCircleFields(get, {
    language: visit.needs.frame(visit.ctx).language,
    id: 'circle',
    drawHref: href,
    here: latitude === unknown || longitude === unknown ? unknown : { latitude, longitude },
    others,
    circle: saved.circle,
  });
}

/** A range that many share, or that is wider than a centre. */
function doubtsOf(
  { needs }: Visit,
  { ranges, doubts }: ReturnType<typeof readTypedRanges>,
): readonly PlaceDoubt[] {
  const shared = ranges.flatMap((text): readonly PlaceDoubt[] => {
    const { kind, owner } = needs.acts.locate(firstNetworkOf(text) ?? unknown);
    return kind === 'mobile' || kind === 'shared' ? [{ kind, text, owner }] : [];
  });
  return [...doubts, ...shared];
}
