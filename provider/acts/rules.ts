import { writeJournal } from '../../db/journal.ts';
import { addRule, endRule as endRuleRow, ownsAll } from '../../db/rules.ts';
import type { RuleTerms } from '../../policies/approval.ts';
import type { OrganizationId, RuleId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours } from './change.ts';

/** Authorizes or refuses, under the guard: a refusal may be what locks everybody out. */
export const writeRule = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: Actor; readonly terms: RuleTerms },
): Promise<Changed<RuleId>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at, by }) => {
      const { effect, conditions } = given.terms;
      if (!(await ownsAll(transaction, organizationId, conditions))) throw new NotYours();
      const createdBy = by === 'operator' || by === 'system' ? null : by;
      const id = await addRule(transaction, {
        ...given.terms,
        organizationId,
        origin: 'console',
        createdBy,
        at,
      });
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'rule.added',
        subject: conditions.userId ?? 'organization',
        // The rule says the rest, for as long as those that it names may be named.
        after: { ruleId: id, effect },
        at,
      });
      return id;
    },
  });

/** Ends a rule: an authorization that was somebody's only way in may not be. */
export const endRule = (
  needs: ActNeeds,
  given: { readonly organizationId: OrganizationId; readonly by: Actor; readonly ruleId: RuleId },
): Promise<Changed<void>> =>
  change(needs, {
    ...given,
    act: async ({ transaction, padlock: { organizationId }, at, by }) => {
      const ended = await endRuleRow(transaction, { id: given.ruleId, organizationId, at });
      if (!ended) throw new NotYours();
      await writeJournal(transaction, {
        organizationId,
        actor: by,
        action: 'rule.ended',
        subject: 'organization',
        before: { ruleId: given.ruleId },
        after: {},
        at,
      });
    },
  });
