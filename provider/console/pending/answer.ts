import { pendingHref } from '../../../views/places.ts';
import { fields } from '../../http/forms.ts';
import { badRequest } from '../../http/problems.ts';
import { seeOther } from '../../http/redirect.ts';
import type { Visit } from '../visit.ts';
import { choicePrefix } from './show.ts';

const mostAtOnce = 50;

/** One answer to each of those that were ticked, and to no other. */
export async function answerSeveral({ ctx, needs }: Visit): Promise<void> {
  const posted = fields(ctx);
  const { answer } = posted;
  if (answer !== 'approve' && answer !== 'refuse') throw badRequest();
  const chosen = Object.entries(posted).flatMap(([name, shown]) =>
    name.startsWith(choicePrefix) ? [{ id: name.slice(choicePrefix.length), shown }] : [],
  );
  if (chosen.length > mostAtOnce) throw badRequest();
  if (chosen.length === 0) return seeOther(ctx, `${pendingHref}?fait=nothing-chosen`);
  const { done, changed, code, own, late } = await needs.answerSeveral(ctx, { answer, chosen });
  const said = {
    fait: answer === 'approve' ? 'several-approved' : 'several-refused',
    nombre: String(done),
    change: String(changed),
    code: String(code),
    ici: String(own),
    tard: String(late),
  };
  seeOther(ctx, `${pendingHref}?${new URLSearchParams(said)}`);
}
