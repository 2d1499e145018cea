import type { Context } from 'koa';
import type Provider from 'oidc-provider';
import { interactionOver } from '../http/problems.ts';
import { routes } from '../oidc/routes.ts';

export type Interaction = InstanceType<Provider['Interaction']>;
export type Session = InstanceType<Provider['Session']>;

export const interactionPath = (uid: string, step?: string): string =>
  step === undefined ? `/connexion/${uid}` : `/connexion/${uid}/${step}`;

/** The interaction of this page, when this browser is the one that it began in. */
export async function loadInteraction(provider: Provider, ctx: Context, uid: string): Promise<Interaction> {
  if (ctx.cookies.get(provider.cookieName('interaction'), { signed: true }) !== uid) throw interactionOver();
  const interaction = await provider.Interaction.find(uid);
  if (!interaction) throw interactionOver();
  return interaction;
}

/** The session of this browser's cookie, were it ended meanwhile. */
export const loadSession = (provider: Provider, ctx: Context): Promise<Session> =>
  provider.Session.get(ctx as Parameters<typeof provider.Session.get>[0]); // the library reads no more of it than any Koa context has

/**
 * Stores what this step found and says where the request goes on.
 * The library applies a `login` again at each resume: it is kept only as long as it is this session's, with the session's own time.
 */
export async function finish(
  interaction: Interaction,
  session: Session | undefined,
  result: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { login: earlier, ...rest } = interaction.lastSubmission ?? {};
  const login =
    earlier && session?.accountId
      ? { login: { accountId: session.accountId, ts: session.loginTs, remember: !session.transient } }
      : {};
  interaction.result = 'error' in result ? result : { ...rest, ...login, ...result };
  await interaction.persist();
  return interaction.returnTo;
}

/** The session that this interaction was made with is still the browser's. */
export const sameSession = (interaction: Interaction, session: Session): boolean =>
  interaction.session?.uid === undefined || interaction.session.uid === session.uid;

/** The same request from its start, as the application first made it. */
export function restartAddress(provider: Provider, interaction: Interaction): string {
  const address = new URL(`${provider.issuer}${routes.authorization}`);
  for (const [name, value] of Object.entries(interaction.params))
    if (typeof value === 'string' || typeof value === 'number') address.searchParams.set(name, String(value));
  return address.href;
}
