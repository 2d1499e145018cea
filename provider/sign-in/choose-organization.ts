import { endGrantsOfOtherOrganizations } from '../../db/grants.ts';
import { organizationPage } from '../../views/index.ts';
import { fields } from '../http/forms.ts';
import { badRequest, interactionOver } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { choicesOf } from '../oidc/models.ts';
import { finish, interactionPath, loadSession } from './interaction.ts';
import type { SignInNeeds } from './needs.ts';
import { aliasAsked } from './organization.ts';
import { frameOfStep, type Step } from './step.ts';

/** « Dans quelle organisation? », the last choice first. */
export async function showOrganizations(step: Step, needs: SignInNeeds): Promise<void> {
  const { session, situation } = await signedIn(step, needs);
  const current = situation.memberships.find(
    (one) => one.organizationId === choicesOf(session).organizationId,
  );
  const alias = aliasAsked(step.interaction.params.organization);
  const offered = situation.memberships.filter((one) => alias === undefined || one.alias === alias);
  step.ctx.body = organizationPage({
    frame: frameOfStep(step, needs),
    action: interactionPath(step.uid, 'organisation'),
    notYouAction: interactionPath(step.uid, 'quelquun-dautre'),
    firstName: situation.givenName,
    applicationName: step.application.name,
    organizations: offered.map((one, index) => ({
      id: one.organizationId,
      name: one.organizationName,
      last: index === 0 && one.lastSeen !== null,
    })),
    changingFrom: current?.organizationName ?? 'none',
  });
}

/** One organization per session: changing it ends what the first one gave to gated applications, and nothing else. */
export async function chooseOrganization(step: Step, needs: SignInNeeds): Promise<void> {
  const { session, situation } = await signedIn(step, needs);
  const chosen = situation.memberships.find((one) => one.organizationId === fields(step.ctx).organization);
  if (!chosen) throw badRequest();
  const choices = choicesOf(session);
  if (choices.organizationId !== undefined && choices.organizationId !== chosen.organizationId) {
    await needs.database.transaction((transaction) =>
      endGrantsOfOtherOrganizations(transaction, session.uid, chosen.organizationId),
    );
  }
  choices.organizationId = chosen.organizationId;
  await session.persist();
  seeOther(step.ctx, await finish(step.interaction, session, { organization: {} }));
}

async function signedIn({ ctx, interaction }: Step, needs: SignInNeeds) {
  const session = await loadSession(needs.provider, ctx);
  if (session.accountId === undefined || session.accountId !== interaction.session?.accountId)
    throw interactionOver();
  const situation = await needs.gate.recall(session.accountId, needs.gate.observe(ctx));
  if (!situation) throw interactionOver();
  return { session, situation };
}
