import { readNamesIn } from '../../../db/names.ts';
import { findListedRule, type ListedRule } from '../../../db/rule-list.ts';
import type { RuleTerms } from '../../../policies/approval.ts';
import type { RuleDraft, RulePage } from '../../../views/console/rules/model.ts';
import { rulePage } from '../../../views/index.ts';
import { rulesHref } from '../../../views/places.ts';
import type { Fields } from '../../http/forms.ts';
import { notFound } from '../../http/problems.ts';
import { isId } from '../ids.ts';
import { meanwhileIn } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { choicesFor } from './choices.ts';
import { draftIn, draftOf, fieldsOf } from './draft.ts';
import { goneIn } from './owned.ts';
import { previewOf } from './preview.ts';
import { type ReadTerms, termsIn } from './terms.ts';
import { ruleHref, tellRules } from './told.ts';

export const newHref = `${rulesHref}/nouvelle`;

/** A new rule: the form, and once asked what it would change, the sentence above it. */
export async function showNewRule(visit: Visit): Promise<void> {
  const query = queryOf(visit);
  // Nobody has chosen yet: a form that was sent says which.
  const draft = draftIn(query.step === undefined ? { effect: 'allow', ...query } : query);
  visit.ctx.body = rulePage(await pageOf(visit, 'new', draft));
}

/** A rule that is there: what it says, where it comes from, and the same form; one that is over is only told. */
export async function showRule(visit: Visit): Promise<void> {
  const listed = await ruleAsked(visit);
  const query = queryOf(visit);
  const draft = query.step === undefined ? draftOf(listed.rule, visit.padlock.timeZone) : draftIn(query);
  visit.ctx.body = rulePage(await pageOf(visit, listed, draft));
}

/** Another organization's rule is answered like one that does not exist. */
export async function ruleAsked({ ctx, needs, padlock, at }: Visit): Promise<ListedRule> {
  const { organizationId } = padlock;
  const id: unknown = ctx.params.rule;
  const listed = isId(id) ? await findListedRule(needs.database, { organizationId, id, at }) : undefined;
  if (!listed) throw notFound();
  return listed;
}

/** What a form asked by GET: a field sent twice, or in another shape, was not sent. */
function queryOf({ ctx }: Visit): Fields {
  return Object.fromEntries(
    Object.entries(ctx.query).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value.replaceAll('\0', '')]] : [],
    ),
  );
}

async function pageOf(
  visit: Visit,
  listed: ListedRule | 'new',
  draft: RuleDraft,
): Promise<Parameters<typeof rulePage>[0]> {
  const { ctx, at } = visit;
  const { fait } = ctx.query;
  const [told] = listed === 'new' ? [] : await tellRules(visit, [listed]);
  const living = listed === 'new' || listed.overAt === 'living';
  const stale = fait === 'stale';
  return {
    shell: await visit.shell('rules'),
    told: told ?? 'new',
    result: resultIn(fait),
    meanwhile: stale ? await meanwhileIn(visit) : 'none',
    anewHref: stale && ctx.query.step !== undefined ? previewHref(newHref, draftIn(queryOf(visit))) : 'none',
    action: listed === 'new' ? newHref : ruleHref(listed.rule.id),
    endAction: listed !== 'new' && living ? `${ruleHref(listed.rule.id)}/retirer` : 'none',
    backHref: rulesHref,
    madeAt: at,
    form: living ? await formOf(visit, listed, draft) : 'none',
  };
}

function resultIn(fait: unknown): RulePage['result'] {
  return fait === 'locks-out' || fait === 'locks-you-out' || fait === 'not-seen' || fait === 'nothing-new'
    ? fait
    : 'none';
}

async function formOf(visit: Visit, listed: ListedRule | 'new', draft: RuleDraft): Promise<RulePage['form']> {
  const { needs, padlock } = visit;
  const { organizationId, policyVersion } = padlock;
  const before = listed === 'new' ? 'none' : listed.rule;
  const checked = await checkedTerms(visit, draft, before);
  const terms = checked.kind === 'terms' ? [checked.terms] : [];
  const names = await readNamesIn(needs.database, organizationId, terms);
  const rulebook = await needs.rulebookOf(organizationId, policyVersion);
  const asked = visit.ctx.query.step === 'preview';
  const ends = listed === 'new' ? 'none' : listed.rule.id;
  return {
    draft,
    timeZone: padlock.timeZone,
    choices: await choicesFor(visit, { draft, read: checked, names, rulebook }),
    faults: asked ? faultsOf(visit, checked) : [],
    preview:
      asked && checked.kind === 'terms'
        ? await previewOf(visit, { terms: checked.terms, ends, names, rulebook })
        : 'none',
  };
}

/** « everyone »: it was saved without the tick that it asks for. */
function faultsOf({ ctx }: Visit, checked: ReadTerms) {
  if (checked.kind === 'faults') return checked.faults;
  return ctx.query.fait === 'everyone' ? [{ field: 'everyone', kind: 'everyone' } as const] : [];
}

/** What the form means, with all that it names looked for among the organization's own. */
export async function checkedTerms(
  visit: Visit,
  draft: RuleDraft,
  before: RuleTerms | 'none',
): Promise<ReadTerms> {
  const read = termsIn(draft, { timeZone: visit.padlock.timeZone, now: visit.at, before });
  if (read.kind === 'faults') return read;
  const [first, ...more] = await goneIn(visit, read.terms, before);
  return first ? { kind: 'faults', faults: [first, ...more] } : read;
}

export const previewHref = (
  address: string,
  draft: RuleDraft,
  said: Readonly<Record<string, string>> = {},
): string => `${address}?${new URLSearchParams({ ...fieldsOf(draft), step: 'preview', ...said })}`;
