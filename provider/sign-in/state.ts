import type { Context } from 'koa';
import type { MembershipSituation, Situation } from '../../db/situation.ts';
import type { Application } from '../oidc/applications.ts';
import type { Judgement } from './gate.ts';
import type { Observed } from './observe.ts';

/** `choose`: several organizations, none chosen. `change`: another is asked for than this session's. */
export type ChosenMembership = MembershipSituation | 'none' | 'choose' | 'change';

/** What one authorization request has found out so far; it lives as long as the request. */
export interface SignInState {
  readonly observed: Observed;
  readonly application: Application;
  readonly situation: Situation;
  membership?: ChosenMembership;
  judgement?: Promise<Judgement>;
}

export const signInState = (ctx: Context): SignInState | undefined => ctx.state.signIn;

export function setSignInState(ctx: Context, state: SignInState): void {
  ctx.state.signIn = state;
}
