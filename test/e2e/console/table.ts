import type { Row } from './row.ts';
import { connectionRows } from './rows/connections.ts';
import { toldRows } from './rows/connections-told.ts';
import { deviceRows } from './rows/devices.ts';
import { everywhereRows } from './rows/everywhere.ts';
import { namingRows } from './rows/naming.ts';
import { padlockRows } from './rows/padlock.ts';
import { pendingRows } from './rows/pending.ts';
import { personRows } from './rows/person.ts';
import { placeRows } from './rows/places.ts';
import { ruleRows } from './rows/rules.ts';
import { whatIfRows } from './rows/what-if.ts';
import { writingRows } from './rows/writing.ts';

/** Every sentence of issue 4, in its order. */
export const table: readonly Row[] = [
  ...connectionRows,
  ...toldRows,
  ...padlockRows,
  ...placeRows,
  ...namingRows,
  ...personRows,
  ...pendingRows,
  ...deviceRows,
  ...ruleRows,
  ...whatIfRows,
  ...everywhereRows,
  ...writingRows,
];
