import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ApplicationId, Gate } from '../../policies/facts.ts';

/** An OIDC client, with what Cadenas adds to it. */
export interface Application {
  readonly id: ApplicationId;
  readonly name: string;
  readonly gate: Gate;
  /** The role without which nobody enters. */
  readonly role: string | 'any';
  readonly kind: 'web' | 'native';
  /** Undefined for public clients. */
  readonly secret: string | undefined;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** For CORS. */
  readonly origins: readonly string[];
}

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'must be lower case letters, digits and hyphens');

/** As it is written and as a browser reads it: without spaces or control characters, which browsers drop. */
const isAddress = (text: string): boolean => {
  if (!URL.canParse(text) || /[*#\s\p{Cc}]/u.test(text)) return false;
  const { protocol, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (isWeb(text)) return text.toLowerCase().startsWith(`${protocol}//`);
  return !/^(javascript|vbscript|data|file|blob|about|filesystem):$/.test(protocol);
};
const isWeb = (text: string): boolean => /^https?:$/.test(new URL(text).protocol);
const isLoopback = (text: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname);

const address = z.string().refine(isAddress, 'must be an absolute address without *, # or a password');
const origin = z
  .string()
  .refine(
    (text) => isAddress(text) && new URL(text).origin === text,
    'must be an origin such as https://a.test',
  );

const shape = z.strictObject({
  id,
  name: z.string().min(1).max(80),
  gate: z.enum(['enforced', 'exempt']),
  role: z.string().min(1).max(40).default('any'),
  kind: z.enum(['web', 'native']).default('web'),
  secret: z.string().min(32).optional(),
  redirectUris: z.array(address).min(1),
  postLogoutRedirectUris: z.array(address).default([]),
  origins: z.array(origin).default([]),
});

/** What `oidc-provider` would refuse at the first sign-in (RFC 8252, sections 7.1 to 7.3). */
const written = shape.superRefine(({ kind, redirectUris }, context) => {
  for (const [index, uri] of redirectUris.entries()) {
    if (!isAddress(uri)) continue;
    const returns = kind === 'web' ? isWeb(uri) : !uri.toLowerCase().startsWith('http:') || isLoopback(uri);
    const message =
      kind === 'web' ? 'a web application returns to https://' : 'http:// leads to this machine only';
    if (!returns) context.addIssue({ code: 'custom', path: ['redirectUris', index], message });
  }
});

export class ApplicationsFault extends Error {}

/** The list in `APPLICATIONS_FILE`; every fault is reported at once. */
export function readApplications(file: string, known: readonly Application[]): readonly Application[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ApplicationsFault(`\`APPLICATIONS_FILE\` cannot be read: ${whyUnreadable(error)}`);
  }
  const parsed = z.array(written).safeParse(content);
  if (!parsed.success)
    throw new ApplicationsFault(
      parsed.error.issues
        .map((issue) => `\`APPLICATIONS_FILE\` ${issue.path.join('.')}: ${issue.message}`)
        .join('\n'),
    );
  const taken = new Set<string>(known.map(({ id }) => id));
  for (const { id } of parsed.data) {
    if (taken.has(id))
      throw new ApplicationsFault(
        `\`APPLICATIONS_FILE\` has two applications named \`${id}\`, or one of ours`,
      );
    taken.add(id);
  }
  return parsed.data.map((one) => ({ ...one, id: one.id as ApplicationId, secret: one.secret })); // branded here, where it is parsed
}

/** The parser quotes what it stumbles over, which may be a secret: only the place is said. */
function whyUnreadable(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return error instanceof SyntaxError
    ? ['it is not JSON', ...(/\(line \d+ column \d+\)/.exec(said) ?? [])].join(' ')
    : said;
}

/** Our own applications, which no file may redefine. */
export function ownApplications(publicUrl: URL): readonly Application[] {
  const own = (name: string, path: string, gate: Gate, role: string | 'any'): Application => ({
    id: path as ApplicationId, // branded here, where it is made
    name,
    gate,
    role,
    kind: 'web',
    secret: undefined,
    redirectUris: [new URL(`/${path}/retour`, publicUrl).href],
    postLogoutRedirectUris: [new URL(`/${path}`, publicUrl).href],
    origins: [],
  });
  return [
    own('Réglages', 'reglages', 'enforced', 'administration'),
    own('Mon compte', 'compte', 'members', 'any'),
  ];
}

/** The Amisgest family as the demonstration knows it: every return leads to `/demo`. */
export function demoApplications(publicUrl: URL, secretOf: (id: string) => string): readonly Application[] {
  const demo = new URL('/demo/', publicUrl).href;
  const one = (name: string, more: Partial<Application> & { readonly id: ApplicationId }): Application => ({
    name,
    gate: 'enforced',
    role: 'any',
    kind: 'web',
    secret: undefined,
    redirectUris: [`${demo}${more.id}/retour`],
    postLogoutRedirectUris: [demo],
    origins: [],
    ...more,
  });
  const named = (id: string) => id as ApplicationId; // branded here, where it is made
  return [
    one('Amisgest SDG', { id: named('amisgest-sdg'), secret: secretOf('amisgest-sdg') }),
    one('Amisgest mobile', {
      id: named('amisgest-mobile'),
      kind: 'native',
      redirectUris: ['com.amisgest.mobile:/retour', `${demo}amisgest-mobile/retour`],
    }),
    one('Amisgest Bureau', {
      id: named('amisgest-bureau'),
      kind: 'native',
      redirectUris: ['http://127.0.0.1/callback', `${demo}amisgest-bureau/retour`],
    }),
    one('Portail Parents', { id: named('portail-parents'), gate: 'exempt' }),
    one('Cahier de Communication', { id: named('cahier-de-communication'), gate: 'exempt' }),
    one('Journal de Bord À Petits Pas', { id: named('journal-de-bord'), gate: 'exempt' }),
  ];
}
