import type { Moment, UsedWith, Where } from '../../model.ts';
import type { MemberFound, SaidEntry, Shell } from '../model.ts';

/** What the last button of this page did. */
export type ClosingResult =
  | { readonly kind: 'stale'; readonly entries: readonly SaidEntry[] }
  | { readonly kind: 'undone' | 'locks-out' | 'locks-you-out' }
  | { readonly kind: 'authorized' | 'still-refused'; readonly undoAction: string | 'none' };

/** « Fermer le cadenas »: the rehearsal, in words, then the button. */
export interface ClosingPage {
  readonly shell: Shell;
  /** POST. */
  readonly action: string;
  readonly cancelHref: string;
  readonly result: ClosingResult | 'none';
  /** What the rehearsal was made with: it goes with the form, and a change since then is shown first. */
  readonly shown: { readonly version: number; readonly at: number };
  /** Set when it was tried and would have locked out whoever closes, or every administrator. */
  readonly refused: 'none' | 'closer' | 'administrators';
  /** POST: authorizes the very connection of whoever closes, then leads back here; none when it needs none. */
  readonly authorizeMineAction: string | 'none';
  readonly first: boolean;
  /** How many authorizations a first closing writes. */
  readonly authorizes: number;
  /** When history begins, or never. */
  readonly since: Moment | 'never';
  readonly members: number;
  /** Who would have had to wait, or been refused, in the order of their first time; the rest by number. */
  readonly stopped: readonly {
    readonly personName: string;
    readonly personHref: string;
    /** POST `personne`, `navigateur`: authorizes this person with this browser. */
    readonly remedy: { readonly action: string; readonly person: string; readonly browser: string } | 'none';
    readonly usedWith: UsedWith;
    readonly where: Where;
    readonly at: Moment;
    readonly times: number;
    readonly outcome: 'ask' | 'deny';
  }[];
  readonly moreStopped: number;
  readonly neverSeen: readonly MemberFound[];
}

/** « Ouvrir le cadenas? »: for an hour (`for=1h`), or until further notice (`for=open`). */
export interface OpeningPage {
  readonly shell: Shell;
  readonly action: string;
  readonly cancelHref: string;
}

/** Each is said with its own sentence; `todo` and `note` lead somewhere. */
export type Ready = 'done' | 'todo' | 'note';

/** « Avant de fermer le cadenas »: what a new organization looks at first. */
export interface ChecklistPage {
  readonly shell: Shell;
  readonly administrators: readonly string[];
  readonly ownConnection: Ready;
  readonly members: number;
  readonly neverSeen: readonly MemberFound[];
  readonly namedPlaces: number;
  readonly sitesWithoutPhone: readonly string[];
  /** How many connections of the last month would have had to wait. */
  readonly stopped: number;
}
