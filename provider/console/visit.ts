import type { Context, Middleware } from 'koa';
import { type Padlock, readPadlock } from '../../db/padlock.ts';
import { countPendingRequests } from '../../db/pending-requests.ts';
import type { Shell } from '../../views/console/model.ts';
import type { Moment } from '../../views/model.ts';
import type { SignedIn } from '../approvals/index.ts';
import { postedFrom } from '../http/posted-from.ts';
import { notFound } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import type { PageNeeds } from './needs.ts';
import { isOwnPath, signedInAdministrator } from './sessions.ts';

/** One administrator on one page of the console of her organization. */
export interface Visit {
  readonly ctx: Context;
  readonly needs: PageNeeds;
  readonly administrator: SignedIn;
  readonly padlock: Padlock;
  readonly at: number;
  moment(at: number): Moment;
  shell(current: Shell['current']): Promise<Shell>;
}

export const signInHref = (returnTo: string): string =>
  `/reglages/connexion?${new URLSearchParams({ retour: returnTo })}`;

/** The page that was asked for, as it was asked; or the one whose form was sent. */
function hereIn({ method, path, search }: Context): string {
  const page = method === 'POST' ? postedFrom(path) : path;
  return isOwnPath(`${page}${search}`) ? `${page}${search}` : page;
}

/** Checks first who it is, on this very request; whoever has no session signs in and comes back. */
export const visited =
  (needs: PageNeeds, show: (visit: Visit) => Promise<void>): Middleware =>
  async (ctx) => {
    const administrator = await signedInAdministrator(ctx, needs);
    if (!administrator) return seeOther(ctx, signInHref(hereIn(ctx)));
    const at = needs.now();
    const padlock = await readPadlock(needs.database, administrator.organizationId, at);
    if (!padlock) throw notFound();
    const moment = (instant: number): Moment => ({ at: instant, now: at, timeZone: padlock.timeZone });
    const shell = async (current: Shell['current']): Promise<Shell> => ({
      frame: needs.frame(ctx),
      organizationName: padlock.name,
      firstName: administrator.firstName,
      logoutAction: '/reglages/deconnexion',
      current,
      pending: await countPendingRequests(needs.database, administrator.organizationId, at),
    });
    await show({ ctx, needs, administrator, padlock, at, moment, shell });
  };
