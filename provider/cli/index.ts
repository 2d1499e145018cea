import { approve } from './approve.ts';
import { checkConfig } from './check-config.ts';
import type { Command } from './command.ts';
import { migrateDatabase } from './migrate.ts';
import { serve } from './serve.ts';

/** What the operator can do, in the order of a first day. */
export const commands: readonly Command[] = [serve, migrateDatabase, checkConfig, approve];
