import type { Context, Middleware } from 'koa';
import type { Frame } from '../../views/model.ts';
import { interactionOver } from '../http/problems.ts';
import { allowReturnTo } from '../http/security.ts';
import type { Application } from '../oidc/applications.ts';
import { type Interaction, interactionPath, loadInteraction } from './interaction.ts';
import type { SignInNeeds } from './needs.ts';

/** One page or form of a sign-in: the interaction it belongs to and the application that waits for it. */
export interface Step {
  readonly ctx: Context;
  readonly uid: string;
  readonly interaction: Interaction;
  readonly application: Application;
}

/** Wraps a step in what every one of them checks first: the interaction is alive, and it is this browser's. */
export const asStep =
  (needs: SignInNeeds, take: (step: Step, needs: SignInNeeds) => Promise<void>): Middleware =>
  async (ctx) => {
    const uid: string = ctx.params.uid;
    const interaction = await loadInteraction(needs.provider, ctx, uid);
    const application = needs.applicationOf(interaction.params.client_id);
    if (!application) throw interactionOver();
    allowReturnTo(ctx, interaction.params.redirect_uri);
    await take({ ctx, uid, interaction, application }, needs);
  };

/** From the answer to a form, too, the other language leads back to the page itself. */
export function frameOfStep({ ctx, uid, interaction }: Step, needs: SignInNeeds): Frame {
  const frame = needs.frame(ctx, interaction.params.ui_locales);
  return {
    ...frame,
    otherLanguageHref: `${interactionPath(uid)}?lang=${frame.language === 'fr' ? 'en' : 'fr'}`,
  };
}
