import type { Moment, UsedWith, Where } from '../../model.ts';
import type { MemberFound, Shell } from '../model.ts';

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
