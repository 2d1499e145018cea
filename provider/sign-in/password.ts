import { findCredentials } from '../../db/users.ts';
import { signInPage } from '../../views/index.ts';
import type { SignInError, SignInPage } from '../../views/model.ts';
import { fields } from '../http/forms.ts';
import { Problem } from '../http/problems.ts';
import { seeOther } from '../http/redirect.ts';
import { interactionPath, loadSession } from './interaction.ts';
import { type NamedBrowser, nameThisBrowser } from './name-browser.ts';
import type { SignInNeeds } from './needs.ts';
import { challengeOf, showsKey } from './proof.ts';
import { frameOfStep, type Step } from './step.ts';

interface Tried {
  readonly username: string;
  readonly error: SignInError;
}

/** The sign-in page; it says why when the password is asked again, and what was wrong with the last try. */
export async function showSignIn(step: Step, needs: SignInNeeds): Promise<void> {
  const { params, prompt } = step.interaction;
  const tried = triedIn(prompt.details);
  const hint = typeof params.login_hint === 'string' ? params.login_hint.slice(0, longestEmail) : '';
  step.ctx.body = page(step, needs, {
    username: tried?.username ?? hint,
    error: tried?.error ?? 'none',
    notice: tried ? 'none' : noticeFor(prompt.reasons),
  });
}

const longestEmail = 254;
const longestPassword = 1024;

/** Checks the password: the same statements, one hash and the same page, whether the account is unknown or the password wrong. */
export async function checkPassword(step: Step, needs: SignInNeeds): Promise<void> {
  const { username = '', password = '' } = fields(step.ctx);
  if (username.trim() === '' || password === '') return tryAgain(step, { username, error: 'incomplete' });
  if (username.length > longestEmail || password.length > longestPassword)
    return tryAgain(step, { username, error: 'mismatch' });
  const credentials = await findCredentials(needs.database, username);
  const matches = await needs.passwords.matches(credentials?.passwordHash, password).catch(busyOrThrow);
  if (matches === 'busy') {
    step.ctx.status = 503;
    step.ctx.set('Retry-After', '5');
    step.ctx.body = page(step, needs, {
      username: username.slice(0, longestEmail),
      error: 'busy',
      notice: 'none',
    });
    return;
  }
  if (!matches || !credentials) return tryAgain(step, { username, error: 'mismatch' });
  const browser = await nameThisBrowser(step, needs);
  seeOther(step.ctx, await finishLogin(step, needs, credentials.id, browser));
}

/** What was wrong is kept with the interaction: the page is got again, and Back never sends a form twice. */
async function tryAgain({ ctx, uid, interaction }: Step, { username, error }: Tried): Promise<void> {
  interaction.prompt.details.tried = { username: username.slice(0, longestEmail), error };
  await interaction.persist();
  seeOther(ctx, interactionPath(uid));
}

const triedIn = (details: Readonly<Record<string, unknown>>): Tried | undefined => {
  const { tried } = details;
  // Read from where `tryAgain` wrote it.
  return typeof tried === 'object' && tried !== null ? (tried as Tried) : undefined;
};

function busyOrThrow(error: unknown): 'busy' {
  if (error instanceof Problem && error.kind === 'busy') return 'busy';
  throw error;
}

/** Somebody else's password ends the session that was here, or the library would show its own logout page. */
async function finishLogin(
  { ctx, interaction }: Step,
  needs: SignInNeeds,
  accountId: string,
  browser: NamedBrowser,
): Promise<string> {
  const session = await loadSession(needs.provider, ctx);
  if (session.accountId !== undefined && session.accountId !== accountId) {
    await session.destroy();
    Reflect.deleteProperty(interaction, 'session');
  }
  const login = { accountId, ts: Math.floor(needs.now() / 1000), remember: !browser.shared };
  interaction.result = { ...interaction.lastSubmission, login, proof: browser.proof };
  await interaction.persist();
  return interaction.returnTo;
}

function noticeFor(reasons: readonly string[]): SignInPage['notice'] {
  if (reasons.includes('no_session')) return 'none';
  if (reasons.includes('wait_over')) return 'wait-over';
  if (reasons.includes('browser_unknown')) return 'new-browser';
  if (reasons.includes('session_over') || reasons.includes('wait_too_long')) return 'session-over';
  return 'confirm-it-is-you';
}

const page = (
  step: Step,
  needs: SignInNeeds,
  said: Pick<SignInPage, 'username' | 'error' | 'notice'>,
): string =>
  signInPage({
    ...said,
    frame: frameOfStep(step, needs),
    action: interactionPath(step.uid, 'mot-de-passe'),
    challenge: showsKey(step) ? challengeOf(step.uid) : 'none',
    applicationName: step.application.name,
    audience: step.application.gate === 'exempt' ? 'parents' : 'staff',
  });
