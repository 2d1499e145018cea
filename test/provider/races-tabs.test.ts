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
  people,
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
const tabs = 6;

for (const dialect of dialects) {
  const test = suite<Scene>(`tabs that go on at once, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.mail = await startMailServer();
    scene.home = await openHouse(dialect, { SMTP_URL: scene.mail.url });
  });
  test.after.each(async (scene) => {
    await scene.home.close();
    await scene.mail.close();
  });

  const julieWaitsInTabs = async (scene: Scene) => {
    const { url } = scene.home;
    const julie = rawBrowser();
    const first = attempt(url);
    const page = await signIn(julie, first, people.julie);
    const others = Array.from({ length: tabs - 1 }, () => attempt(url));
    const pages = [page];
    for (const other of others) pages.push(await go(julie, other));
    const link = await approvalLink(scene.mail, people.sylvie, 'Julie');
    await rawBrowser().post(link, { answer: 'approve', code: checkCode(page) });
    const tries = [first, ...others];
    const answers = await Promise.all(
      pages.map(async ({ url: here }, index) => {
        await new Promise((r) => setTimeout(r, index * (dialect.name === 'sqlite' ? 8 : 8)));
        return julie.follow(await julie.get(here), atDemo);
      }),
    );
    return { julie, tries, answers };
  };

  test('Julie waits in six tabs, and all six go on at the same instant', async (scene) => {
    const { julie, answers } = await julieWaitsInTabs(scene);
    const where = answers.map((answer) =>
      returned(answer)?.get('code') ? 'in' : `${answer.status} ${answer.url.replace(/[\w-]{30,}/, 'uid')}`,
    );
    assert.equal(
      where,
      Array.from({ length: tabs }, () => 'in'),
    );
    const next = await go(julie, attempt(scene.home.url));
    assert.ok(returned(next)?.get('code'), 'she is still signed in');
  });

  test('signing out ends what every one of the tabs was given', async (scene) => {
    const { url } = scene.home;
    const { julie, tries, answers } = await julieWaitsInTabs(scene);
    const tokens = [];
    for (const [index, tried] of tries.entries()) {
      const answer = answers[index];
      const code = answer && returned(answer)?.get('code');
      if (code) tokens.push(await (await redeem(url, tried, code)).json());
    }
    assert.is(tokens.length, tabs);
    const hint = tokens[0].id_token;
    const out = await julie.get(
      `${url}/realms/amisgest/protocol/openid-connect/logout?id_token_hint=${hint}`,
    );
    assert.is(out.status, 303);
    const left = [];
    for (const { refresh_token } of tokens)
      left.push((await refresh(url, 'amisgest-mobile', refresh_token)).status);
    assert.equal(
      left,
      Array.from({ length: tabs }, () => 400),
    );
  });

  test.run();
}
