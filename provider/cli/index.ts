import { approve } from './approve.ts';
import { checkConfig } from './check-config.ts';
import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { migrateDatabase } from './migrate.ts';
import { serve } from './serve.ts';
import { unlock } from './unlock.ts';

/** What the operator can do, in the order of a first day. */
export const commands: readonly Command[] = [serve, migrateDatabase, checkConfig, explain, unlock, approve];
