import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findOrganization } from '../../db/organizations.ts';
import { readRules } from '../../db/rules.ts';
import type { Network } from '../../policies/facts.ts';
import { closePadlock, openPadlock, recloseDuePadlocks, writeRule } from '../../provider/acts/index.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { type OpenHouse, openHouse } from '../support/house.ts';
import { actsOn } from '../support/house-acts.ts';
import { arrive, isWaiting, look, machine } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import { people, returned } from '../support/walk.ts';

interface Scene {
  mail: MailServer;
  home: OpenHouse;
}

const minute = 60_000;

for (const dialect of dialects) {
  const mails = suite<Scene>(`a padlock that turns, in the mail, on ${dialect.name}`);

  mails.before(async (scene) => {
    scene.mail = await startMailServer();
    scene.home = await openHouse(dialect, { SMTP_URL: scene.mail.url });
  });
  mails.after(async ({ home, mail }) => {
    await home.close();
    await mail.close();
  });

  const told = async ({ mail }: Scene, to: string, subject: RegExp) => {
    const message = await mail.waitFor((one) => one.to.includes(to) && subject.test(one.subject));
    return { subject: message.subject, text: message.text.replace(/\s+/g, ' ') };
  };

  mails(
    'Pierre closes L’Arc-en-ciel, where a month is recorded: all who came may come back, and he is told',
    async (scene) => {
      const { database } = scene.home.house;
      const acts = actsOn(database);
      const organization = await findOrganization(database, 'arcenciel');
      assert.ok(organization);
      const { id } = organization;
      const pierre = (await database('users').where({ email: people.pierre }).first('id')).id;
      assert.equal(await closePadlock(acts, { organizationId: id, by: pierre }), {
        kind: 'done',
        result: 'done',
      });
      const rules = await readRules(database, id);
      const seen = await database('sightings as s')
        .join('connections as c', 'c.id', 's.connection_id')
        .where('c.organization_id', id)
        .where('s.allowed_at', '>', Date.now() - 30 * 24 * 60 * minute)
        .distinct('c.user_id', 'c.browser_id', 's.network');
      assert.ok(seen.length >= 6);
      assert.is(rules.length, seen.length, 'one for each person, browser and line');
      const garderie = (await database('places').where({ organization_id: id }).first('id')).id;
      for (const { conditions } of rules) {
        const network = conditions.placeId === garderie ? '203.0.113.40' : conditions.network;
        const line = seen.find(
          (one) =>
            one.user_id === conditions.userId &&
            one.browser_id === conditions.browserId &&
            one.network === network,
        );
        assert.ok(line, JSON.stringify(conditions));
      }
      const { subject, text } = await told(scene, people.pierre, /Arc-en-ciel/);
      assert.is(subject, 'Le cadenas est fermé – Garderie L’Arc-en-ciel');
      assert.match(text, /Bonjour Pierre, Pierre Lavoie a fermé le cadenas/);
      assert.match(text, /Seules les connexions autorisées passent/);
      assert.is(scene.mail.messages.filter((one) => /Arc-en-ciel/.test(one.subject)).length, 1);
    },
  );

  mails(
    'Sylvie opens for an hour, and it recloses by itself: she and Marc are told of both, in French',
    async (scene) => {
      const { database } = scene.home.house;
      const organization = await findOrganization(database, 'papillons');
      assert.ok(organization);
      const by = (await database('users').where({ email: people.sylvie }).first('id')).id;
      const relockAt = Date.now() + 60 * minute;
      await openPadlock(actsOn(database), { organizationId: organization.id, by, relockAt });
      for (const [name, to] of [
        ['Sylvie', people.sylvie],
        ['Marc', people.marc],
      ] as const) {
        const { subject, text } = await told(scene, to, /est ouvert/);
        assert.match(subject, /^Le cadenas est ouvert jusqu’à.* – CPE Les Papillons$/);
        assert.match(text, new RegExp(`Bonjour ${name}, Sylvie Gagnon a ouvert le cadenas`));
        assert.match(text, /puis il se referme tout seul/);
      }
      await recloseDuePadlocks({ ...actsOn(database), now: () => relockAt });
      // What happens in an hour is mailed in an hour.
      await database('outbox').whereNull('delivered_at').update({ next_attempt_at: Date.now() });
      for (const to of [people.sylvie, people.marc])
        assert.match((await told(scene, to, /s’est refermé/)).text, /s’est refermé tout seul .*comme prévu/);
    },
  );

  mails.run();

  const pages = suite<{ centre: Centre }>(`waiting pages when rules change, on ${dialect.name}`);
  pages.before.each(async (scene) => {
    scene.centre = await openCentre(dialect);
  });
  pages.after.each(({ centre }) => centre.close());

  const atTheCentre = '198.51.100.24';
  const theyWait = async (centre: Centre) => {
    const tablet = machine({ userAgent: userAgents.nurseryTablet, address: atTheCentre });
    const phone = machine({ userAgent: userAgents.nadiaPhone, address: atTheCentre });
    const julie = await arrive(tablet, centre.attempt('amisgest-sdg'), people.julie);
    const nadia = await arrive(phone, centre.attempt('amisgest-sdg'), people.nadia);
    assert.ok(isWaiting(julie) && isWaiting(nadia));
    return { tablet, phone, julie, nadia };
  };
  const statusOf = async (centre: Centre, email: string) =>
    (
      await centre.home.house
        .database('approval_requests')
        .where({ user_id: await centre.idOf(email) })
        .first()
    ).status;

  pages(
    'Julie’s page goes on to the code once a rule lets her in; Nadia’s waits; then the padlock opens, and hers goes on',
    async ({ centre }) => {
      const { tablet, phone, julie, nadia } = await theyWait(centre);
      const acts = actsOn(centre.home.house.database);
      const by = await centre.idOf(people.sylvie);
      const { organizationId } = centre;
      const placeId = await centre.place({ ranges: [atTheCentre] });
      const conditions = { userId: await centre.idOf(people.julie), deviceKind: 'tablet', placeId } as const;
      const terms = { effect: 'allow', conditions, validFrom: 'always', validUntil: 'always' } as const;
      assert.is((await writeRule(acts, { organizationId, by, terms })).kind, 'done');
      assert.is(await statusOf(centre, people.julie), 'superseded');
      assert.ok(returned(await look(tablet, julie))?.get('code'));
      assert.ok(isWaiting(await look(phone, nadia)));
      assert.is(await statusOf(centre, people.nadia), 'pending');
      await openPadlock(acts, { organizationId, by, relockAt: Date.now() + 60 * minute });
      assert.is(await statusOf(centre, people.nadia), 'superseded');
      assert.ok(returned(await look(phone, nadia))?.get('code'));
      assert.equal(await centre.reasons(people.nadia), ['padlock-open']);
    },
  );

  pages('the page of Nadia, which listens, is told at once that she may go on', async ({ centre }) => {
    const { phone, nadia } = await theyWait(centre);
    const events = /data-events="([^"]+)"/.exec(nadia.text)?.[1];
    assert.ok(events, 'the waiting page says where its news come from');
    const cookie = phone.browser.cookies.header({
      url: new URL(events, nadia.url),
      method: 'GET',
      sender: 'same-site',
    });
    const stop = new AbortController();
    const stream = await fetch(new URL(events, nadia.url), {
      headers: { cookie, 'user-agent': phone.userAgent, 'x-forwarded-for': atTheCentre },
      signal: stop.signal,
    });
    assert.is(stream.status, 200);
    const heard: string[] = [];
    const listening = stream.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: (text) => void heard.push(text) }))
      .catch(() => {});
    const acts = actsOn(centre.home.house.database);
    const conditions = { network: atTheCentre as Network }; // as it is observed
    const terms = { effect: 'allow', conditions, validFrom: 'always', validUntil: 'always' } as const;
    const { organizationId } = centre;
    await writeRule(acts, { organizationId, by: await centre.idOf(people.sylvie), terms });
    await until(() => /"status":"(superseded|approved)"/.test(heard.join('')), {
      what: () => heard.join(''),
    });
    stop.abort();
    await listening;
  });

  pages.run();
}
