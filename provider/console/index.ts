import Router from '@koa/router';
import type { Context } from 'koa';
import { readPendingRequests } from '../../db/approval-requests.ts';
import { readOrganization } from '../../db/organizations.ts';
import { readRequestContexts } from '../../db/request-context.ts';
import { linkNeedsWaiterWithin } from '../../policies/approval.ts';
import { pendingPage } from '../../views/index.ts';
import type { Frame } from '../../views/model.ts';
import { form } from '../http/forms.ts';
import { notFound, Problem } from '../http/problems.ts';
import { issuerPath, routes } from '../oidc/routes.ts';
import type { DescribeIn } from '../rules/index.ts';
import { type ConsoleNeeds, finishSignIn, signedInAdministrator, signOut, startSignIn } from './sessions.ts';

export { type ConsoleNeeds, signedInAdministrator } from './sessions.ts';

export const signInHref = (returnTo: string): string =>
  `/reglages/connexion?${new URLSearchParams({ retour: returnTo })}`;

interface PageNeeds extends ConsoleNeeds {
  readonly publicOrigin: string;
  readonly frame: (ctx: Context) => Frame;
  readonly describeIn: DescribeIn;
}

/** `/reglages`, until the console comes: who waits, for an administrator. */
export function consoleRoutes(needs: PageNeeds): Router {
  return new Router({ prefix: '/reglages' })
    .get('/', (ctx) => showPending(ctx, needs))
    .get('/connexion', (ctx) => startSignIn(ctx, needs))
    .get('/retour', (ctx) => finishSignIn(ctx, needs))
    .get('/refus', () => {
      throw new Problem('not-found', 403);
    })
    .post('/deconnexion', form(needs.publicOrigin), async (ctx) => {
      await signOut(ctx, needs);
      ctx.status = 303;
      ctx.redirect(`${issuerPath}${routes.end_session}?client_id=${needs.application.id}`);
    });
}

async function showPending(ctx: Context, needs: PageNeeds): Promise<void> {
  const administrator = await signedInAdministrator(ctx, needs);
  if (!administrator) return ctx.redirect(signInHref('/reglages'));
  const { organizationId, firstName } = administrator;
  const organization = await readOrganization(needs.database, organizationId);
  if (!organization) throw notFound();
  const pending = await readPendingRequests(needs.database, organizationId, needs.now());
  const about = await readRequestContexts(
    needs.database,
    pending.map(({ id }) => id),
  );
  const describe = await needs.describeIn(organizationId);
  ctx.body = pendingPage({
    frame: needs.frame(ctx),
    organizationName: organization.name,
    firstName,
    logoutAction: '/reglages/deconnexion',
    requests: pending.flatMap((request) => {
      const one = about.get(request.id);
      if (!one) return [];
      const { usedWith, where } = describe(one);
      return [
        {
          href: `/demandes/${request.id}`,
          personName: `${one.person.givenName} ${one.person.familyName}`,
          applicationName: one.applicationName,
          usedWith,
          where,
          openedAt: { at: request.openedAt, now: needs.now(), timeZone: organization.timeZone },
          page: needs.now() - request.lastWaitedAt <= linkNeedsWaiterWithin ? 'open' : 'closed',
        } as const,
      ];
    }),
  });
}
