/** What every page of « Réglages » shares; see `../model.ts` for the conventions. */
import type { Frame } from '../model.ts';

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

/** What would be decided now; `open`: the padlock is, and everyone enters. */
export type Standing = 'authorized' | 'not-authorized' | 'refused' | 'open';

export interface MemberFound {
  readonly personHref: string;
  readonly personName: string;
  readonly jobTitle: string | 'none';
}
