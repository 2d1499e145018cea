/** Keycloak's layout below the realm's address, so that its libraries find their way. */
export const issuerPath = '/realms/amisgest';

const protocol = '/protocol/openid-connect';

export const routes = {
  authorization: `${protocol}/auth`,
  token: `${protocol}/token`,
  userinfo: `${protocol}/userinfo`,
  end_session: `${protocol}/logout`,
  jwks: `${protocol}/certs`,
  introspection: `${protocol}/token/introspect`,
  revocation: `${protocol}/revoke`,
  pushed_authorization_request: `${protocol}/ext/par/request`,
} as const;
