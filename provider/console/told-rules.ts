import { readNamesIn } from '../../db/names.ts';
import { readRulesById } from '../../db/rule-list.ts';
import type { Reason } from '../../policies/decision.ts';
import type { RuleId } from '../../policies/facts.ts';
import type { ToldReason } from '../../views/console/person/model.ts';
import { rulesHref } from '../../views/places.ts';
import { nameRule } from '../rules/index.ts';
import type { Visit } from './visit.ts';

export type TellReasons = (reasons: readonly Reason[]) => readonly ToldReason[];

/** The rules that made these decisions, ended ones too, in one statement and named in a few, however many there are. */
export async function tellReasons(
  { needs, padlock, at, moment }: Visit,
  decisions: readonly (readonly Reason[])[],
): Promise<TellReasons> {
  const { organizationId, timeZone } = padlock;
  const ids = new Set(decisions.flat().flatMap(ruleIdOf));
  const rules = await readRulesById(needs.database, { organizationId, ids: [...ids], at });
  const listed = [...rules.values()];
  if (listed.length === 0) return (reasons) => reasons.map((reason) => ({ reason, rule: 'none' }));
  const names = await readNamesIn(
    needs.database,
    organizationId,
    listed.map(({ rule }) => rule),
  );
  const told = new Map(
    listed.map(({ rule, origin, createdBy, createdAt, overAt }) => [
      rule.id,
      {
        href: `${rulesHref}/${rule.id}`,
        rule: nameRule(rule, names, { now: at, timeZone }),
        origin,
        by: (createdBy === null ? undefined : names.people.get(createdBy)) ?? 'nobody',
        since: moment(createdAt),
        over: overAt === 'living' ? overAt : moment(overAt),
      },
    ]),
  );
  return (reasons) =>
    reasons.map((reason) => {
      const [id] = ruleIdOf(reason);
      return { reason, rule: (id === undefined ? undefined : told.get(id)) ?? 'none' };
    });
}

const ruleIdOf = (reason: Reason): readonly RuleId[] => ('ruleId' in reason ? [reason.ruleId] : []);
