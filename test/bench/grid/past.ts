import type { Client } from 'pg';
import type { Plan } from './plan.ts';

const day = 86_400_000;
const atOnce = 250_000;

/** Everyone has used so many browsers in turn, four of them at a time; one in ten is a tablet that others hold too. */
const browserOf = `case when turn % 10 = 7 then pg_temp.id('tablet', person / 20 * 1000 + turn)
  else pg_temp.id('browser', person * 1000 + turn) end`;
/** From one of ten sites, from home, or from one of the eight addresses that her telephone was seen with. */
const networkOf = `case when c1 < 0.6 then '24.48.' || person % 10 || '.7'
  when c1 < 0.85 then '70.' || person % 200 || '.' || person / 200 || '.18'
  else '184.' || person % 200 || '.' || person / 200 || '.' || 1 + floor(c2 * 8) end`;
const applicationOf = `case when person < 3 and c3 < 0.1 then 'reglages' when c3 > 0.95 then 'compte'
  when turn % 3 = 1 then 'amisgest-mobile' else 'amisgest-sdg' end`;
const outcomeOf = `case when c4 < 0.98 then 'allow' when c4 < 0.995 then 'ask' else 'deny' end`;
const reasonsOf = `case when c4 < 0.98 then '[{"kind":"authorized","ruleId":"' || pg_temp.id('rule', person) || '"}]'
  when c4 < 0.995 then '[{"kind":"new-network"}]' else '[{"kind":"access-never"}]' end`;

/** Sign-ins one after the other, as they came; then, in one reading of them all, what they left of each connection. */
export async function addPast(
  client: Client,
  plan: Plan,
  { at, progress }: { readonly at: number; readonly progress: (step: string) => void },
): Promise<void> {
  const { people, connections, signIns, days } = plan;
  const turns = connections / people;
  await client.query(`
    insert into browsers (id, token_hash, user_agent, kind, family, system, model, created_at)
      select distinct on (id) id, 'seed ' || id, 'bench', kind, family, system, 'unknown', ${at - days * day}
      from (select ${browserOf} as id,
          (array['tablet', 'phone', 'computer'])[1 + turn % 3] as kind,
          (array['safari', 'chrome', 'edge'])[1 + turn % 3] as family,
          (array['ipados', 'android', 'windows'])[1 + turn % 3] as system
        from generate_series(0, ${people - 1}) person, generate_series(0, ${turns - 1}) turn) b;`);
  for (let first = 0; first < signIns; first += atOnce) {
    const last = Math.min(signIns, first + atOnce) - 1;
    await client.query(`
      insert into sign_ins (id, organization_id, user_id, browser_id, application_id, network, outcome, reasons,
        policy_version, approval_request_id, proof, at)
      select pg_temp.id_at(at, n), pg_temp.id('organization', 0), pg_temp.id('person', person), ${browserOf},
        ${applicationOf}, ${networkOf}, ${outcomeOf}, ${reasonsOf}, 1, null, 'proven', at
      from (select n, person, least(${turns - 1}, floor(n::double precision / ${signIns} * ${turns - 3})::bigint
            + n / ${people} % 4) as turn,
          ${at} - floor((${signIns} - n - c0) / ${signIns} * ${days * day})::bigint as at, c1, c2, c3, c4
        from (select n, n % ${people} as person, pg_temp.chance(0, n) as c0, pg_temp.chance(1, n) as c1,
            pg_temp.chance(2, n) as c2, pg_temp.chance(3, n) as c3, pg_temp.chance(4, n) as c4
          from generate_series(${first}::bigint, ${last}) n) drawn) s`);
    progress(`${plan.alias}: ${(last + 1).toLocaleString('en')} of ${signIns.toLocaleString('en')} sign-ins`);
  }
  progress(`${plan.alias}: what they left of each connection`);
  await client.query(whatTheyLeft);
  await client.query(whatWaits(at));
}

const ofThisOrganization = `organization_id = pg_temp.id('organization', 0)`;
const connectionId = `md5(user_id || browser_id)::uuid::text`;
const whatTheyLeft = `
  insert into connections (id, organization_id, user_id, browser_id, first_seen, last_seen)
    select ${connectionId}, pg_temp.id('organization', 0), user_id, browser_id, min(at), max(at)
    from sign_ins where ${ofThisOrganization} group by user_id, browser_id;
  insert into sightings (connection_id, organization_id, network, application_id, first_seen, last_seen, allowed_at, proof)
    select ${connectionId}, pg_temp.id('organization', 0), network, application_id, min(at), max(at), max(at) filter (where outcome = 'allow'), 'proven'
    from sign_ins where ${ofThisOrganization} group by user_id, browser_id, network, application_id;
  update connections c set latest_network = s.network, latest_application_id = s.application_id,
      stopped_at = case when s.allowed_at = s.last_seen then null else c.last_seen end
    from (select distinct on (connection_id) * from sightings where ${ofThisOrganization}
      order by connection_id, last_seen desc) s
    where c.${ofThisOrganization} and s.connection_id = c.id;
  insert into seen_people (organization_id, user_id, connections)
    select organization_id, user_id, count(*) from connections where ${ofThisOrganization} group by 1, 2;`;

/** Who was stopped this month waits; each browser of the month is authorized by a rule of its own; one in three is a device. */
const whatWaits = (at: number) => `
  insert into approval_requests (id, organization_id, user_id, browser_id, application_id, status, network, reasons,
      code_key_id, opened_at, waited_since, last_waited_at, expires_at)
    select md5('request ' || id)::uuid::text, organization_id, user_id, browser_id, latest_application_id, 'pending',
      latest_network, '[{"kind":"new-network"}]', 'key', stopped_at, stopped_at, stopped_at, stopped_at + ${60 * day}
    from connections where ${ofThisOrganization} and stopped_at > ${at - 30 * day};
  insert into rules (id, organization_id, effect, user_id, browser_id, place_id, network, origin, created_at)
    select md5('rule ' || id)::uuid::text, organization_id, 'allow', user_id, browser_id,
      case when latest_network like '24.48.%' then pg_temp.id('place', split_part(latest_network, '.', 3)::bigint) end,
      case when latest_network not like '24.48.%' then latest_network end, 'approval', last_seen
    from connections where ${ofThisOrganization} and last_seen > ${at - 30 * day};
  insert into devices (id, organization_id, name, kind, created_at)
    select distinct md5('device ' || browser_id)::uuid::text, organization_id, 'Appareil', 'tablet', ${at}
    from connections where ${ofThisOrganization} and browser_id < '5';
  insert into device_browsers (organization_id, browser_id, device_id)
    select distinct organization_id, browser_id, md5('device ' || browser_id)::uuid::text
    from connections where ${ofThisOrganization} and browser_id < '5';`;
