import { continueAsPage } from '../../views/index.ts';
import { interactionOver } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { finish, interactionPath, loadSession } from './interaction.ts';
import type { SignInNeeds } from './needs.ts';
import { frameOfStep, type Step } from './step.ts';

/** « Continuer comme Julie? / Quelqu’un d’autre »: asked at each authorization on a shared device. */
export async function showContinueAs(step: Step, needs: SignInNeeds): Promise<void> {
  const { interaction, ctx } = step;
  const situation =
    interaction.session && (await needs.gate.recall(interaction.session.accountId, needs.gate.observe(ctx)));
  if (!situation) throw interactionOver();
  ctx.body = continueAsPage({
    frame: frameOfStep(step, needs),
    action: interactionPath(step.uid, 'continuer'),
    notYouAction: interactionPath(step.uid, 'quelquun-dautre'),
    firstName: situation.givenName,
    applicationName: step.application.name,
  });
}

export async function continueAs({ ctx, interaction }: Step, needs: SignInNeeds): Promise<void> {
  seeOther(ctx, await finish(interaction, await loadSession(needs.provider, ctx), { continue: {} }));
}

/** Only the shared device asks; anything else in the prompt `login` wants the password. */
export const asksWhoContinues = ({ interaction }: Step): boolean =>
  interaction.prompt.reasons.length === 1 && interaction.prompt.reasons[0] === 'shared_device';
