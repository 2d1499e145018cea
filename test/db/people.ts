import type { Database } from '../../db/open.ts';

export const noon = Date.UTC(2026, 2, 9, 17);

/** CPE Les Papillons, Julie who asks in a browser of her own, and Sylvie and Marc who answer. */
export async function addPapillons(database: Database): Promise<void> {
  const created_at = noon;
  await database('organizations').insert({
    id: 'papillons',
    alias: 'papillons',
    name: 'CPE Les Papillons',
    time_zone: 'America/Toronto',
    created_at,
  });
  for (const id of ['julie', 'sylvie', 'marc'])
    await database('users').insert({
      id,
      email: `${id}@papillons.test`,
      given_name: id,
      family_name: 'Test',
      created_at,
    });
  await database('browsers').insert({
    id: 'tablet',
    token_hash: 'hash of tablet',
    user_agent: '',
    created_at,
  });
}

export const pendingRequest = (id: string, more: Readonly<Record<string, string | number>> = {}) => ({
  id,
  organization_id: 'papillons',
  user_id: 'julie',
  browser_id: 'tablet',
  application_id: 'amisgest-sdg',
  status: 'pending',
  reasons: '[]',
  code_key_id: 'key',
  opened_at: noon,
  waited_since: noon,
  last_waited_at: noon,
  expires_at: noon + 60_000,
  ...more,
});
