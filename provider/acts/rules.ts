import { writeJournal } from '../../db/journal.ts';
import { moveRequestsOfRule, readWhom } from '../../db/many-rules.ts';
import { findListedRule } from '../../db/rule-list.ts';
import { addRule as addRuleRow, endRule as endRuleRow, ownsAll } from '../../db/rules.ts';
import type { RuleTerms } from '../../policies/approval.ts';
import type { OrganizationId, RuleId, SignInFacts, UserId } from '../../policies/facts.ts';
import { type ActNeeds, type Actor, type Changed, change, NotYours, Stale, type UnderWay } from './change.ts';
import { endingWhatIsLost } from './given.ts';

interface Acting {
  readonly organizationId: OrganizationId;
  readonly by: Actor;
  /** Whoever acts, as she is here now: she does not cut herself off. */
  readonly closer?: SignInFacts;
}

export interface RuleWritten {
  readonly ruleId: RuleId;
  /** Names this act, so that it can be undone. */
  readonly entryId: string;
}

/** Authorizes or refuses, under the guard: a refusal may be what locks everybody out. */
export const writeRule = (
  needs: ActNeeds,
  given: Acting & { readonly terms: RuleTerms },
): Promise<Changed<RuleWritten>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { effect, conditions } = given.terms;
      const write = () => add(underWay, given.terms);
      // An authorization takes nothing away.
      const ruleId =
        effect === 'allow'
          ? await write()
          : await endingWhatIsLost(underWay, needs, whomOf(given.terms), write);
      const subject = conditions.userId ?? 'organization';
      // The rule says the rest, for as long as those that it names may be named.
      const after = { added: [ruleId], effect };
      return { ruleId, entryId: await tell(underWay, { action: 'rule.added', subject, after }) };
    },
  });

/** Ends a rule: an authorization that was somebody's only way in may not be. */
export const endRule = (
  needs: ActNeeds,
  given: Acting & { readonly ruleId: RuleId },
): Promise<Changed<RuleWritten>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at } = underWay;
      const { ruleId } = given;
      const ended = { id: ruleId, organizationId: padlock.organizationId, at };
      const whom = await readWhom(transaction, { ...ended, ids: [ruleId] });
      await endingWhatIsLost(underWay, needs, whom, async () => {
        if (!(await endRuleRow(transaction, ended))) throw new NotYours();
      });
      const entryId = await tell(underWay, {
        action: 'rule.ended',
        subject: 'organization',
        before: { ended: [ruleId] },
        after: {},
      });
      return { ruleId, entryId };
    },
  });

/** The old rule ends and the new one begins, in one transaction; stale when somebody has ended the old one since. */
export const changeRule = (
  needs: ActNeeds,
  given: Acting & { readonly ruleId: RuleId; readonly terms: RuleTerms },
): Promise<Changed<RuleWritten>> =>
  change(needs, {
    ...given,
    act: async (underWay) => {
      const { transaction, padlock, at } = underWay;
      const ended = { id: given.ruleId, organizationId: padlock.organizationId, at };
      const before = await findListedRule(transaction, ended);
      if (!before) throw new NotYours();
      if (before.overAt !== 'living') throw new Stale();
      const [was, becomes] = [whomOf(before.rule), whomOf(given.terms)];
      const whom = was === 'all' || becomes === 'all' ? 'all' : [...was, ...becomes];
      const ruleId = await endingWhatIsLost(underWay, needs, whom, async () => {
        await endRuleRow(transaction, ended);
        return add(underWay, given.terms);
      });
      // Whoever withdraws an approval ends the rule that it has become.
      await moveRequestsOfRule(transaction, ended.organizationId, given.ruleId, ruleId);
      const { effect, conditions } = given.terms;
      const entryId = await tell(underWay, {
        action: 'rule.changed',
        subject: conditions.userId ?? 'organization',
        before: { ended: [given.ruleId] },
        after: { added: [ruleId], effect },
      });
      return { ruleId, entryId };
    },
  });

const whomOf = ({ conditions: { userId } }: Pick<RuleTerms, 'conditions'>): readonly UserId[] | 'all' =>
  userId === undefined ? 'all' : [userId];

async function add({ transaction, padlock, at, by }: UnderWay, terms: RuleTerms): Promise<RuleId> {
  const { organizationId } = padlock;
  if (!(await ownsAll(transaction, organizationId, terms.conditions))) throw new NotYours();
  const createdBy = by === 'operator' || by === 'system' ? null : by;
  return addRuleRow(transaction, { ...terms, organizationId, origin: 'console', createdBy, at });
}

type Entry = Parameters<typeof writeJournal>[1];

const tell = (
  { transaction, padlock: { organizationId }, at, by }: UnderWay,
  told: Pick<Entry, 'action' | 'subject' | 'before' | 'after'>,
): Promise<string> => writeJournal(transaction, { ...told, organizationId, actor: by, at });
