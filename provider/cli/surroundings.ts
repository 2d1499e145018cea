import type { Database } from '../../db/open.ts';
import type { Configuration } from '../configuration/index.ts';
import { locateInDemo } from '../demo/index.ts';
import { createSurroundings, type Surroundings } from '../rules/surroundings.ts';
import type { Terminal } from './command.ts';

/** Where networks are and what decides there, for as long as a command runs; what is wrong with the files is said. */
export const commandSurroundings = (
  { geoipCityDb, geoipAsnDb, demo }: Configuration,
  database: Database,
  terminal: Terminal,
): Promise<Surroundings> =>
  createSurroundings({
    database,
    now: Date.now,
    cityDb: geoipCityDb,
    asnDb: geoipAsnDb,
    packagedData: 'when-asked',
    log: { warn: (_details, message) => terminal.complain(message) },
    ...(demo && { alsoLocate: locateInDemo }),
  });
