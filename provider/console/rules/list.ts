import { readPeople } from '../../../db/names.ts';
import { readPlaces } from '../../../db/places.ts';
import { readNamedDevices } from '../../../db/rule-choices.ts';
import { countRules, keyAfter, type RuleKey, type RuleQuery, readRulePage } from '../../../db/rule-list.ts';
import type { RuleFilter, RuleResult, RulesPage } from '../../../views/console/rules/model.ts';
import { rulesPage } from '../../../views/index.ts';
import { rulesHref } from '../../../views/places.ts';
import { meanwhileIn } from '../meanwhile.ts';
import { pageKeyIn } from '../page-key.ts';
import { matcher, searchIn } from '../search.ts';
import type { Visit } from '../visit.ts';
import { tellRules } from './told.ts';

const linesPerPage = 50;
/** A number that nobody counts to: « plus de 1 000 ». */
const mostCounted = 1000;
const mostNamed = 1000;
const filters: readonly RuleFilter[] = ['living', 'allow', 'deny', 'ending', 'ended'];
type Filter = RulesPage['filter'];

/** « Autorisations et refus »: a page of them, whatever their number. */
export async function showRules(visit: Visit): Promise<void> {
  const { ctx, needs, padlock, at } = visit;
  const filter = filterIn(visit);
  const query: RuleQuery = {
    organizationId: padlock.organizationId,
    at,
    standing: filter.show,
    about: await aboutIn(visit, filter.search),
  };
  const after = keyIn(ctx.query.after);
  const found = await readRulePage(needs.database, query, { after, most: linesPerPage + 1 });
  const lines = found.slice(0, linesPerPage);
  const last = found.length > linesPerPage ? lines.at(-1) : undefined;
  const count = await countRules(needs.database, query, mostCounted + 1);
  ctx.body = rulesPage({
    shell: await visit.shell('rules'),
    result: resultIn(visit),
    meanwhile: ctx.query.fait === 'stale' ? await meanwhileIn(visit) : 'none',
    padlock: padlock.state,
    filter,
    rules: await tellRules(visit, lines),
    count: { is: count > mostCounted ? 'more' : 'exactly', number: Math.min(count, mostCounted) },
    nextHref: last ? hrefOf(filter, keyAfter(query, last)) : 'none',
    firstHref: after === 'first' ? 'these' : hrefOf(filter),
    newHref: `${rulesHref}/nouvelle`,
  });
}

/** Whom and what a search means: people, places and devices by name. */
async function aboutIn(
  { needs: { database }, padlock: { organizationId } }: Visit,
  search: string,
): Promise<RuleQuery['about']> {
  if (search === '') return 'all';
  const isNamed = matcher(search);
  const people = await readPeople(database, organizationId);
  const places = await readPlaces(database, organizationId);
  const devices = await readNamedDevices(database, organizationId, mostNamed);
  const named = <Id>(all: readonly { readonly id: Id; readonly name: string }[]) =>
    all.filter(({ name }) => isNamed(name)).map(({ id }) => id);
  return {
    userIds: named([...people].map(([id, name]) => ({ id, name }))),
    placeIds: named(places),
    deviceIds: named(devices),
  };
}

function filterIn({ ctx }: Visit): Filter {
  const { show, search } = ctx.query;
  return {
    show: filters.find((one) => one === show) ?? 'living',
    search: searchIn(search),
  };
}

const hrefOf = ({ show, search }: Filter, after?: RuleKey): string =>
  `${rulesHref}?${new URLSearchParams({ show, search, ...(after && { after: `${after.at}.${after.id}` }) })}`;

function keyIn(text: unknown): RuleKey | 'first' {
  const key = pageKeyIn(text);
  return key === 'none' ? 'first' : key;
}

/** What was posted is told once; what stands in the address is checked, not believed. */
function resultIn({ ctx }: Visit): RuleResult | 'none' {
  const { fait, annuler } = ctx.query;
  switch (fait) {
    case 'undone':
    case 'locks-out':
    case 'locks-you-out':
      return { kind: fait };
    case 'added':
    case 'changed':
    case 'ended': {
      const undoable = typeof annuler === 'string' && /^[\w-]+$/.test(annuler);
      return { kind: fait, undoAction: undoable ? `${rulesHref}/annuler/${annuler}` : 'none' };
    }
    default:
      return 'none';
  }
}
