import type { RefusalScope, RequestPage } from '../../model.ts';
import type { Shell } from '../model.ts';

/** One request, with everything that a decision needs. */
export interface PendingCard {
  /** The page of this request alone. */
  readonly href: string;
  readonly request: RequestPage;
  /** Whether the waiting page is open now, or was closed without an answer. */
  readonly page: 'open' | 'closed';
  /** `own`: it is whoever looks that asks; `own-browser`: with this very browser. Neither answers here. */
  readonly standing: 'answerable' | 'own' | 'own-browser';
  /** The checkbox that chooses it among several, with what was shown of it; none where the code is asked for. */
  readonly choice: { readonly name: string; readonly value: string } | 'none';
}

/** What the last answer became, told once. */
export type PendingResult =
  | { readonly kind: 'approved'; readonly firstName: string; readonly undoAction: string }
  | { readonly kind: 'refused'; readonly firstName: string; readonly scope: RefusalScope }
  | { readonly kind: 'withdrawn' | 'nothing-chosen' }
  | {
      readonly kind: 'several-approved' | 'several-refused';
      readonly done: number;
      /** Not answered: they had changed, they need the code, this browser asks, somebody else was first. */
      readonly changed: number;
      readonly code: number;
      readonly own: number;
      readonly late: number;
    };

/** Who waits, the newest first. */
export interface PendingPage {
  readonly shell: Shell;
  /** Open, nobody has to wait. */
  readonly padlock: 'open' | 'closed';
  /** GET: JSON `{ "count": 2 }`, how many requests were opened since this page was made. */
  readonly newsHref: string;
  readonly result: PendingResult | 'none';
  /** POST: the chosen ones, and `answer`. */
  readonly severalAction: string;
  readonly requests: readonly PendingCard[];
  /** How many wait in front of an open page, on this page of the list or another. */
  readonly waiting: number;
  /** The older ones, or none. */
  readonly nextHref: string | 'none';
  readonly firstHref: string | 'these';
}
