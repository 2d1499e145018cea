import type { Moment, UsedWith, Where } from '../../model.ts';
import type { MemberFound, SaidEntry, Shell, Standing } from '../model.ts';

export type Period = 'today' | '7-days' | '30-days' | 'all';

export interface PadlockState {
  readonly state: 'open' | 'closed';
  /** When an open padlock closes by itself. */
  readonly until: Moment | 'further-notice';
  /** The page that closes or opens it. */
  readonly href: string;
  /** What to look at first, for an organization that has never closed it. */
  readonly checklistHref: string | 'none';
}

export interface ConnectionLine {
  readonly id: string;
  /** The person's page: where she signed in, and what she may. */
  readonly personHref: string;
  readonly personName: string;
  readonly jobTitle: string | 'none';
  /** Told where another line has a person of the same name. */
  readonly email: string | 'none';
  readonly usedWith: UsedWith;
  readonly where: Where;
  readonly lastAttempt: Moment;
  readonly standing: Standing | 'waiting';
  /** The request that waits, when one does. */
  readonly requestHref: string | 'none';
}

/** « Connexions »: everyone who signed in, the last one first. */
export interface ConnectionsPage {
  readonly shell: Shell;
  /** What became of the padlock's button; `already`: somebody was first. */
  readonly result:
    | { readonly kind: 'closed' | 'opened' }
    | { readonly kind: 'already-closed' | 'already-open'; readonly who: SaidEntry | 'unknown' }
    | 'none';
  readonly padlock: PadlockState;
  readonly counts: { readonly people: number; readonly connections: number; readonly toCheck: number };
  readonly filter: {
    readonly application: string | 'all';
    readonly period: Period;
    readonly search: string;
    /** `to-check`: those alone whose last attempt was not let in. */
    readonly only: 'to-check' | 'all';
  };
  /** Those alone. */
  readonly toCheckHref: string;
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
