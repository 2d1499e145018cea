import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Database } from '../../db/open.ts';
import { wordsOf } from '../support/forms.ts';
import { type OpenHouse, openHouse } from '../support/house.ts';
import { dialects } from '../support/postgres.ts';
import { type Answer, type RawBrowser, rawBrowser } from '../support/raw-http.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import {
  type Attempt,
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

// One winner, always: of fifty that come at once, and round after round, since a race is lost only sometimes.
const atOnce = 50;

interface Scene {
  home: OpenHouse;
  database: Database;
  mail: MailServer;
  sylvie: RawBrowser;
  marc: RawBrowser;
}

const atDemo = ({ pathname }: URL): boolean => pathname.startsWith('/demo/');
const many = <Result>(make: (index: number) => Promise<Result>): Promise<readonly Result[]> =>
  Promise.all(Array.from({ length: atOnce }, (_, index) => make(index)));

for (const dialect of dialects) {
  const test = suite<Scene>(`races, on ${dialect.name}`);

  test.before(async (scene) => {
    scene.mail = await startMailServer();
    scene.home = await openHouse(dialect, { SMTP_URL: scene.mail.url });
    scene.database = scene.home.house.database;
    // So that both administrators have a session without anyone's approval.
    const administrators = scene
      .database('users')
      .whereIn('email', [people.sylvie, people.marc])
      .select('id');
    await scene.database('memberships').whereIn('user_id', administrators).update({ access: 'always' });
    scene.sylvie = await administrator(scene, people.sylvie);
    scene.marc = await administrator(scene, people.marc);
  });
  test.after(async (scene) => {
    await scene.home.close();
    await scene.mail.close();
  });

  test('of fifty who bring Pierre’s code at once one gets tokens, round after round', async (scene) => {
    const pierre = rawBrowser();
    const { url } = scene.home;
    await signIn(pierre, attempt(url), people.pierre);
    for (let round = 0; round < 5; round++) {
      const { tried, code } = await codeFor(pierre, url);
      const before = await tokensOf(scene, people.pierre);
      const answers = await many(() => tokenAnswer(redeem(url, tried, code)));
      assert.equal(endings(answers), { tokens: 1, invalid_grant: atOnce - 1 }, `round ${round}`);
      assert.ok(
        (await tokensOf(scene, people.pierre)) - before <= 1,
        `round ${round}: one set of tokens at most`,
      );
    }
  });

  test('of fifty who bring Pierre’s refresh token at once one gets the next, round after round', async (scene) => {
    const pierre = rawBrowser();
    const { url } = scene.home;
    await signIn(pierre, attempt(url), people.pierre);
    for (let round = 0; round < 5; round++) {
      const { tried, code } = await codeFor(pierre, url);
      const first = await tokenAnswer(redeem(url, tried, code));
      const answers = await many(() =>
        tokenAnswer(refresh(url, tried.application, first.refresh_token ?? '')),
      );
      assert.equal(endings(answers), { tokens: 1, invalid_grant: atOnce - 1 }, `round ${round}`);
    }
  });

  test('Pierre enters from ten tabs at once and signs out: what every tab was given ends', async ({
    home: { url },
  }) => {
    const pierre = rawBrowser();
    await signIn(pierre, attempt(url), people.pierre);
    const given = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const tried = attempt(url, 'amisgest-bureau');
        return { tried, code: codeIn(await go(pierre, tried)) ?? '' };
      }),
    );
    const tokens = await Promise.all(given.map(({ tried, code }) => tokenAnswer(redeem(url, tried, code))));
    assert.equal(endings(tokens), { tokens: 10 });
    const hint = tokens[0]?.id_token ?? '';
    const out = await pierre.get(`${url}${realm}/logout?id_token_hint=${hint}`);
    assert.is(out.status, 303);
    const next = await Promise.all(
      tokens.map(({ refresh_token = '' }) => tokenAnswer(refresh(url, 'amisgest-bureau', refresh_token))),
    );
    assert.equal(endings(next), { invalid_grant: 10 });
  });

  test('Sylvie approves and Marc refuses fifty times at once: one decision, and the others are told whose', async (scene) => {
    for (let round = 0; round < 4; round++) {
      const asked = await julieAsks(scene);
      const address = `${scene.home.url}/demandes/${asked.id}`;
      const answers = await many((index) =>
        index % 2
          ? answer(scene.sylvie, address, { answer: 'approve' })
          : answer(scene.marc, address, { answer: 'refuse', certain: 'yes' }),
      );
      await oneDecision(scene, asked, answers);
    }
  });

  test('so it is with the links of both mails and the code', async (scene) => {
    for (let round = 0; round < 3; round++) {
      const asked = await julieAsks(scene);
      const [sylvies, marcs] = [
        await linkFor(scene, people.sylvie, asked),
        await linkFor(scene, people.marc, asked),
      ];
      // A link carries five tries of the code: four approve with each, the others refuse.
      const answers = await many((index) =>
        answer(
          rawBrowser(),
          index % 2 ? sylvies : marcs,
          index < 8 ? { answer: 'approve', code: asked.code } : { answer: 'refuse', certain: 'yes' },
        ),
      );
      await oneDecision(scene, asked, answers);
    }
  });

  test('fifty wrong codes at once on one link are five tries, and the right one then opens nothing', async (scene) => {
    const asked = await julieAsks(scene);
    const link = await linkFor(scene, people.sylvie, asked);
    const wrong = asked.code === '123456' ? '654321' : '123456';
    await many(() => answer(rawBrowser(), link, { answer: 'approve', code: wrong }));
    const right = await answer(rawBrowser(), link, { answer: 'approve', code: asked.code });
    assert.match(wordsOf(right.text), /Ce lien ne sert plus/);
    const { attempts } = await scene
      .database('approval_links')
      .where({ approval_request_id: asked.id, id: linkId(link) })
      .first();
    assert.is(attempts, 5);
    assert.is((await requestOf(scene, asked)).status, 'pending');
  });

  test('one approval of Julie’s lets in once: of fifty requests one gets a code, the others are asked again', async (scene) => {
    for (let round = 0; round < 3; round++) {
      const asked = await julieAsks(scene);
      await approvedOnce(scene, asked);
      const tries = Array.from({ length: atOnce }, () => attempt(scene.home.url));
      const answers = await Promise.all(tries.map((tried) => go(asked.julie, tried)));
      const redeemed = await Promise.all(
        tries.map(async (tried, index) => {
          const code = codeIn(answers[index]);
          return code === undefined
            ? 'asked again'
            : endingOf(await tokenAnswer(redeem(scene.home.url, tried, code)));
        }),
      );
      assert.equal(tally(redeemed), { tokens: 1, 'asked again': atOnce - 1 }, `round ${round}`);
      const codes = answers.filter((one) => codeIn(one) === undefined).map(checkCode);
      assert.is(new Set(codes).size, 1);
      assert.is.not(codes[0], asked.code, 'another request, with a code of its own');
      assert.is(await entered(scene, asked), 1);
    }
  });

  test('fifty tabs of one interaction go on at once: one code that can be redeemed', async (scene) => {
    for (let round = 0; round < 3; round++) {
      const asked = await julieAsks(scene);
      await approvedOnce(scene, asked);
      const answers = await many(async () => {
        const resumed = await asked.julie.get(`${asked.page.url}/suite`);
        return asked.julie.follow(resumed, atDemo);
      });
      const codes = answers.flatMap((one) => codeIn(one) ?? []);
      const redeemed = await Promise.all(
        codes.map(async (code) => endingOf(await tokenAnswer(redeem(scene.home.url, asked.tried, code)))),
      );
      assert.equal(redeemed, ['tokens'], `round ${round}`);
      assert.is(await entered(scene, asked), 1);
    }
  });

  test('fifty waiting pages of Julie’s browser open at once: one request, one mail to each administrator', async (scene) => {
    for (let round = 0; round < 3; round++) {
      const julie = rawBrowser();
      const page = await go(julie, attempt(scene.home.url));
      const filled = await julie.submit(page, { fill: { username: people.julie, password } });
      const before = await pendingOfJulie(scene);
      // As far as the door of the waiting page, and not through it.
      const door = await julie.follow(filled, ({ pathname }) => pathname.startsWith('/connexion/'));
      assert.equal(await pendingOfJulie(scene), before);
      const pages = await many((index) =>
        index === 0 ? julie.get(door.location ?? '') : go(julie, attempt(scene.home.url)),
      );
      assert.is(new Set(pages.map(checkCode)).size, 1, 'the same code on every page');
      const opened = (await pendingOfJulie(scene)).filter((id) => !before.includes(id));
      assert.is(opened.length, 1, `round ${round}`);
      const approval_request_id = opened[0] ?? '';
      const notices = await scene
        .database('outbox as n')
        .join('users as u', 'u.id', 'n.user_id')
        .where({ approval_request_id })
        .orderBy('u.email')
        .select('u.email', 'n.kind');
      assert.equal(
        notices.map(({ email, kind }) => `${email} ${kind}`),
        [
          `${people.julie} connection-waiting`,
          `${people.marc} approval-requested`,
          `${people.sylvie} approval-requested`,
        ],
      );
      assert.is((await scene.database('approval_links').where({ approval_request_id })).length, 2);
      assert.is(
        (await scene.database('sign_ins').where({ approval_request_id, outcome: 'ask' })).length,
        atOnce,
      );
      const request = await scene.database('approval_requests').where({ id: approval_request_id }).first();
      assert.is(request.repeats, atOnce - 1);
    }
  });

  test.run();
}

interface Asked {
  readonly julie: RawBrowser;
  readonly tried: Attempt;
  readonly page: Answer;
  readonly code: string;
  readonly id: string;
}

async function administrator({ home }: Scene, email: string): Promise<RawBrowser> {
  const browser = rawBrowser();
  const login = await browser.follow(await browser.get(`${home.url}/reglages`));
  const console = await browser.follow(await browser.submit(login, { fill: { username: email, password } }));
  assert.is(console.status, 200, `${email} is in`);
  assert.is(new URL(console.url).pathname, '/reglages');
  return browser;
}

/** Answers, and reads the page that says what became of it. */
const answer = async (
  browser: RawBrowser,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer> => browser.follow(await browser.post(address, fields));

/** Julie in a browser that nobody has seen, as far as her waiting page. */
async function julieAsks(scene: Scene): Promise<Asked> {
  const julie = rawBrowser();
  const tried = attempt(scene.home.url);
  const before = await pendingOfJulie(scene);
  const page = await signIn(julie, tried, people.julie);
  const code = checkCode(page);
  const id = (await pendingOfJulie(scene)).find((one) => !before.includes(one));
  assert.ok(id);
  return { julie, tried, page, code, id };
}

const pendingOfJulie = async ({ database }: Scene): Promise<readonly string[]> => {
  const rows = await database('approval_requests as a')
    .join('users as u', 'u.id', 'a.user_id')
    .where({ 'u.email': people.julie, 'a.status': 'pending' })
    .select('a.id');
  return rows.map(({ id }) => id);
};

const requestOf = ({ database }: Scene, { id }: Asked) => database('approval_requests').where({ id }).first();

/** Each administrator has one mail for each of Julie's requests: the link that belongs to this one. */
async function linkFor(scene: Scene, email: string, asked: Asked): Promise<string> {
  const link = await scene
    .database('approval_links as l')
    .join('users as u', 'u.id', 'l.user_id')
    .where({ 'u.email': email, 'l.approval_request_id': asked.id })
    .first('l.id');
  const message = await scene.mail.waitFor(({ text }) => text.includes(`/demandes/${link.id}.`));
  const found = /https?:\/\/\S+\/demandes\/\S+/.exec(message.text)?.[0];
  assert.ok(found);
  return found;
}

const linkId = (link: string): string => new URL(link).pathname.split('/').at(-1)?.split('.')[0] ?? '';

async function codeFor(
  browser: RawBrowser,
  url: string,
): Promise<{ readonly tried: Attempt; readonly code: string }> {
  const tried = attempt(url);
  const code = codeIn(await go(browser, tried));
  assert.ok(code, 'he is let in');
  return { tried, code };
}

const codeIn = (answer: Answer | undefined): string | undefined =>
  (answer && returned(answer)?.get('code')) ?? undefined;

interface TokenAnswer {
  readonly status: number;
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly error?: string;
}

async function tokenAnswer(asked: Promise<Response>): Promise<TokenAnswer> {
  const answer = await asked;
  const text = await answer.text();
  try {
    return { ...JSON.parse(text), status: answer.status };
  } catch {
    return { status: answer.status, error: text.slice(0, 200) };
  }
}

const endingOf = ({ status, access_token, error }: TokenAnswer): string =>
  status === 200 && access_token ? 'tokens' : status === 400 && error ? error : `${status} ${error}`;

const tally = (all: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Map.groupBy(all, (one) => one)
      .entries()
      .map(([ending, those]) => [ending, those.length]),
  );
const endings = (answers: readonly TokenAnswer[]) => tally(answers.map(endingOf));

const tokensOf = async ({ database }: Scene, email: string): Promise<number> => {
  const account = database('users').where({ email }).select('id');
  const rows = await database('oidc_records').where({ model: 'RefreshToken' }).whereIn('account_id', account);
  return rows.length;
};

/** The status, the rule, the journal, the notice: each once, and all of them saying the same. */
async function oneDecision(scene: Scene, asked: Asked, answers: readonly Answer[]): Promise<void> {
  const said = answers.map(({ text }) => wordsOf(text));
  const won = said.filter((words) => /Julie peut entrer|Connexion refusée/.test(words));
  const told = said.filter((words) => /Cette demande a déjà sa réponse/.test(words));
  assert.is(won.length, 1, `one is told that it is done:\n${said.find((words) => !told.includes(words))}`);
  assert.is(told.length, atOnce - 1, 'the others are told who decided');
  const { database } = scene;
  const request = await requestOf(scene, asked);
  const { status } = request;
  // Whoever answered reads « vous », the other one a name.
  const named = told.flatMap(
    (words) => /(Sylvie Gagnon|Marc Roy) a (autorisé|refusé)/.exec(words)?.[0] ?? [],
  );
  assert.is(new Set(named).size, 1);
  assert.match(named[0] ?? '', status === 'approved' ? /autorisé/ : /refusé/);
  assert.is(/peut entrer/.test(won[0] ?? '') ? 'approved' : 'refused', status);
  const rules = await database('rules').where({ user_id: request.user_id, browser_id: request.browser_id });
  assert.equal(
    rules.map(({ id, effect }) => [id, effect]),
    [[request.rule_id, status === 'approved' ? 'allow' : 'deny']],
  );
  const journal = await database('journal').where('after', 'like', `%${asked.id}%`);
  assert.equal(
    journal.map(({ action }) => action),
    [`approval.${status}`],
  );
  const notices = await database('outbox')
    .where({ approval_request_id: asked.id })
    .whereIn('kind', ['connection-approved', 'connection-refused']);
  assert.equal(
    notices.map(({ kind }) => kind),
    [`connection-${status}`],
  );
}

/** Sylvie approves, and what her approval wrote goes again: only the approval itself is left to let Julie in. */
async function approvedOnce({ database, home, sylvie }: Scene, { id, code }: Asked): Promise<void> {
  // Those whom earlier rounds left waiting are other requests in her name.
  const done = await answer(sylvie, `${home.url}/demandes/${id}`, { answer: 'approve', code });
  assert.match(wordsOf(done.text), /Julie peut entrer/);
  const { rule_id, organization_id } = await database('approval_requests').where({ id }).first();
  await database('rules').where({ id: rule_id }).delete();
  await database('organizations').where({ id: organization_id }).increment('policy_version', 1);
}

/** How often this approval let somebody in. */
const entered = async ({ database }: Scene, { id }: Asked): Promise<number> => {
  const rows = await database('sign_ins').where({ approval_request_id: id, outcome: 'allow' });
  return rows.length;
};
