import type { Reason } from '../../../policies/decision.ts';
import type { Access } from '../../../policies/facts.ts';
import type { Moment, UsedWith, Where } from '../../model.ts';
import type { Shell } from '../model.ts';

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
