import type { Context } from 'koa';
import { shownOf } from './cards.ts';
import { chosenIn } from './chosen.ts';
import { isAtRisk } from './errors.ts';
import type { ApprovalNeeds } from './needs.ts';
import { resolveVisit } from './resolve.ts';
import { write } from './take-answer.ts';

/** What became of each: `changed` since it was shown, `code`: it needs the code, `late`: somebody else answered. */
export interface AnsweredSeveral {
  readonly done: number;
  readonly changed: number;
  readonly code: number;
  readonly late: number;
}

export interface AnswerSeveralGiven {
  readonly answer: 'approve' | 'refuse';
  readonly chosen: readonly { readonly id: string; readonly shown: string }[];
}

export type AnswerSeveral = (ctx: Context, given: AnswerSeveralGiven) => Promise<AnsweredSeveral>;

/** Answers what was looked at, one after the other, each as it was shown and as it was proposed; whoever fails stops nobody else. */
export const createAnswerSeveral =
  (needs: ApprovalNeeds): AnswerSeveral =>
  async (ctx, { answer, chosen }) => {
    const became: AnsweredOne[] = [];
    for (const one of chosen) became.push(await answerOne(ctx, needs, answer, one));
    const count = (what: AnsweredOne) => became.filter((one) => one === what).length;
    return { done: count('done'), changed: count('changed'), code: count('code'), late: count('late') };
  };

type AnsweredOne = keyof AnsweredSeveral;

async function answerOne(
  ctx: Context,
  needs: ApprovalNeeds,
  answer: 'approve' | 'refuse',
  { id, shown }: AnswerSeveralGiven['chosen'][number],
): Promise<AnsweredOne> {
  const visit = await resolveVisit(ctx, needs, id);
  if (visit === 'sign-in' || visit.proof.kind !== 'session' || visit.may !== 'ok') return 'late';
  if (shownOf(visit.request) !== shown) return 'changed';
  if (answer === 'approve' && (await isAtRisk(needs, visit.request))) return 'code';
  return (await write(needs, visit, answer, chosenIn({}))) === 'done' ? 'done' : 'late';
}
