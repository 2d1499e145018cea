import type { Moment, NamedRule, UsedWith, Where } from '../../model.ts';
import type { SaidEntry, Shell } from '../model.ts';

export type RuleFilter = 'living' | 'allow' | 'deny' | 'ending' | 'ended';
export type RuleOrigin = 'approval' | 'refusal' | 'first-closing' | 'arrow' | 'console' | 'unknown';

/** A rule and where it comes from. */
export interface ToldRule {
  readonly href: string;
  readonly rule: NamedRule;
  readonly origin: RuleOrigin;
  /** `nobody`: the house itself, or somebody who is not there any more. */
  readonly by: string | 'nobody';
  readonly since: Moment;
  readonly over: Moment | 'living';
}

/** What a button did, said once after it was posted. */
export type RuleResult =
  | { readonly kind: 'added' | 'changed' | 'ended'; readonly undoAction: string | 'none' }
  | { readonly kind: 'undone' | 'locks-out' | 'locks-you-out' };

/** « Autorisations et refus »: every rule as a sentence, the newest first. */
export interface RulesPage {
  readonly shell: Shell;
  readonly result: RuleResult | 'none';
  /** Set when what was posted came from a page that was no longer true. */
  readonly meanwhile: readonly SaidEntry[] | 'none';
  readonly padlock: 'open' | 'closed';
  /** GET `show` and `search`. */
  readonly filter: { readonly show: RuleFilter; readonly search: string };
  readonly rules: readonly ToldRule[];
  /** How many there are; `more`: more than that. */
  readonly count: { readonly is: 'exactly' | 'more'; readonly number: number };
  readonly nextHref: string | 'none';
  readonly firstHref: string | 'these';
  readonly newHref: string;
}

export const shortDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type ShortDay = (typeof shortDays)[number];

/** Some days of the week, from one time to another; empty times: all day. */
export interface HoursDraft {
  readonly days: readonly ShortDay[];
  readonly from: string;
  readonly to: string;
}

/** A rule as somebody fills it in: every field as it was typed or chosen, empty when it does not matter. */
export interface RuleDraft {
  /** Unset: neither was chosen, or something else was sent. */
  readonly effect: 'allow' | 'deny' | 'unset';
  readonly person: string;
  /** `browser:ID`, `device:ID`, or both, one after the other. */
  readonly machine: string;
  readonly place: string;
  readonly role: string;
  readonly application: string;
  readonly deviceKind: string;
  readonly browserFamily: string;
  readonly network: string;
  readonly region: string;
  readonly country: string;
  readonly hours: readonly HoursDraft[];
  readonly validFrom: string;
  readonly validFromTime: string;
  readonly validUntil: string;
  readonly validUntilTime: string;
}

export type DraftField =
  | 'effect'
  | 'person'
  | 'machine'
  | 'place'
  | 'role'
  | 'application'
  | 'deviceKind'
  | 'browserFamily'
  | 'network'
  | 'region'
  | 'country'
  | 'hours'
  | 'validFrom'
  | 'validUntil'
  | 'everyone';

export type FaultKind =
  /** It is not there, or not any more; whose it may be instead is nobody's business. */
  | 'gone'
  | 'no-effect'
  | 'network'
  | 'narrow-network'
  | 'no-days'
  | 'no-time'
  | 'no-length'
  | 'date'
  | 'over'
  | 'order'
  | 'everyone';

export interface Fault {
  readonly field: DraftField;
  readonly kind: FaultKind;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A machine of the person's, or one that the organization has named. */
export type MachineChoice =
  | { readonly value: string; readonly kind: 'browser'; readonly usedWith: UsedWith; readonly seen: Moment }
  | { readonly value: string; readonly kind: 'device'; readonly name: string }
  | { readonly value: string; readonly kind: 'kept'; readonly rule: NamedRule };

export interface RuleChoices {
  readonly people: readonly Choice[];
  readonly machines: readonly MachineChoice[];
  readonly places: readonly Choice[];
  /** As they are written; the page knows the names of some. */
  readonly roles: readonly string[];
  readonly applications: readonly Choice[];
}

/** Whoever would newly have been let in, or stopped, in the last 30 days. */
export interface Effect {
  readonly personName: string;
  readonly personHref: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly times: number;
  readonly outcome: 'ask' | 'deny';
}

export type RuleWarning =
  | { readonly kind: 'needs-key' | 'own-connection' | 'wide-network' | 'padlock-open' }
  /** People whom access lets in whatever a refusal says, or needs no authorization. */
  | {
      readonly kind: 'always-refused' | 'always-allowed' | 'never-allowed';
      readonly names: readonly string[];
    };

/** What would be written, and what it would have changed. */
export interface RulePreview {
  readonly rule: NamedRule;
  /** Posted as `seen`: what is saved is what was read. */
  readonly seen: string;
  readonly warnings: readonly RuleWarning[];
  /** Everyone, from everywhere: a tick is asked for. */
  readonly everyone: boolean;
  readonly letIn: readonly Effect[];
  readonly moreLetIn: number;
  readonly stopped: readonly Effect[];
  readonly moreStopped: number;
  readonly replayed: number;
}

/** The form of a rule: a new one, or one that is there. */
export interface RulePage {
  readonly shell: Shell;
  /** The rule that is there, or none: a new one. */
  readonly told: ToldRule | 'new';
  readonly result: 'none' | 'locks-out' | 'locks-you-out' | 'not-seen' | 'nothing-new';
  readonly meanwhile: readonly SaidEntry[] | 'none';
  /** The same fields for a new rule: offered where the old one ended while it was being changed. */
  readonly anewHref: string | 'none';
  /** GET shows what it would change, POST writes it. */
  readonly action: string;
  readonly endAction: string | 'none';
  readonly backHref: string;
  /** When this page was made, in milliseconds UTC: posted as `depuis`. */
  readonly madeAt: number;
  /** None for a rule that is over: there is nothing to change. */
  readonly form:
    | {
        readonly draft: RuleDraft;
        /** Of the organization, as the IANA names it. */
        readonly timeZone: string;
        readonly choices: RuleChoices;
        readonly faults: readonly Fault[];
        /** None before it is asked for, and where something has to be mended first. */
        readonly preview: RulePreview | 'none';
      }
    | 'none';
}

export type OpenForm = Exclude<RulePage['form'], 'none'>;
