import type { Situation } from '../../db/situation.ts';
import type { Application } from '../oidc/applications.ts';
import type { ChosenMembership } from './state.ts';

/** Which organization this sign-in is for. Exempt applications never ask; `scope=organization:alias` answers. */
export function membershipFor(
  situation: Situation,
  application: Application,
  asked: { readonly alias: string | undefined; readonly organizationOfSession: string | undefined },
): ChosenMembership {
  if (application.gate === 'exempt') return 'none';
  const { memberships } = situation;
  const current = memberships.find((one) => one.organizationId === asked.organizationOfSession);
  if (asked.alias !== undefined) {
    const named = memberships.find((one) => one.alias === asked.alias);
    if (!named) return 'none';
    return current && current !== named ? 'change' : named;
  }
  if (current) return current;
  return memberships.length > 1 ? 'choose' : (memberships[0] ?? 'none');
}

/** Keycloak's `organization:alias` among the scopes of a request. */
export function aliasInScope(scope: unknown): string | undefined {
  if (typeof scope !== 'string') return undefined;
  const named = scope.split(' ').find((one) => one.startsWith('organization:'));
  return named?.slice('organization:'.length);
}

/** The organization that a request names, by its scope or by the parameter kept from it. */
export const aliasAsked = (parameter: unknown): string | undefined =>
  typeof parameter === 'string' && parameter !== '' ? parameter : undefined;
