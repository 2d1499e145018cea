import type { Row } from './row.ts';
import { connectionRows } from './rows/connections.ts';
import { deviceRows } from './rows/devices.ts';
import { everywhereRows, staleRows } from './rows/everywhere.ts';
import { padlockRows } from './rows/padlock.ts';
import { pendingRows } from './rows/pending.ts';
import { personRows } from './rows/person.ts';
import { placeRows } from './rows/places.ts';
import { ruleRows } from './rows/rules.ts';
import { whatIfRows } from './rows/what-if.ts';

/** Every sentence of issue 4, in its order. */
export const table: readonly Row[] = [
  ...connectionRows,
  ...padlockRows,
  ...placeRows,
  ...personRows,
  ...pendingRows,
  ...deviceRows,
  ...ruleRows,
  ...whatIfRows,
  ...staleRows,
  ...everywhereRows,
];
