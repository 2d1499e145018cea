import type { DeviceId, OrganizationId, PlaceId, RuleId, UserId } from '../policies/facts.ts';
import type { Rule } from '../policies/rules.ts';
import { type Connection, type Row, rowsOf } from './open.ts';
import { type RuleOrigin, ruleOf } from './rules.ts';

/** A rule with where it comes from, as « Autorisations et refus » tells of it. */
export interface ListedRule {
  readonly rule: Rule;
  readonly origin: RuleOrigin;
  /** Null: the operator, or the house itself. */
  readonly createdBy: UserId | null;
  readonly createdAt: number;
  /** When it was taken away, or ended by itself; milliseconds UTC. */
  readonly overAt: number | 'living';
}

/** `ending`: by themselves, soon. `ended`: lately, by themselves or not. */
export type RuleStanding = 'living' | 'allow' | 'deny' | 'ending' | 'ended';

export interface RuleQuery {
  readonly organizationId: OrganizationId;
  readonly at: number;
  readonly standing: RuleStanding;
  /** Of these people, places and devices only, or whatever they name. */
  readonly about:
    | {
        readonly userIds: readonly UserId[];
        readonly placeIds: readonly PlaceId[];
        readonly deviceIds: readonly DeviceId[];
      }
    | 'all';
}

/** Where a page ends, and the next one begins: the instant it is ordered by, then the id. */
export interface RuleKey {
  readonly at: number;
  readonly id: string;
}

const day = 24 * 60 * 60_000;
export const endsSoonWithin = 14 * day;
export const endedWithin = 30 * day;

interface Part {
  readonly where: string;
  readonly bindings: readonly (string | number)[];
  readonly by: 'created_at' | 'valid_until' | 'ended_at';
  readonly order: 'asc' | 'desc';
}

/** What ended was taken away, or ended by itself: each has its own index, and the two are merged. */
function partsOf({ standing, at }: RuleQuery): readonly Part[] {
  const living = 'r.ended_at is null and (r.valid_until is null or r.valid_until > ?)';
  const newest = { by: 'created_at', order: 'desc' } as const;
  switch (standing) {
    case 'living':
      return [{ where: living, bindings: [at], ...newest }];
    case 'allow':
    case 'deny':
      return [{ where: `r.effect = ? and ${living}`, bindings: [standing, at], ...newest }];
    case 'ending':
      return [
        {
          where:
            'r.ended_at is null and r.valid_until is not null and r.valid_until > ? and r.valid_until <= ?',
          bindings: [at, at + endsSoonWithin],
          by: 'valid_until',
          order: 'asc',
        },
      ];
    case 'ended':
      return [
        { where: 'r.ended_at > ?', bindings: [at - endedWithin], by: 'ended_at', order: 'desc' },
        {
          where:
            'r.ended_at is null and r.valid_until is not null and r.valid_until > ? and r.valid_until <= ?',
          bindings: [at - endedWithin, at],
          by: 'valid_until',
          order: 'desc',
        },
      ];
  }
}

const marks = (ids: readonly string[]) => ids.map(() => '?').join(', ');

/** By the index of each kind of subject: few of many rules are about one person. */
function subjectsOf({ about, organizationId }: RuleQuery): Pick<Part, 'where' | 'bindings'> | 'nobody' {
  if (about === 'all') return { where: '', bindings: [] };
  const kinds = [
    ['user_id', about.userIds],
    ['place_id', about.placeIds],
    ['device_id', about.deviceIds],
  ] as const;
  const asked = kinds.filter(([, ids]) => ids.length > 0);
  if (asked.length === 0) return 'nobody';
  const each = asked.map(
    ([column, ids]) => `select id from rules where ${column} in (${marks(ids)}) and organization_id = ?`,
  );
  return {
    where: `and r.id in (${each.join(' union ')})`,
    bindings: asked.flatMap(([, ids]) => [...ids, organizationId]),
  };
}

/** One page, the newest first, or what ends first; pages follow one another by key. */
export async function readRulePage(
  connection: Connection,
  query: RuleQuery,
  page: { readonly after: RuleKey | 'first'; readonly most: number },
): Promise<readonly ListedRule[]> {
  const { after, most } = page;
  const subjects = subjectsOf(query);
  if (subjects === 'nobody') return [];
  const found: ListedRule[] = [];
  for (const { where, bindings, by, order } of partsOf(query)) {
    const beyond = `and (r.${by}, r.id) ${order === 'asc' ? '>' : '<'} (?, ?)`;
    const rows = await rowsOf(
      connection,
      `select r.* from rules r where r.organization_id = ? and ${where} ${subjects.where}
       ${after === 'first' ? '' : beyond} order by r.${by} ${order}, r.id ${order} limit ?`,
      [
        query.organizationId,
        ...bindings,
        ...subjects.bindings,
        ...(after === 'first' ? [] : [after.at, after.id]),
        most,
      ],
    );
    found.push(...rows.map((row) => listed(row, query.at)));
  }
  return query.standing === 'ended' ? found.toSorted(lastOverFirst).slice(0, most) : found;
}

const lastOverFirst = (one: ListedRule, other: ListedRule): number =>
  Number(other.overAt) - Number(one.overAt) || (one.rule.id < other.rule.id ? 1 : -1);

/** Where the page after this rule begins. */
export function keyAfter({ standing }: Pick<RuleQuery, 'standing'>, last: ListedRule): RuleKey {
  const at =
    standing === 'ended' ? last.overAt : standing === 'ending' ? last.rule.validUntil : last.createdAt;
  return { at: Number(at), id: last.rule.id };
}

/** How many there are, and no more than this: a number that nobody counts to is not worth reading. */
export async function countRules(connection: Connection, query: RuleQuery, most: number): Promise<number> {
  const subjects = subjectsOf(query);
  if (subjects === 'nobody') return 0;
  let count = 0;
  for (const { where, bindings } of partsOf(query)) {
    const rows = await rowsOf(
      connection,
      `select 1 from rules r where r.organization_id = ? and ${where} ${subjects.where} limit ?`,
      [query.organizationId, ...bindings, ...subjects.bindings, most],
    );
    count += rows.length;
  }
  return Math.min(count, most);
}

/** One rule, living or not; another organization's is none. */
export async function findListedRule(
  connection: Connection,
  {
    organizationId,
    id,
    at,
  }: { readonly organizationId: OrganizationId; readonly id: string; readonly at: number },
): Promise<ListedRule | undefined> {
  const row = await connection('rules').where({ id, organization_id: organizationId }).first();
  return row && listed(row, at);
}

/** These rules, living or not, by id: what a decision names may have ended since. */
export async function readRulesById(
  connection: Connection,
  given: { readonly organizationId: OrganizationId; readonly ids: readonly RuleId[]; readonly at: number },
): Promise<ReadonlyMap<RuleId, ListedRule>> {
  const rows = await connection('rules')
    .where({ organization_id: given.organizationId })
    .whereIn('id', [...given.ids]);
  return new Map(rows.map((row) => [row.id, listed(row, given.at)]));
}

const listed = (row: Row, at: number): ListedRule => ({
  rule: ruleOf(row),
  origin: row.origin,
  createdBy: row.created_by,
  createdAt: Number(row.created_at),
  overAt:
    row.ended_at !== null
      ? Number(row.ended_at)
      : row.valid_until !== null && row.valid_until <= at
        ? Number(row.valid_until)
        : 'living',
});
