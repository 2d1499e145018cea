import type { Client } from 'pg';
import type { Plan } from './plan.ts';
import { whatTheyLeft, whatWaits } from './traces.ts';

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
const reasonsOf = `case when c4 < 0.98 then '[{"kind":"authorized","ruleId":"' || user_id || '"}]'
  when c4 < 0.995 then '[{"kind":"new-network"}]' else '[{"kind":"access-never"}]' end`;

/** Sign-ins one after the other, as they came; then, in one reading of them all, what they left of each connection. */
export async function addPast(
  client: Client,
  plan: Plan,
  { at, progress }: { readonly at: number; readonly progress: (step: string) => void },
): Promise<void> {
  const { alias, people, connections, signIns, days } = plan;
  const turns = connections / people;
  await client.query(`
    drop table if exists seats;
    create temporary table seats as
      select person, turn, pg_temp.id('person', person) as user_id, ${browserOf} as browser_id
      from generate_series(0::bigint, ${people - 1}) person, generate_series(0::bigint, ${turns - 1}) turn;
    analyze seats;
    insert into browsers (id, token_hash, user_agent, kind, family, system, model, created_at)
      select distinct on (browser_id) browser_id, 'seed ' || browser_id, 'bench',
        (array['tablet', 'phone', 'computer'])[1 + turn % 3], (array['safari', 'chrome', 'edge'])[1 + turn % 3],
        (array['ipados', 'android', 'windows'])[1 + turn % 3], 'unknown', ${at - days * day}
      from seats order by browser_id;`);
  for (let first = 0; first < signIns; first += atOnce) {
    const last = Math.min(signIns, first + atOnce) - 1;
    await client.query(`
      insert into sign_ins (id, organization_id, user_id, browser_id, application_id, network, outcome, reasons,
        policy_version, approval_request_id, proof, at)
      select pg_temp.id_at(at, n), pg_temp.id('organization', 0), user_id, browser_id, ${applicationOf}, ${networkOf},
        ${outcomeOf}, ${reasonsOf}, 1, null, 'proven', at
      from (select n, n % ${people} as person,
            least(${turns - 1}, floor(n::double precision / ${signIns} * ${turns - 3})::bigint + n / ${people} % 4) as turn,
            ${at} - floor((${signIns} - n - pg_temp.chance(0, n)) / ${signIns} * ${days * day})::bigint as at,
            pg_temp.chance(1, n) as c1, pg_temp.chance(2, n) as c2, pg_temp.chance(3, n) as c3, pg_temp.chance(4, n) as c4
          from generate_series(${first}::bigint, ${last}) n) drawn
        join seats using (person, turn)`);
    progress(`${alias}: ${(last + 1).toLocaleString('en')} of ${signIns.toLocaleString('en')} sign-ins`);
  }
  progress(`${alias}: what they left of each connection`);
  await client.query(whatTheyLeft);
  await client.query(whatWaits(at));
}
