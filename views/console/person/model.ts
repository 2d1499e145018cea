import type { Reason } from '../../../policies/decision.ts';
import type { Access } from '../../../policies/facts.ts';
import type { Moment, UsedWith, Where } from '../../model.ts';
import type { MarkerTone } from '../../parts/map/model.ts';
import type { DeviceLine } from '../devices/model.ts';
import type { SaidEntry, Shell } from '../model.ts';
import type { ToldRule } from '../rules/model.ts';

/** A reason of a decision, with the rule that made it. */
export interface ToldReason {
  readonly reason: Reason;
  readonly rule: ToldRule | 'none';
}

export interface ConnectionChoice {
  /** The name of its checkbox; its value is the standing. */
  readonly field: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  /** The address, a detail. */
  readonly network: string;
  readonly lastAttempt: Moment;
  readonly standing: 'authorized' | 'not-authorized' | 'refused';
  /** Why, in the administrator's words. */
  readonly reasons: readonly ToldReason[];
  /** Whether its device was reported lost or stolen: arrows leave it alone. */
  readonly stolen: boolean;
  /** What whoever looks is using now: she does not take it from herself. */
  readonly own: boolean;
}

/** One side of the two lists: some lines of it are shown at once, and « Tout … » moves them all. */
export interface ChoiceList {
  readonly count: number;
  readonly choices: readonly ConnectionChoice[];
  /** How many « Tout … » moves. */
  readonly movable: number;
  /** Posted with « Tout … »: which those were when the page was made. */
  readonly shown: string;
}

/** What a button did, said once after it was posted. */
export type Moved =
  | {
      readonly kind: 'authorized' | 'withdrawn';
      readonly count: number;
      readonly undoAction: string | 'none';
    }
  | { readonly kind: 'nothing-chosen' | 'undone' | 'locks-out' | 'locks-you-out' | 'own-connection' }
  | { readonly kind: 'access-changed'; readonly undoAction: string | 'none' }
  /** A broader refusal still holds for so many of them: an authorization does not win over it. */
  | { readonly kind: 'still-refused'; readonly count: number; readonly undoAction: string }
  | { readonly kind: 'stale'; readonly entries: readonly SaidEntry[] };

/** Where she was seen, as precisely as it is known. */
export interface SeenPlace {
  readonly where: Where;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKilometers: number | 'unknown';
  readonly kind: 'place' | 'city';
  readonly tone: MarkerTone;
}

/** What happened to her: an attempt, or what an administrator did about her. */
export type HistoryEvent =
  | {
      readonly kind: 'attempt';
      readonly at: Moment;
      readonly outcome: 'allow' | 'ask' | 'deny';
      readonly applicationName: string;
      readonly usedWith: UsedWith;
      readonly where: Where;
      readonly reasons: readonly ToldReason[];
    }
  | {
      readonly kind: 'act';
      readonly entry: SaidEntry;
      /** What her access became, where that is what changed. */
      readonly access: Access | 'same';
    };

/** Who it is, on every page about her. */
export interface PersonTold {
  readonly shell: Shell;
  readonly personName: string;
  readonly firstName: string;
  readonly jobTitle: string | 'none';
  readonly email: string;
}

/** « Une personne »: where she signs in from, and what she may. */
export interface PersonPage extends PersonTold {
  /** « Et si… », and a new authorization or refusal, about this person. */
  readonly whatIfHref: string;
  readonly newRuleHref: string;
  /** The connections, as they were filtered. */
  readonly backHref: string;
  readonly padlock: 'open' | 'closed';
  readonly moved: Moved | 'none';
  /** When this page was made, in milliseconds UTC: posted as `depuis`. */
  readonly since: number;
  readonly access: Access;
  /** POST `access`, and `shown`: what it was. */
  readonly accessAction: string;
  /** Under an access that decides alone there are no arrows: they would move nothing. POST the checkboxes and `move` = `authorize`, `withdraw`, `authorize-all` or `withdraw-all`. */
  readonly moveAction: string;
  readonly authorized: ChoiceList;
  readonly notAuthorized: ChoiceList;
  /** The lines before these, of both lists, or none; and the first ones. */
  readonly olderHref: string | 'none';
  readonly newestHref: string | 'these';
  readonly seenAt: readonly SeenPlace[];
  readonly devices: readonly Pick<
    DeviceLine,
    'href' | 'name' | 'usedWith' | 'lastUsed' | 'shared' | 'stolen'
  >[];
  /** All of them, among the devices; none when they are all here. */
  readonly moreDevicesHref: string | 'none';
  readonly history: readonly HistoryEvent[];
  /** What happened before, or none. */
  readonly moreHistoryHref: string | 'none';
}

/** More of what happened to her, by key. */
export interface HistoryPage extends PersonTold {
  readonly personHref: string;
  readonly history: readonly HistoryEvent[];
  readonly nextHref: string | 'none';
  readonly firstHref: string | 'these';
}

/** Before access is withdrawn: what ends. */
export interface WithdrawAccessPage extends PersonTold {
  readonly action: string;
  readonly cancelHref: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** It is her own: she would be out with her next click. */
  readonly own: boolean;
}
