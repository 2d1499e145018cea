import { closeRequest } from '../../db/closed-requests.ts';
import { seeOther } from '../http/redirect.ts';
import { finish, loadSession, restartAddress } from './interaction.ts';
import type { SignInNeeds } from './needs.ts';
import type { Step } from './step.ts';
import { findWaiter } from './wait.ts';

/** « Annuler »: nobody has to answer any more; the application learns that access was denied. */
export async function cancel(step: Step, needs: SignInNeeds): Promise<void> {
  const waiter = await findWaiter(step, needs);
  if (waiter !== 'another-browser' && waiter.latest)
    await closeRequest(needs.database, waiter.latest.id, 'cancelled');
  await backToApplication(step);
}

export async function backToApplication({ ctx, interaction }: Step): Promise<void> {
  // A session that changed meanwhile must not keep the application from its answer.
  Reflect.deleteProperty(interaction, 'session');
  const error = { error: 'access_denied', error_description: 'the sign-in was not allowed' };
  seeOther(ctx, await finish(interaction, undefined, error));
}

/** « Ce n’est pas vous? »: ends this session and starts the request again. */
export async function somebodyElse({ ctx, interaction }: Step, needs: SignInNeeds): Promise<void> {
  const session = await loadSession(needs.provider, ctx);
  if (session.accountId !== undefined) await session.destroy();
  ctx.cookies.set(needs.provider.cookieName('session'), null, { path: '/', overwrite: true });
  seeOther(ctx, restartAddress(needs.provider, interaction));
}
