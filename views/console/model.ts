/** What each page of « Réglages » is a function of; see `../model.ts` for the conventions. */
import type { Reason } from '../../policies/decision.ts';
import type { Access } from '../../policies/facts.ts';
import type { Frame, Moment, UsedWith, Where } from '../model.ts';

/** What every page of the console carries. */
export interface Shell {
  readonly frame: Frame;
  readonly organizationName: string;
  readonly firstName: string;
  readonly logoutAction: string;
  readonly current: 'connections' | 'pending' | 'person' | 'padlock';
  /** How many requests wait. */
  readonly pending: number;
}

export type Period = 'today' | '7-days' | '30-days' | 'all';

export interface PadlockState {
  readonly state: 'open' | 'closed';
  /** When an open padlock closes by itself. */
  readonly until: Moment | 'further-notice';
  /** The page that closes or opens it. */
  readonly href: string;
}

/** What would be decided now; `open`: the padlock is, and everyone enters. */
export type Standing = 'authorized' | 'not-authorized' | 'refused' | 'open';

export interface ConnectionLine {
  readonly id: string;
  /** The person's page: where she signed in, and what she may. */
  readonly personHref: string;
  readonly personName: string;
  readonly jobTitle: string | 'none';
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly lastAttempt: Moment;
  readonly standing: Standing;
}

export interface MemberFound {
  readonly personHref: string;
  readonly personName: string;
  readonly jobTitle: string | 'none';
}

/** « Connexions »: everyone who signed in, the last one first. */
export interface ConnectionsPage {
  readonly shell: Shell;
  readonly padlock: PadlockState;
  readonly counts: { readonly people: number; readonly connections: number; readonly toCheck: number };
  readonly filter: {
    readonly application: string | 'all';
    readonly period: Period;
    readonly search: string;
  };
  readonly applications: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly ConnectionLine[];
  /** The lines after these, or none. */
  readonly nextHref: string | 'none';
  /** Whether these are the first lines, and where they are. */
  readonly firstHref: string | 'these';
  /** Members whom the search found and who never signed in. */
  readonly neverSeen: readonly MemberFound[];
  /** GET: JSON `{ "count": 2 }`, how many attempts there were since this page was made. */
  readonly newsHref: string;
}

/** « Fermer le cadenas »: the rehearsal, in words, then the button. */
export interface ClosingPage {
  readonly shell: Shell;
  /** POST. */
  readonly action: string;
  readonly cancelHref: string;
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

export interface ConnectionChoice {
  /** The name of its checkbox. */
  readonly field: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  /** The address, a detail. */
  readonly network: string;
  readonly lastAttempt: Moment;
  readonly standing: 'authorized' | 'not-authorized' | 'refused';
  /** Why, in the administrator's words. */
  readonly reasons: readonly Reason[];
  /** Whether its device was reported lost or stolen: arrows leave it alone. */
  readonly stolen: boolean;
  /** What whoever looks is using now: she does not take it from herself. */
  readonly own: boolean;
}

/** What an arrow did, said once after it was posted. */
export type Moved =
  | {
      readonly kind: 'authorized' | 'withdrawn';
      readonly count: number;
      readonly undoAction: string | 'none';
    }
  | { readonly kind: 'nothing-chosen' | 'undone' | 'locks-out' | 'access-changed' | 'own-connection' }
  /** A broader refusal still holds for so many of them: an authorization does not win over it. */
  | { readonly kind: 'still-refused'; readonly count: number; readonly undoAction: string };

/** « Une personne »: where she signs in from, and what she may. */
export interface PersonPage {
  readonly shell: Shell;
  readonly personName: string;
  readonly firstName: string;
  readonly jobTitle: string | 'none';
  readonly email: string;
  readonly padlock: 'open' | 'closed';
  readonly moved: Moved | 'none';
  readonly access: Access;
  /** POST `access`. */
  readonly accessAction: string;
  /** Under an access that decides alone there are no arrows: they would move nothing. POST the checkboxes and `move` = `authorize`, `withdraw`, `authorize-all` or `withdraw-all`. */
  readonly moveAction: string;
  readonly authorized: readonly ConnectionChoice[];
  readonly notAuthorized: readonly ConnectionChoice[];
  readonly history: readonly {
    readonly at: Moment;
    readonly outcome: 'allow' | 'ask' | 'deny';
    readonly applicationName: string;
    readonly usedWith: UsedWith;
    readonly where: Where;
    readonly reasons: readonly Reason[];
  }[];
}

/** Who waits, the newest first. */
export interface PendingPage {
  readonly shell: Shell;
  readonly requests: readonly {
    readonly href: string;
    readonly personName: string;
    readonly applicationName: string;
    readonly usedWith: UsedWith;
    readonly where: Where;
    readonly openedAt: Moment;
    /** Whether the waiting page is open now, or was closed without an answer. */
    readonly page: 'open' | 'closed';
  }[];
}
