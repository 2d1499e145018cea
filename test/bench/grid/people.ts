import type { Client } from 'pg';
import { administratorOf, type Plan } from './plan.ts';

/** The organization, its padlock closed, and everyone in it; PostgreSQL’s `chance` and `id` are of its seed. */
export async function addPeople(
  client: Client,
  plan: Plan,
  { passwordHash, at }: { readonly passwordHash: string; readonly at: number },
): Promise<void> {
  const { alias, people } = plan;
  const began = at - plan.days * 86_400_000;
  await client.query(`
    insert into organizations (id, alias, name, time_zone, locked, first_locked_at, created_at)
      values (pg_temp.id('organization', 0), '${alias}', 'Garderie ${alias}', 'America/Toronto', true, ${began}, ${began});
    insert into places (id, organization_id, name, created_at)
      select pg_temp.id('place', n), pg_temp.id('organization', 0), 'Installation ' || n, ${began}
      from generate_series(0, 9) n;
    insert into place_networks (place_id, cidr)
      select pg_temp.id('place', n), '24.48.' || n || '.0/24' from generate_series(0, 9) n;
    insert into users (id, email, given_name, family_name, created_at)
      select pg_temp.id('person', n), 'personne-' || n || '@${alias}.test',
        (array['Julie', 'Mélissa', 'Nadia', 'Anne-Marie', 'Chloé', 'Zoé', 'François', 'Émile'])[1 + n % 8],
        (array['Tremblay', 'Gagnon', 'Côté', 'Bouchard', 'Benali', 'Nguyen', 'Roy'])[1 + n % 7] || '-' || n, ${began}
      from generate_series(0, ${people - 1}) n;
    insert into memberships (id, organization_id, user_id, access, job_title, created_at)
      select pg_temp.id('membership', n), pg_temp.id('organization', 0), pg_temp.id('person', n),
        case when n < 3 then 'always' else 'by_rules' end, case when n % 3 = 0 then 'Éducatrice' end, ${began}
      from generate_series(0, ${people - 1}) n;
    insert into membership_roles (membership_id, role)
      select pg_temp.id('membership', n), 'educator' from generate_series(0, ${people - 1}) n;
    insert into membership_roles (membership_id, role)
      select pg_temp.id('membership', n), 'administration' from generate_series(0, 2) n;`);
  await client.query('update users set password_hash = $1, password_changed_at = $2 where email = $3', [
    passwordHash,
    began,
    administratorOf(plan),
  ]);
}
