/** What every page of « Réglages » shares; see `../model.ts` for the conventions. */
import type { Frame, Moment } from '../model.ts';

/** What every page of the console carries. */
export interface Shell {
  readonly frame: Frame;
  readonly organizationName: string;
  readonly firstName: string;
  readonly logoutAction: string;
  readonly current: ConsoleTab | 'person' | 'padlock';
  /** How many requests wait. */
  readonly pending: number;
}

/** Where one is, as the tabs name it. */
export type ConsoleTab = 'connections' | 'pending' | 'places' | 'devices' | 'rules' | 'what-if';

/** What would be decided now; `open`: the padlock is, and everyone enters. */
export type Standing = 'authorized' | 'not-authorized' | 'refused' | 'open';

export interface MemberFound {
  readonly personHref: string;
  readonly personName: string;
  readonly jobTitle: string | 'none';
  /** Where somebody else has the same name. */
  readonly email: string | 'none';
}

/** Every act of the journal, as a page tells it. */
export type ToldAct =
  | 'approval.approved'
  | 'approval.refused'
  | 'approval.withdrawn'
  | 'padlock.closed'
  | 'padlock.opened'
  | 'padlock.reclosed'
  | 'rule.added'
  | 'rule.ended'
  | 'rule.changed'
  | 'rule.undone'
  | 'place.added'
  | 'place.removed'
  | 'place.changed'
  | 'places.authorized'
  | 'places.withdrawn'
  | 'places.undone'
  | 'device.changed'
  | 'device.joined'
  | 'device.separated'
  | 'device.undone'
  | 'access.changed'
  | 'connections.authorized'
  | 'connections.withdrawn'
  | 'connections.undone';

/** What somebody did, and to whom. */
export interface SaidEntry {
  readonly act: ToldAct;
  readonly by: string | 'operator' | 'system' | 'nobody';
  readonly about: string | 'organization' | 'nobody';
  readonly at: Moment;
}

/** Asks for the password again before something that touches many. */
export interface ConfirmPage {
  readonly shell: Shell;
  /** POST `password`, and all of `hidden` again. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly asked: { readonly kind: 'authorize' | 'withdraw'; readonly count: number };
  readonly error: 'none' | 'wrong' | 'busy';
  readonly cancelHref: string;
}
