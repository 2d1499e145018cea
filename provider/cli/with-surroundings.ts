import { isMigrated, migrate, openDatabase } from '../../db/open.ts';
import type { ActNeeds } from '../acts/index.ts';
import { type Configuration, readSecrets, type Secrets } from '../configuration/index.ts';
import { locateInDemo } from '../demo/index.ts';
import { applicationsOf } from '../ground.ts';
import type { Application } from '../oidc/index.ts';
import { createSurroundings, type Surroundings } from '../rules/surroundings.ts';
import type { Terminal } from './command.ts';
import { configured } from './configured.ts';

/** What a command that decides or changes something stands on: the server's own database, settings and files. */
export interface CommandSurroundings extends Surroundings, ActNeeds {
  readonly configuration: Configuration;
  readonly secrets: Secrets;
  readonly applications: ReadonlyMap<string, Application>;
}

/** Nothing stays open when the command ends, well or not. */
export async function withSurroundings(
  terminal: Terminal,
  work: (surroundings: CommandSurroundings) => Promise<number>,
  /** `only-reads`: a database that is not of this version is left as it is. */
  manner: 'may-write' | 'only-reads' = 'may-write',
): Promise<number> {
  const configuration = configured();
  const secrets = readSecrets(configuration);
  const applications = applicationsOf(configuration, secrets);
  const { databaseUrl: url, dataDirectory, databaseFile: file, demo } = configuration;
  const database = openDatabase({ url, dataDirectory, file });
  try {
    if (manner === 'may-write') await migrate(database);
    else if (!(await isMigrated(database)))
      throw new Error('this database is not of this version: `npm run cadenas -- migrate` brings it there');
    const surroundings = await createSurroundings({
      database,
      now: Date.now,
      cityDb: configuration.geoipCityDb,
      asnDb: configuration.geoipAsnDb,
      packagedData: 'when-asked',
      log: { warn: (_details, message) => terminal.complain(message) },
      ...(demo && { alsoLocate: locateInDemo }),
    });
    try {
      return await work({
        ...surroundings,
        configuration,
        secrets,
        applications,
        database,
        now: Date.now,
        applicationOf: (id) => applications.get(id),
        // The server polls, and listens: a command has nobody of its own to wake.
        onChanged: () => {},
      });
    } finally {
      surroundings.locator.close();
    }
  } finally {
    await database.destroy();
  }
}
