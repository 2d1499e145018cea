import type { Parentage, Situation } from '../../db/situation.ts';
import type { OrganizationId } from '../../policies/facts.ts';
import type { Application } from './applications.ts';

/** Which claims each scope opens. Keycloak gives roles and the organization to every token: so do we. */
export const claimsByScope = {
  openid: ['sub', 'typ', 'azp', 'realm_access', 'resource_access', 'organization'],
  profile: ['preferred_username', 'given_name', 'family_name', 'name', 'locale'],
  email: ['email', 'email_verified'],
  organization: ['organization'],
  roles: ['realm_access', 'resource_access'],
};

export interface ClaimsSource {
  readonly situation: Situation;
  readonly application: Application;
  /** The one organization of the grant; none for exempt applications. */
  readonly organizationId: OrganizationId | undefined;
  readonly parentage: Parentage;
}

/** Named as Keycloak names them. Roles are those of the one organization, or `parent`; never a union. */
export function claimsOf({ situation, application, organizationId, parentage }: ClaimsSource) {
  const membership = situation.memberships.find((one) => one.organizationId === organizationId);
  const asParent = application.gate === 'exempt' || membership === undefined;
  const organizations = asParent
    ? parentage.organizations
    : [{ id: membership.organizationId, alias: membership.alias }];
  const roles = asParent ? (organizations.length > 0 ? ['parent'] : []) : membership.roles;
  return {
    sub: situation.userId,
    azp: application.id,
    preferred_username: situation.email,
    email: situation.email,
    email_verified: true,
    given_name: situation.givenName,
    family_name: situation.familyName,
    name: `${situation.givenName} ${situation.familyName}`,
    locale: situation.language === 'fr' ? 'fr-CA' : 'en-CA',
    realm_access: { roles },
    resource_access: { [application.id]: { roles } },
    organization: Object.fromEntries(organizations.map(({ id, alias }) => [alias, { id }])),
  };
}
