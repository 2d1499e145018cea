import { readMembers } from '../../../db/grid.ts';
import type { Names } from '../../../db/names.ts';
import { readRolesOfMembers } from '../../../db/rule-choices.ts';
import type { RuleTerms } from '../../../policies/approval.ts';
import type { RuleId } from '../../../policies/facts.ts';
import type { Effect, RulePreview } from '../../../views/console/rules/model.ts';
import { fingerprint, type RuleRehearsal, rehearseRule } from '../../acts/index.ts';
import { nameRule, type Rulebook } from '../../rules/index.ts';
import { personHref } from '../people.ts';
import type { Visit } from '../visit.ts';
import { isForEveryone, warningsOf } from './warnings.ts';

const mostLines = 12;

/** What would be written, as a sentence, and what it would have changed in the last 30 days. */
export async function previewOf(
  visit: Visit,
  given: {
    readonly terms: RuleTerms;
    readonly ends: RuleId | 'none';
    readonly names: Names;
    readonly rulebook: Rulebook;
  },
): Promise<RulePreview> {
  const { needs, padlock, administrator, at } = visit;
  const { organizationId, timeZone } = padlock;
  const { terms, ends, names, rulebook } = given;
  const rehearsal = await rehearseRule(needs.acts, { organizationId, timeZone, rulebook, ends, adds: terms });
  const roles = await readRolesOfMembers(needs.database, organizationId);
  const members = await readMembers(needs.database, organizationId, at);
  const told = await teller(visit, names);
  return {
    rule: nameRule(terms, names, { now: at, timeZone }),
    seen: fingerprintOf(terms),
    warnings: warningsOf({
      terms,
      padlock: padlock.state,
      writer: administrator.facts,
      members,
      rolesOf: ({ id }) => roles.get(id) ?? [],
      names,
    }),
    everyone: isForEveryone(terms),
    letIn: told(rehearsal.letIn),
    moreLetIn: Math.max(0, rehearsal.letIn.length - mostLines),
    stopped: told(rehearsal.stopped),
    moreStopped: Math.max(0, rehearsal.stopped.length - mostLines),
    replayed: rehearsal.replayed,
  };
}

/** Says of a rule whether it is the one that was read: the order of its conditions means nothing. */
export function fingerprintOf({ effect, conditions, validFrom, validUntil }: RuleTerms): string {
  const inOrder = Object.entries(conditions).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return fingerprint([effect, inOrder, validFrom, validUntil]);
}

async function teller({ needs, padlock }: Visit, names: Names) {
  const describe = await needs.describeIn(padlock.organizationId);
  return (lines: RuleRehearsal['letIn']): readonly Effect[] =>
    lines.slice(0, mostLines).map(({ userId, labels, applicationId, network, times, outcome }) => {
      const { usedWith, where } = describe({ applicationId, browser: labels, network });
      const personName = names.people.get(userId) ?? '';
      return { personName, personHref: personHref(userId), usedWith, where, times, outcome };
    });
}
