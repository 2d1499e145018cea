import type { Database } from '../../db/open.ts';
import type { ActNeeds } from '../../provider/acts/index.ts';
import { locateInDemo } from '../../provider/demo/index.ts';
import { nowhere } from '../../provider/location/index.ts';
import { demoApplications, ownApplications } from '../../provider/oidc/index.ts';

const publicUrl = new URL('http://localhost');
const applications = [...demoApplications(publicUrl, () => ''), ...ownApplications(publicUrl)];

/** What acts need, on the database of a house that runs: its waiting pages and its outbox look by themselves. */
export const actsOn = (database: Database): ActNeeds => ({
  database,
  now: Date.now,
  locate: locateInDemo((network) => ({ ...nowhere, network })),
  applicationOf: (id) => applications.find((one) => one.id === id),
  onChanged: () => {},
});
