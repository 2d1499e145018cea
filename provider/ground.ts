import type { JWK } from 'jose';
import { saveApplications } from '../db/applications.ts';
import { wasDemonstration } from '../db/demo-mailbox.ts';
import { type Database, migrate, openDatabase } from '../db/open.ts';
import { type Configuration, readSecrets, type Secrets } from './configuration/index.ts';
import {
  type Application,
  demoApplications,
  ownApplications,
  readApplications,
  readOrMakeKeys,
} from './oidc/index.ts';

/** What everything else stands on: opened, migrated, its keys unsealed. */
export interface Ground {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly jwks: { keys: JWK[] };
  readonly applications: ReadonlyMap<string, Application>;
}

/** Nothing stays open when it fails: a server that cannot start ends, and says why. */
export async function lay(configuration: Configuration): Promise<Ground> {
  const secrets = readSecrets(configuration);
  const applications = applicationsOf(configuration, secrets);
  const { databaseUrl: url, dataDirectory, databaseFile: file, demo } = configuration;
  const database = openDatabase({ url, dataDirectory, file });
  try {
    await migrate(database);
    if (!demo && (await wasDemonstration(database)))
      throw new Error(
        'this database was the demonstration’s, whose passwords everyone knows: give `DATABASE_URL` another one',
      );
    const jwks = await readOrMakeKeys(database, secrets, Date.now);
    await saveApplications(database, [...applications.values()], Date.now());
    return { database, secrets, jwks, applications };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

export function applicationsOf(
  { publicUrl, demo, applicationsFile }: Configuration,
  secrets: Secrets,
): ReadonlyMap<string, Application> {
  const demoSecret = (id: string) =>
    String(secrets.mac(secrets.newestId, 'demo application', id)?.toString('base64url'));
  const known = [...(demo ? demoApplications(publicUrl, demoSecret) : []), ...ownApplications(publicUrl)];
  const written = applicationsFile === undefined ? [] : readApplications(applicationsFile, known);
  return new Map([...known, ...written].map((application) => [application.id, application]));
}
