import type { LineKind } from '../../../policies/travel.ts';
import type { Moment, NamedRule, Where } from '../../model.ts';
import type { CircleFieldsValue } from '../../parts/map/model.ts';
import type { SaidEntry, Shell } from '../model.ts';

/** `always`: her access decides alone. `apart`: what she used there was stolen, or is not for her role. */
export type StandingThere = 'let-in' | 'always' | 'waits' | 'refused' | 'apart';

export interface PersonThere {
  readonly name: string;
  readonly href: string;
  readonly standing: StandingThere;
}

/** A named place, or a network that no named place holds. */
export interface PlaceLine {
  /** The name of its checkbox, and what it says when it is ticked: what this page has shown. */
  readonly field: string;
  readonly shown: string;
  readonly where: Where;
  readonly owner: string | 'unknown';
  readonly line: LineKind;
  /** Where it is named, or where its name is changed. */
  readonly href: string;
  /** The first few; addresses are a detail. */
  readonly networks: readonly string[];
  readonly moreNetworks: number;
  readonly lastAttempt: Moment;
  /** Who came in the last 60 days, the last one first; the rest are a number. */
  readonly people: readonly PersonThere[];
  readonly morePeople: number;
  readonly total: number;
  readonly waits: number;
  readonly refused: number;
  /** « Tout le monde ici » holds. */
  readonly everyone: boolean;
  /** Whether an arrow would change anything. */
  readonly movable: boolean;
  /** Whoever looks is there at this very request. */
  readonly own: boolean;
}

export interface PlaceList {
  /** All of this side, on every page. */
  readonly total: number;
  /** How many « Tout … » would move, and what this page has shown of them. */
  readonly all: number;
  readonly allShown: string;
  readonly lines: readonly PlaceLine[];
  readonly nextHref: string | 'none';
  readonly firstHref: string | 'these';
}

/** What the last button did, said once after it was posted. */
export type PlacesSaid =
  | {
      readonly kind: 'authorized' | 'withdrawn';
      readonly lines: number;
      readonly people: number;
      readonly stillStopped: number;
      readonly keptOwn: boolean;
      readonly undoAction: string | 'none';
    }
  | {
      readonly kind: 'place-changed' | 'place-removed' | 'everyone' | 'no-longer-everyone';
      readonly undoAction: string | 'none';
    }
  | {
      readonly kind: 'nothing-chosen' | 'undone' | 'already' | 'locks-out' | 'own-connection' | 'place-added';
    }
  | { readonly kind: 'stale'; readonly entries: readonly SaidEntry[] };

export interface NamedPlaceLink {
  readonly name: string;
  readonly href: string;
}

/** « Tous les endroits »: from where people come, and who may. */
export interface PlacesPage {
  readonly shell: Shell;
  readonly padlock: 'open' | 'closed';
  readonly said: PlacesSaid | 'none';
  readonly search: string;
  /** GET `search`. */
  readonly searchAction: string;
  /** POST the checkboxes, `move`, `search`, `depuis` and what `allShown` says. */
  readonly moveAction: string;
  /** The instant of this page, in milliseconds UTC. */
  readonly at: number;
  readonly notAuthorized: PlaceList;
  readonly authorized: PlaceList;
  /** How many people came from an address that nobody could observe. */
  readonly unobserved: number;
  /** How far back the lines go, when 60 days would be too many. */
  readonly since: Moment | 'all';
  readonly places: readonly NamedPlaceLink[];
  readonly newHref: string;
}

/** What is wrong with what was typed. */
export type PlaceFault =
  | { readonly kind: 'no-name' | 'long-name' | 'nowhere' | 'too-many-ranges' | 'circle' }
  | { readonly kind: 'unreadable' | 'too-wide' | 'too-narrow'; readonly text: string };

/** What may well be meant, and is asked once more before it is written. */
export type PlaceDoubt =
  | { readonly kind: 'wide'; readonly text: string; readonly holds: number }
  | { readonly kind: 'mobile' | 'shared'; readonly text: string; readonly owner: string | 'unknown' };

/** The rules that name a place would hold in more of the world, which is asked before it is written. */
export interface PlaceGrowth {
  readonly authorizations: number;
  readonly refusals: number;
  /** Whether « Tout le monde ici » is among them. */
  readonly everyone: boolean;
  /** What `aussi` says when it is ticked. */
  readonly shown: string;
}

/** A form of one place, as it was typed. */
export interface PlaceForm {
  readonly action: string;
  readonly name: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly siteId: string | 'none';
  /** One a line. */
  readonly ranges: string;
  /** The fields of a circle, or none yet: the page itself, by GET with `cercle`, draws them. */
  readonly circle: CircleFieldsValue | 'none';
  readonly drawHref: string;
  /** Whether the place has a circle, which can be taken away (`sans-cercle`). */
  readonly hasCircle: boolean;
  /** As it is now, when somebody else has changed it while this was typed. */
  readonly now: { readonly name: string; readonly ranges: readonly string[] } | 'as-shown';
  readonly faults: readonly PlaceFault[];
  readonly doubts: readonly PlaceDoubt[];
  readonly growth: PlaceGrowth | 'none';
  /** What the form says besides: what was shown, and when. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** « Nommer cet endroit ». */
export interface NewPlacePage {
  readonly shell: Shell;
  readonly form: PlaceForm;
  readonly cancelHref: string;
}

/** One named place: what it is, who comes there, and who may. */
export interface PlacePage {
  readonly shell: Shell;
  readonly padlock: 'open' | 'closed';
  readonly name: string;
  readonly said: PlacesSaid | 'none';
  readonly form: PlaceForm;
  readonly everyone: boolean;
  /** POST `everyone` = `enters` or `no-longer`, and `depuis`. */
  readonly everyoneAction: string;
  /** The instant of this page, in milliseconds UTC. */
  readonly at: number;
  readonly people: readonly PersonThere[];
  readonly morePeople: number;
  /** Those that name it. */
  readonly rules: readonly NamedRule[];
  readonly moreRules: number;
  readonly removeHref: string;
}

/** « Retirer cet endroit? » */
export interface RemovePlacePage {
  readonly shell: Shell;
  readonly name: string;
  /** POST all of `hidden`. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly cancelHref: string;
  readonly rules: readonly NamedRule[];
  readonly moreRules: number;
}
