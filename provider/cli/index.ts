import { approve } from './approve.ts';
import { checkConfig } from './check-config.ts';
import { migrateDatabase } from './migrate.ts';
import { serve } from './serve.ts';

export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  /** The exit status: 0 done, 1 refused or failed, 2 misused. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

/** What the operator can do, in the order of a first day. */
export const commands: readonly Command[] = [serve, migrateDatabase, checkConfig, approve];
