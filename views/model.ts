/**
 * What each page is a function of. `provider` makes these values; `views` puts them into words.
 * Instants are milliseconds UTC and are shown in `timeZone`; links are absolute paths of this server unless said otherwise.
 */
import type { Reason, ReasonKind } from '../policies/decision.ts';
import type { ScheduleText } from '../policies/facts.ts';
import type { Family, MachineKind } from '../policies/recognition.ts';

export type Language = 'fr' | 'en';

/** What every page carries. */
export interface Frame {
  readonly language: Language;
  /** The same page in the other language. */
  readonly otherLanguageHref: string;
  /** True on a demonstration server: a discreet banner says so and leads to /demo. */
  readonly demo: boolean;
}

export interface Moment {
  readonly at: number;
  /** Milliseconds UTC, for « à l’instant », « hier ». */
  readonly now: number;
  readonly timeZone: string;
}

/** What somebody signs in with, as far as it was recognised. */
export interface UsedWith {
  readonly device: 'phone' | 'tablet' | 'computer' | 'unknown';
  readonly browser: string | 'unknown';
  /** `iPad`, `Windows`…: as the browser says it, or unknown. */
  readonly model: string | 'unknown';
}

/** Where a connection comes from, as precisely as it may be said. */
export type Where =
  /** Named by an administrator: « CPE Les Papillons ». */
  | { readonly kind: 'place'; readonly name: string }
  /** « Longueuil », and its region as people name it: « Québec ». */
  | { readonly kind: 'city'; readonly city: string; readonly region: string | 'unknown' }
  | { readonly kind: 'region'; readonly region: string }
  /** ISO 3166-1 alpha-2. */
  | { readonly kind: 'country'; readonly country: string }
  /** A private or loopback address. */
  | { readonly kind: 'local' }
  | { readonly kind: 'unknown' };

export type SignInError = 'mismatch' | 'incomplete' | 'busy' | 'unavailable';
export interface SignInPage {
  readonly frame: Frame;
  readonly action: string;
  /** Fresh text that the browser signs with its key: posted as `key`, `signature` and `touch`, empty when it cannot; none for parents. */
  readonly challenge: string | 'none';
  readonly applicationName: string;
  /** A parents’ application records less, and says so. */
  readonly audience: 'staff' | 'parents';
  readonly username: string;
  readonly error: SignInError | 'none';
  /** Said above the form when the password is asked again. */
  readonly notice: 'none' | 'wait-over' | 'session-over' | 'new-browser' | 'confirm-it-is-you';
}

/** A session is open and the browser only proves its key: posts `key`, `signature` and `touch`, by itself where it can. */
export interface ProofPage {
  readonly frame: Frame;
  readonly action: string;
  readonly challenge: string;
  readonly firstName: string;
  readonly applicationName: string;
  readonly notYouAction: string;
}

export interface OrganizationPage {
  readonly frame: Frame;
  readonly action: string;
  readonly notYouAction: string;
  readonly firstName: string;
  readonly applicationName: string;
  /** The last choice first. */
  readonly organizations: readonly { readonly id: string; readonly name: string; readonly last: boolean }[];
  /** Set when another organization is asked for than the one of this session: changing ends what the first one gave. */
  readonly changingFrom: string | 'none';
}

/** « Continuer comme Julie? / Quelqu’un d’autre », on a shared device. */
export interface ContinueAsPage {
  readonly frame: Frame;
  readonly action: string;
  readonly notYouAction: string;
  readonly firstName: string;
  readonly applicationName: string;
}

export type WaitingState =
  | { readonly kind: 'pending'; readonly remindedAt: number | 'never'; readonly nobodyAnswered: boolean }
  | { readonly kind: 'approved'; readonly continueHref: string; readonly how: 'by-itself' | 'by-hand' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' };

export interface WaitingPage {
  readonly frame: Frame;
  readonly state: WaitingState;
  readonly firstName: string;
  readonly applicationName: string;
  readonly organizationName: string;
  /** First names of those who were asked; empty when nobody could be. */
  readonly asked: readonly string[];
  readonly openedAt: Moment;
  /** Six digits; `from-elsewhere`: whoever waits here is not where the request was made, and is shown none. */
  readonly checkCode: string | 'from-elsewhere';
  readonly reasons: readonly ReasonKind[];
  readonly usedWith: UsedWith;
  readonly where: Where;
  /** The on-call phone of the site, in E.164, or none. */
  readonly onCallPhone: string | 'none';
  /** An administrator waiting for her own approval. */
  readonly own: boolean;
  readonly checkHref: string;
  readonly eventsHref: string;
  readonly cancelAction: string;
  readonly notYouAction: string;
  readonly backToApplicationHref: string;
  /** Where a pending page posts `key` and `signature` once, so that an approval can be tied to this browser’s key. */
  readonly offer: { readonly action: string; readonly challenge: string } | 'none';
}

export interface RefusalPage {
  readonly frame: Frame;
  readonly firstName: string;
  readonly applicationName: string;
  readonly organizationName: string | 'none';
  readonly reason: ReasonKind;
  /** When a refusal ends by itself, and the person may ask again. */
  readonly until: Moment | 'none';
  readonly onCallPhone: string | 'none';
  /** POST: goes back to the application, which gets `access_denied`. */
  readonly backAction: string;
  readonly notYouAction: string;
}

/** `code-incomplete`: not six digits; no try was spent. */
export type AnswerError =
  | 'code-wrong'
  | 'code-missing'
  | 'code-incomplete'
  | 'choose'
  | 'scope'
  | 'date'
  | 'locks-out'
  | 'changed'
  | 'tick-box'
  | 'none';
/** Where a map shows something: `place`, where somebody drew or named it; `city`, as the network says. */
export interface Spot {
  readonly where: Where;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKilometers: number | 'unknown';
  readonly kind: 'place' | 'city';
}

/** What a request asks for, and what may be authorized. */
export interface AskedPage {
  readonly person: {
    readonly firstName: string;
    readonly lastName: string;
    readonly jobTitle: string | 'none';
  };
  readonly applicationName: string;
  readonly organizationName: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly spot: Spot | 'unknown';
  readonly firstUse: boolean;
  /** The address, shown as a detail; unknown when it could not be observed. */
  readonly network: string | 'unknown';
  /** Who runs the network, shown as a detail. */
  readonly owner: string | 'unknown';
  readonly openedAt: Moment;
  /** How many times this was tried since. */
  readonly repeats: number;
  readonly reasons: readonly Reason[];
  /** How many other requests of this person wait. */
  readonly others: number;
  /** Whether this person was let in before, and never from this country. */
  readonly newCountry: boolean;
  /** What may be authorized; the first is what is proposed. */
  readonly scopes: readonly Scope[];
  /** Whether « here » is a place that has a name, or only this network. */
  readonly hereIs: 'place' | 'network';
  /** The region as people name it, for the scope that covers it. */
  readonly regionName: string | 'unknown';
  /** The first day that an authorization may end on, as a date field writes it. */
  readonly firstDate: string;
}
export interface RequestPage extends AskedPage {
  readonly frame: Frame;
  readonly action: string;
  /** Without a session the code from the person’s screen is asked; `triesLeft` after a wrong one. */
  readonly proof:
    | { readonly kind: 'code'; readonly triesLeft: number; readonly signInHref: string }
    /** `asked`: with a risk, the code from the person’s screen is typed all the same. */
    | { readonly kind: 'session'; readonly code: 'asked' | 'not-asked' };
  readonly error: AnswerError;
  /** What was chosen when the form came back with an error. */
  readonly chosen: {
    readonly duration: Duration;
    readonly date: string;
    readonly scope: Scope | 'proposed';
    readonly refusal: RefusalScope;
  };
  /** `list`: an answer leads back to the list that this is a card of. */
  readonly returnTo: 'here' | 'list';
  /** What follows each id, so that a page can hold several of these; empty on a page of its own. */
  readonly cardId: string;
  /** Goes with the form: what is authorized is what was shown. */
  readonly shown: string;
}
export type Duration = 'always' | 'today' | '30-days' | 'until-date';
/** `person-device`: this person with this machine, for good; `device`: everyone with it, for good. */
export type RefusalScope = 'this-time' | 'person-device' | 'device';
/**
 * How far an authorization reaches. `here`, `region` and `anywhere`: this person, this browser, that far.
 * `person-here`: this person with any device, at this place. `team-here`: everyone of the team, with this device, there.
 */
export type Scope = 'here' | 'region' | 'anywhere' | 'person-here' | 'team-here';

/** A rule whose ids were put into names. Without a condition: everyone, with anything, from anywhere. */
export interface NamedRule {
  readonly effect: 'allow' | 'deny';
  readonly conditions: NamedConditions;
  readonly validFrom: Moment | 'always';
  readonly validUntil: Moment | 'always';
}
export interface NamedConditions {
  readonly person?: string;
  readonly role?: string;
  readonly application?: string;
  readonly device?: string;
  readonly browser?: UsedWith;
  readonly deviceKind?: MachineKind;
  readonly browserFamily?: Family;
  readonly place?: string;
  readonly network?: string;
  readonly region?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly schedule?: ScheduleText;
}

export type RequestClosed =
  /** Taking it back needs a session: without one, the way to sign in. */
  | {
      readonly kind: 'just-approved';
      readonly firstName: string;
      readonly withdraw:
        | { readonly kind: 'post'; readonly action: string }
        | { readonly kind: 'sign-in'; readonly href: string };
    }
  /** Refused until this instant; afterwards the person may ask again. */
  | { readonly kind: 'just-refused'; readonly firstName: string; readonly until: Moment }
  /** Refused for good: this person with this machine, or everyone with it. */
  | {
      readonly kind: 'just-refused-for-good';
      readonly firstName: string;
      readonly scope: 'person-device' | 'device';
    }
  /** `you`: whoever looks is who decided. */
  | {
      readonly kind: 'withdrawn';
      readonly firstName: string;
      readonly by: string | 'you';
      readonly at: Moment;
    }
  | {
      readonly kind: 'answered';
      readonly by: string | 'operator' | 'you';
      readonly answer: 'approved' | 'refused';
      readonly at: Moment;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'worn-out'; readonly signInHref: string }
  | { readonly kind: 'nobody-waiting'; readonly signInHref: string }
  | { readonly kind: 'own-browser'; readonly demo: boolean }
  | { readonly kind: 'not-yours' };
export interface RequestClosedPage {
  readonly frame: Frame;
  readonly state: RequestClosed;
}

/** A page that explains why there is nothing else to show. `code` is stable and safe to show. */
export type ProblemKind =
  | 'not-found'
  | 'bad-request'
  | 'too-large'
  | 'wrong-origin'
  | 'interaction-over'
  | 'unknown-client'
  | 'bad-redirect'
  | 'bad-authorization-request'
  | 'unavailable'
  | 'busy'
  | 'locks-out'
  | 'unexpected';
export interface ProblemPage {
  readonly frame: Frame;
  readonly kind: ProblemKind;
  readonly status: number;
  /** A technical sentence for the application’s developer, or none. */
  readonly detail: string | 'none';
  /** Names this event in the log. */
  readonly reference: string;
}

/** RP-initiated logout. */
export interface LogoutPage {
  readonly frame: Frame;
  /** `confirm` posts `xsrf` (and `logout=yes` from the button) to `action`. */
  readonly state:
    | { readonly kind: 'confirm'; readonly action: string; readonly xsrf: string }
    | { readonly kind: 'done' };
}

export interface DemoPage {
  readonly frame: Frame;
  readonly password: string;
  readonly people: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: 'administration' | 'educator' | 'parent' | 'educator-and-parent';
    readonly organizations: readonly string[];
  }[];
  /** Each button starts that application’s sign-in by GET. */
  readonly applications: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly audience: 'staff' | 'parents';
  }[];
  readonly mailboxHref: string;
  readonly mailCount: number;
  /** The newest mail that Sylvie received. */
  readonly sylviesMailHref: string | 'none';
  /** The application that was just signed out of. */
  readonly signedOutOf: string | 'none';
}
/** What the application received: shown after its sign-in. */
export interface DemoApplicationPage {
  readonly frame: Frame;
  readonly applicationName: string;
  readonly outcome:
    | {
        readonly kind: 'signed-in';
        readonly name: string;
        /** Pretty-printed JSON. */
        readonly idTokenClaims: string;
        readonly userinfo: string;
        readonly tokens: readonly { readonly name: string; readonly value: string }[];
      }
    | { readonly kind: 'failed'; readonly error: string; readonly description: string };
  readonly againHref: string;
  readonly logoutHref: string;
  readonly demoHref: string;
}
export interface MailboxPage {
  readonly frame: Frame;
  readonly messages: readonly {
    readonly href: string;
    readonly to: string;
    readonly subject: string;
    readonly sentAt: Moment;
  }[];
}
export interface MailboxMessagePage {
  readonly frame: Frame;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly sentAt: Moment;
  readonly text: string;
  /** The HTML part is shown in a sandboxed frame from this address. */
  readonly htmlHref: string;
  readonly mailboxHref: string;
}

/** A message ready to send: `html` is a whole document, `text` says the same in full. */
export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
/** To each administrator who is asked. The code is never in it. */
export interface ApprovalRequestedMail {
  readonly language: Language;
  readonly person: { readonly firstName: string; readonly lastName: string };
  readonly applicationName: string;
  readonly organizationName: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly firstUse: boolean;
  readonly openedAt: Moment;
  /** Absolute addresses. */
  readonly requestUrl: string;
  readonly consoleUrl: string;
}
/** To the person: her connection waits, was approved or was refused. */
export interface ConnectionMail {
  readonly language: Language;
  readonly news: 'waiting' | 'approved' | 'refused';
  readonly firstName: string;
  readonly applicationName: string;
  readonly organizationName: string;
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly at: Moment;
  readonly onCallPhone: string | 'none';
}
/** To each administrator: the padlock was closed, opened, or closed again by itself. */
export interface PadlockMail {
  readonly language: Language;
  readonly firstName: string;
  readonly organizationName: string;
  readonly news: 'closed' | 'opened' | 'reclosed';
  /** A name; `operator`: from the command line; `nobody`: it closed by itself. */
  readonly by: string | 'operator' | 'nobody';
  readonly at: Moment;
  /** Until when it stays open. */
  readonly until: Moment | 'further-notice';
  /** An absolute address. */
  readonly consoleUrl: string;
}
