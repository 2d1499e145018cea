import { type Names, readNamesIn } from '../../../db/names.ts';
import type { ListedRule } from '../../../db/rule-list.ts';
import type { RuleOrigin, ToldRule } from '../../../views/console/rules/model.ts';
import { rulesHref } from '../../../views/places.ts';
import { nameRule } from '../../rules/index.ts';
import type { Visit } from '../visit.ts';

export const ruleHref = (id: string): string => `${rulesHref}/${id}`;

const origins: readonly RuleOrigin[] = ['approval', 'refusal', 'first-closing', 'arrow', 'console'];

/** Rules in the names of their organization: of these alone, however many others there are. */
export async function tellRules(visit: Visit, listed: readonly ListedRule[]): Promise<readonly ToldRule[]> {
  const names = await readNamesIn(
    visit.needs.database,
    visit.padlock.organizationId,
    listed.map(({ rule }) => rule),
  );
  return listed.map((one) => tellRule(visit, one, names));
}

function tellRule({ moment, at, padlock }: Visit, one: ListedRule, names: Names): ToldRule {
  const { rule, origin, createdBy, createdAt, overAt } = one;
  return {
    href: ruleHref(rule.id),
    rule: nameRule(rule, names, { now: at, timeZone: padlock.timeZone }),
    origin: origins.find((known) => known === origin) ?? 'unknown',
    by: (createdBy === null ? undefined : names.people.get(createdBy)) ?? 'nobody',
    since: moment(createdAt),
    over: overAt === 'living' ? overAt : moment(overAt),
  };
}
