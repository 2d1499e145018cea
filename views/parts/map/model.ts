import type { Circle, Point } from '../../../policies/circles.ts';
import type { Language } from '../../model.ts';
import type { Province } from '../../words/provinces.ts';

/** `neutral`: where nothing was decided, or where it does not matter. */
export type MarkerTone = 'authorized' | 'not-authorized' | 'neutral';

export interface MapMarker extends Point {
  /** In words, ready to be read: « CPE Les Papillons », « Longueuil ». */
  readonly label: string;
  /** How far around the point it may really be. */
  readonly radiusKilometers: number | 'unknown';
  /** `place`: named by an administrator; `city`: as the network says; `here`: what the page is about. */
  readonly kind: 'place' | 'city' | 'here';
  readonly tone: MarkerTone;
  /** The one of its line in the list beside the map. */
  readonly number: number;
}

/** The circle of a named place. */
export interface MapCircle extends Circle {
  readonly label: string;
}

/** What `<PlaceMap>` is a function of. Without a marker and without a circle it shows southern Québec. */
export interface MapValue {
  readonly language: Language;
  /** Names the map on its page: two maps have two ids. */
  readonly id: string;
  /** What is on it, for those who do not see it: « Endroits de Julie Tremblay ». */
  readonly title: string;
  readonly markers: readonly MapMarker[];
  readonly circles: readonly MapCircle[];
  /** `small`: beside a question; its list is left out when it has one marker only. */
  readonly size: 'small' | 'large';
}

/** One answer to what was typed: coordinates, or the middle of a municipality, never a door. */
export interface FoundPoint extends Point {
  /** « Longueuil », « 45.5312, -73.5185 ». */
  readonly label: string;
  /** Said after the name of a municipality. */
  readonly province: Province | 'none';
  readonly kind: 'coordinates' | 'municipality';
  /** How far from the door this point may be. */
  readonly precisionMeters: number;
}

export type CircleFault = 'latitude' | 'longitude' | 'radius';

/**
 * What `<CircleFields>` is a function of: fields of a form that the page holds, named `address`, `latitude`,
 * `longitude`, `radius`. Its buttons `find`, `move`, `pick` and `draw` send the whole form to `drawHref` by GET:
 * nothing is changed, and the page comes back with the circle redrawn.
 */
export interface CircleFieldsValue {
  readonly language: Language;
  readonly id: string;
  /** The page itself, without a query. */
  readonly drawHref: string;
  /** What was typed, as it was typed. */
  readonly address: string;
  /** What it was found to be, best first: the first is drawn, the others are offered. */
  readonly found: readonly FoundPoint[] | 'not-asked';
  readonly latitude: string;
  readonly longitude: string;
  readonly radius: string;
  readonly faults: readonly CircleFault[];
  /** What the three fields say, when they can be read. */
  readonly circle: Circle | 'none';
  /** Where whoever looks is, as the network says: offered as a start. */
  readonly here: Point | 'unknown';
  /** Circles that the organization already has, for orientation. */
  readonly others: readonly MapCircle[];
}
