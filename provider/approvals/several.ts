import type { Context } from 'koa';
import { Problem } from '../http/problems.ts';
import { offerOfOne } from './asked.ts';
import { chosenIn } from './chosen.ts';
import type { ApprovalNeeds } from './needs.ts';
import { resolveVisit, type Visit } from './resolve.ts';
import { write } from './take-answer.ts';

/**
 * What became of each: `changed` since it was shown; `code`: it needs the code; `own`: it is asked with this very browser;
 * `late`: somebody else answered, or it is no request of hers.
 */
export interface AnsweredSeveral {
  readonly done: number;
  readonly changed: number;
  readonly code: number;
  readonly own: number;
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
    // One request of one administrator: the gate decides on her once, and each act checks her role again.
    const administrator = needs.signedIn(ctx);
    const once: ApprovalNeeds = { ...needs, signedIn: () => administrator };
    const became: AnsweredOne[] = [];
    for (const one of chosen) became.push(await answerOne(ctx, once, answer, one));
    const count = (what: AnsweredOne) => became.filter((one) => one === what).length;
    return {
      done: count('done'),
      changed: count('changed'),
      code: count('code'),
      own: count('own'),
      late: count('late'),
    };
  };

type AnsweredOne = keyof AnsweredSeveral;

async function answerOne(
  ctx: Context,
  needs: ApprovalNeeds,
  answer: 'approve' | 'refuse',
  { id, shown }: AnswerSeveralGiven['chosen'][number],
): Promise<AnsweredOne> {
  const visit = await visitOf(ctx, needs, id);
  if (visit === 'none' || visit.proof.kind !== 'session') return 'late';
  if (visit.may === 'own-browser') return 'own';
  if (visit.may !== 'ok') return 'late';
  const offer = await offerOfOne(needs, visit.request);
  if (offer?.shown !== shown) return 'changed';
  if (answer === 'approve' && offer.risky) return 'code';
  return (await write(needs, visit, answer, chosenIn({}))) === 'done' ? 'done' : 'late';
}

/** What is not found is one of several that was not answered, whatever it was. */
async function visitOf(ctx: Context, needs: ApprovalNeeds, id: string): Promise<Visit | 'none'> {
  try {
    const visit = await resolveVisit(ctx, needs, id);
    return visit === 'sign-in' ? 'none' : visit;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return 'none';
    throw error;
  }
}
