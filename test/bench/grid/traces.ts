const day = 86_400_000;
const ofThisOrganization = `organization_id = pg_temp.id('organization', 0)`;
const connectionId = `md5(user_id || browser_id)::uuid::text`;

/** What `recordSignIn` keeps beside the attempts, read from them all at once. */
export const whatTheyLeft = `
  insert into sightings (connection_id, organization_id, network, application_id, first_seen, last_seen, allowed_at, proof)
    select ${connectionId}, pg_temp.id('organization', 0), network, application_id, min(at), max(at),
      max(at) filter (where outcome = 'allow'), 'proven'
    from sign_ins where ${ofThisOrganization} group by user_id, browser_id, network, application_id;
  insert into connections (id, organization_id, user_id, browser_id, first_seen, last_seen, latest_network,
      latest_application_id, stopped_at)
    select ${connectionId}, pg_temp.id('organization', 0), user_id, browser_id, began, last_seen, network,
      application_id, case when allowed_at = last_seen then null else last_seen end
    from (select *, min(first_seen) over (partition by connection_id) as began,
        row_number() over (partition by connection_id order by last_seen desc) as nth
      from sightings where ${ofThisOrganization}) s
    join seats on ${connectionId} = connection_id where nth = 1;
  insert into seen_people (organization_id, user_id, connections)
    select organization_id, user_id, count(*) from connections where ${ofThisOrganization} group by 1, 2;`;

/** Who was stopped this month waits; each browser of the month is authorized by a rule of its own; one in three is a device. */
export const whatWaits = (at: number) => `
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
