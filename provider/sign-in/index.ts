import Router from '@koa/router';
import { form } from '../http/forms.ts';
import { interactionOver } from '../http/problems.ts';
import { chooseOrganization, showOrganizations } from './choose-organization.ts';
import { asksWhoContinues, continueAs, showContinueAs } from './continue-as.ts';
import { streamState } from './events.ts';
import { backToApplication, cancel, somebodyElse } from './leave.ts';
import type { SignInNeeds } from './needs.ts';
import { checkPassword, showSignIn } from './password.ts';
import { offerKey, proveKey, showProof } from './show-key.ts';
import { asStep, type Step } from './step.ts';
import { goOn, showWait } from './wait.ts';

export { createGate, type Gate } from './gate.ts';
export { loadGrant } from './grant.ts';
export { createPasswords, type Passwords } from './hashing.ts';
export type { SignInNeeds } from './needs.ts';
export { aliasInScope } from './organization.ts';
export { prompts } from './policy.ts';
export { recordAllowed } from './record.ts';

/** One sign-in, in the order of section 4 of the design. */
export function signInRoutes(needs: SignInNeeds): Router {
  const step = (take: (step: Step, needs: SignInNeeds) => Promise<void>) => asStep(needs, take);
  const posted = form(needs.publicOrigin);
  return new Router({ prefix: '/connexion/:uid' })
    .get('/', step(showPrompt))
    .post('/mot-de-passe', posted, step(checkPassword))
    .post('/continuer', posted, step(continueAs))
    .post('/organisation', posted, step(chooseOrganization))
    .post('/preuve', posted, step(proveKey))
    .post('/cle', posted, step(offerKey))
    .get('/evenements', step(streamState))
    .get('/suite', step(goOn))
    .post('/annuler', posted, step(cancel))
    .get('/retour', step(backToApplication))
    .post('/retour', posted, step(backToApplication))
    .post('/quelquun-dautre', posted, step(somebodyElse));
}

function showPrompt(step: Step, needs: SignInNeeds): Promise<void> {
  switch (step.interaction.prompt.name) {
    case 'login':
      return asksWhoContinues(step) ? showContinueAs(step, needs) : showSignIn(step, needs);
    case 'organization':
      return showOrganizations(step, needs);
    case 'proof':
      return showProof(step, needs);
    case 'connection':
      return showWait(step, needs);
    default:
      throw interactionOver();
  }
}
