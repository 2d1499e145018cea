import type { RuleTerms } from '../../../policies/approval.ts';
import type { RuleDraft } from '../../../views/console/rules/model.ts';
import { rulesHref } from '../../../views/places.ts';
import {
  type Changed,
  changeRule,
  endRule,
  type RuleWritten,
  undoRule,
  writeRule,
} from '../../acts/index.ts';
import { type Fields, fields } from '../../http/forms.ts';
import { notFound } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import { acting, nothingDone } from '../acting.ts';
import { isId } from '../ids.ts';
import { sinceUndoable } from '../meanwhile.ts';
import type { Visit } from '../visit.ts';
import { draftIn } from './draft.ts';
import { checkedTerms, newHref, previewHref, ruleAsked } from './form.ts';
import { fingerprintOf } from './preview.ts';
import { ruleHref } from './told.ts';
import { isForEveryone } from './warnings.ts';

export async function saveNewRule(visit: Visit): Promise<void> {
  const draft = draftIn(fields(visit.ctx));
  const terms = await termsToSave(visit, newHref, draft, 'none');
  if (terms === 'not-yet') return;
  const changed = await writeRule(visit.needs.acts, { ...(await acting(visit)), terms });
  answer(visit, changed, 'added', (fait) => previewHref(newHref, draft, { fait }));
}

/** The rule as it was ends, and the one that was read begins: nothing when they say the same. */
export async function saveRule(visit: Visit): Promise<void> {
  const { rule } = await ruleAsked(visit);
  const here = ruleHref(rule.id);
  const draft = draftIn(fields(visit.ctx));
  const terms = await termsToSave(visit, here, draft, rule);
  if (terms === 'not-yet') return;
  if (fingerprintOf(terms) === fingerprintOf(rule))
    return seeOther(visit.ctx, `${here}?${new URLSearchParams({ fait: 'nothing-new' })}`);
  const changed = await changeRule(visit.needs.acts, { ...(await acting(visit)), ruleId: rule.id, terms });
  if (changed.kind === 'stale')
    return seeOther(visit.ctx, previewHref(here, draft, { fait: 'stale', depuis: since(fields(visit.ctx)) }));
  answer(visit, changed, 'changed', (fait) => previewHref(here, draft, { fait }));
}

export async function retireRule(visit: Visit): Promise<void> {
  const { rule } = await ruleAsked(visit);
  const changed = await endRule(visit.needs.acts, { ...(await acting(visit)), ruleId: rule.id });
  const here = ruleHref(rule.id);
  // It was there on the page, and somebody else has ended it since.
  if (changed.kind === 'not-yours')
    return seeOther(
      visit.ctx,
      `${here}?${new URLSearchParams({ fait: 'stale', depuis: since(fields(visit.ctx)) })}`,
    );
  answer(visit, changed, 'ended', (fait) => `${here}?${new URLSearchParams({ fait })}`);
}

export async function undoLast(visit: Visit): Promise<void> {
  const { ctx, needs } = visit;
  const entryId: unknown = ctx.params.entry;
  if (!isId(entryId)) throw notFound();
  const changed = await undoRule(needs.acts, { ...(await acting(visit)), entryId });
  if (changed.kind === 'not-yours') throw notFound();
  const said = changed.kind === 'done' ? 'undone' : nothingDone(changed);
  seeOther(ctx, `${rulesHref}?${new URLSearchParams({ fait: said, ...sinceUndoable(visit) })}`);
}

/** Nothing is written that was not read: whatever has to be mended, ticked or read again first is shown, filled in. */
async function termsToSave(
  visit: Visit,
  address: string,
  draft: RuleDraft,
  before: RuleTerms | 'none',
): Promise<RuleTerms | 'not-yet'> {
  const posted = fields(visit.ctx);
  const again = (said: Readonly<Record<string, string>>): 'not-yet' => {
    seeOther(visit.ctx, previewHref(address, draft, said));
    return 'not-yet';
  };
  const checked = await checkedTerms(visit, draft, before);
  if (checked.kind === 'faults') return again({});
  if (posted.seen !== fingerprintOf(checked.terms)) return again({ fait: 'not-seen' });
  if (isForEveryone(checked.terms) && posted.everyone !== 'yes') return again({ fait: 'everyone' });
  return checked.terms;
}

function answer(
  { ctx }: Visit,
  changed: Changed<RuleWritten>,
  fait: 'added' | 'changed' | 'ended',
  nothingHref: (fait: string) => string,
): void {
  if (changed.kind === 'not-yours') throw notFound();
  const doneHref = (annuler: string) => `${rulesHref}?${new URLSearchParams({ fait, annuler })}`;
  seeOther(
    ctx,
    changed.kind === 'done' ? doneHref(changed.result.entryId) : nothingHref(nothingDone(changed)),
  );
}

/** When the page was made that this was posted from. */
const since = ({ depuis = '' }: Fields): string => (/^\d{1,15}$/.test(depuis) ? depuis : '0');
