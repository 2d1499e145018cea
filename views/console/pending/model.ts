import type { Moment, UsedWith, Where } from '../../model.ts';
import type { Shell } from '../model.ts';

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
