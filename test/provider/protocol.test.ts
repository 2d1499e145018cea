import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type OpenHouse, openHouse } from '../support/house.ts';
import { dialects } from '../support/postgres.ts';
import { rawBrowser } from '../support/raw-http.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import {
  approvalLink,
  attempt,
  checkCode,
  go,
  password,
  people,
  realm,
  redeem,
  refresh,
  returned,
  signIn,
} from '../support/walk.ts';

interface Scene {
  home: OpenHouse;
  mail: MailServer;
}

const atDemo = ({ pathname }: URL): boolean => pathname.startsWith('/demo/');

for (const dialect of dialects) {
  const test = suite<Scene>(`the protocol, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.mail = await startMailServer();
    scene.home = await openHouse(dialect, { SMTP_URL: scene.mail.url });
  });
  test.after(async (scene) => {
    await scene.home.close();
    await scene.mail.close();
  });

  const discover = (url: string) =>
    client.discovery(new URL(`${url}/realms/amisgest`), 'amisgest-mobile', undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
  /** Olivier, a parent, meets no gate: what follows is about tokens alone. */
  const tokensOfOlivier = async (url: string) => {
    const tried = attempt(url, 'portail-parents');
    const code = returned(await signIn(rawBrowser(), tried, people.olivier))?.get('code') ?? '';
    return { tried, code, tokens: await (await redeem(url, tried, code)).json() };
  };

  test('an application built with openid-client takes Nadia through the pause to userinfo, refresh and logout', async (scene) => {
    const { url } = scene.home;
    const configuration = await discover(url);
    const redirectUri = `${url}/demo/amisgest-mobile/retour`;
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const nadia = rawBrowser();
    const login = await nadia.follow(await nadia.get(address.href));
    const waiting = await nadia.follow(
      await nadia.submit(login, { fill: { username: people.nadia, password } }),
    );
    const link = await approvalLink(scene.mail, people.marc, 'Nadia');
    await rawBrowser().post(link, { answer: 'approve', code: checkCode(waiting) });
    const back = await nadia.follow(await nadia.get(waiting.url), atDemo);
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    };
    const tokens = await client.authorizationCodeGrant(configuration, new URL(back.location ?? ''), checks);
    const subject = tokens.claims()?.sub ?? '';
    const userinfo = await client.fetchUserInfo(configuration, tokens.access_token, subject);
    assert.is(userinfo.preferred_username, people.nadia);
    assert.equal(userinfo.realm_access, { roles: ['educator'] }, 'her staff roles, not those of a parent');
    const fresh = await client.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    assert.is.not(fresh.refresh_token, tokens.refresh_token);
    const logout = client.buildEndSessionUrl(configuration, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${url}/demo/`,
      state: 'bye',
    });
    const out = await nadia.get(logout.href);
    assert.is(out.location, `${url}/demo/?state=bye`);
    assert.is((await refresh(url, 'amisgest-mobile', fresh.refresh_token ?? '')).status, 400);
  });

  test('discovery stands where OpenID Connect and RFC 8414 look for it, laid out like Keycloak', async ({
    home: { url },
  }) => {
    const connect = await (await fetch(`${url}/realms/amisgest/.well-known/openid-configuration`)).json();
    const oauth = await (await fetch(`${url}/.well-known/oauth-authorization-server/realms/amisgest`)).json();
    assert.equal(oauth, connect);
    assert.is(connect.issuer, `${url}/realms/amisgest`);
    const expected = {
      authorization_endpoint: 'auth',
      token_endpoint: 'token',
      userinfo_endpoint: 'userinfo',
      end_session_endpoint: 'logout',
      jwks_uri: 'certs',
      introspection_endpoint: 'token/introspect',
      revocation_endpoint: 'revoke',
      pushed_authorization_request_endpoint: 'ext/par/request',
    };
    for (const [name, path] of Object.entries(expected)) assert.is(connect[name], `${url}${realm}/${path}`);
    assert.equal(connect.code_challenge_methods_supported, ['S256']);
    assert.equal(connect.response_types_supported, ['code']);
  });

  test('Olivier’s ID token is verified with our keys, and says who he is as Keycloak would', async ({
    home: { url },
  }) => {
    const { tokens } = await tokensOfOlivier(url);
    const keys = createRemoteJWKSet(new URL(`${url}${realm}/certs`));
    const { payload, protectedHeader } = await jwtVerify(tokens.id_token, keys, {
      issuer: `${url}/realms/amisgest`,
      audience: 'portail-parents',
    });
    assert.is(protectedHeader.alg, 'ES256');
    assert.is(payload.typ, 'ID');
    assert.is(payload.azp, 'portail-parents');
    assert.equal(payload.realm_access, { roles: ['parent'] });
    assert.equal(Object.keys(Object(payload.organization)), ['arcenciel', 'papillons']);
    const { keys: published } = await (await fetch(`${url}${realm}/certs`)).json();
    assert.equal(published.map(({ alg }: { alg: string }) => alg).sort(), ['ES256', 'RS256']);
    assert.ok(published.every((key: object) => !('d' in key)));
  });

  test('a refresh token is used once: its second use ends the family, whoever has it', async ({
    home: { url },
  }) => {
    const { tokens } = await tokensOfOlivier(url);
    const second = await (await refresh(url, 'portail-parents', tokens.refresh_token)).json();
    assert.ok(second.refresh_token);
    assert.is(
      (await refresh(url, 'amisgest-mobile', second.refresh_token)).status,
      400,
      'another application’s token',
    );
    assert.is((await refresh(url, 'portail-parents', tokens.refresh_token)).status, 400);
    assert.is((await refresh(url, 'portail-parents', second.refresh_token)).status, 400);
  });

  test('a code opens once, for its application, its return address and its verifier', async ({
    home: { url },
  }) => {
    const olivier = rawBrowser();
    const code = async () => {
      const tried = attempt(url, 'portail-parents');
      const first = await go(olivier, tried);
      const answer = returned(first) ? first : await signIn(olivier, tried, people.olivier);
      return { tried, code: returned(answer)?.get('code') ?? '' };
    };
    const wrong = [
      { verifier: 'x'.repeat(43) },
      { redirectUri: `${url}/demo/journal-de-bord/retour` },
      { application: 'journal-de-bord' },
    ];
    for (const difference of wrong) {
      const { tried, code: issued } = await code();
      const answer = await redeem(url, { ...tried, ...difference }, issued);
      assert.is(answer.status, 400);
      assert.is((await answer.json()).error, 'invalid_grant');
    }
    const { tried, code: issued } = await code();
    assert.is((await redeem(url, tried, issued)).status, 200);
    assert.is((await redeem(url, tried, issued)).status, 400);
  });

  test('a pushed request pauses, continues, and is good for one code only', async (scene) => {
    const { url } = scene.home;
    const tried = attempt(url);
    const pushed = await fetch(`${url}${realm}/ext/par/request`, {
      method: 'POST',
      body: new URL(tried.address).searchParams,
    });
    assert.is(pushed.status, 201);
    const { request_uri } = await pushed.json();
    const address = `${url}${realm}/auth?${new URLSearchParams({ client_id: 'amisgest-mobile', request_uri })}`;
    const julie = rawBrowser();
    const login = await julie.follow(await julie.get(address));
    const waiting = await julie.follow(
      await julie.submit(login, { fill: { username: people.julie, password } }),
    );
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    await rawBrowser().post(link, { answer: 'approve', code: checkCode(waiting) });
    const back = returned(await julie.follow(await julie.get(waiting.url), atDemo));
    assert.is((await redeem(url, tried, back?.get('code') ?? '')).status, 200);
    const again = await julie.follow(await julie.get(address), atDemo);
    assert.is(returned(again)?.get('code') ?? undefined, undefined);
  });

  test('introspection tells the token’s own application, and revocation ends it', async ({
    home: { url },
  }) => {
    const { tokens } = await tokensOfOlivier(url);
    const ask = async (path: string, application: string) =>
      fetch(`${url}${realm}/${path}`, {
        method: 'POST',
        body: new URLSearchParams({ client_id: application, token: tokens.refresh_token }),
      });
    assert.is((await (await ask('token/introspect', 'portail-parents')).json()).active, true);
    assert.is((await ask('revoke', 'portail-parents')).status, 200);
    assert.is((await (await ask('token/introspect', 'portail-parents')).json()).active, false);
    const userinfo = await fetch(`${url}${realm}/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    assert.is(userinfo.status, 401);
  });

  test('implicit, hybrid, authorization by POST and the device flow are not to be had', async ({
    home: { url },
  }) => {
    const { address } = attempt(url);
    for (const type of ['token', 'id_token', 'code id_token']) {
      const answer = await rawBrowser().get(
        address.replace('response_type=code', `response_type=${encodeURIComponent(type)}`),
      );
      assert.match(answer.location ?? answer.text, /unsupported_response_type|unsupported response_type/);
    }
    const posted = await fetch(address.split('?')[0] ?? '', {
      method: 'POST',
      body: new URL(address).searchParams,
      redirect: 'manual',
    });
    assert.ok(posted.status >= 400);
    assert.is((await fetch(`${url}/realms/amisgest/device/auth`, { method: 'POST' })).status, 404);
  });

  test.run();
}
