import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Scope } from '../../policies/approval-scopes.ts';
import { userAgents } from '../../provider/demo/machines.ts';
import { type Centre, openCentre } from '../support/centre.ts';
import { addresses } from '../support/geo-cities.ts';
import { arrive, isWaiting, leave, look, type Machine, machine, takenTo } from '../support/machines.ts';
import { dialects } from '../support/postgres.ts';
import { type Answer, rawBrowser } from '../support/raw-http.ts';
import { type MailServer, startMailServer } from '../support/smtp.ts';
import { approvalLink, checkCode, people, returned } from '../support/walk.ts';

interface Scene {
  centre: Centre;
  mail: MailServer;
}

/** Two lines of the centre and one of Julie's home, in the demonstration's Québec; London; and nowhere at all. */
const office = '198.51.100.24';
const alsoOffice = '198.51.100.25';
const home = '192.0.2.18';
const { london, nowhere } = addresses;

const code = (page: Answer) => returned(page)?.get('code') ?? undefined;

for (const dialect of dialects) {
  const test = suite<Scene>(`what an approval opens, on ${dialect.name}`);

  test.before.each(async (scene) => {
    scene.mail = await startMailServer();
    scene.centre = await openCentre(dialect, { SMTP_URL: scene.mail.url });
    await scene.centre.place({ ranges: ['198.51.100.0/26'] });
  });
  test.after.each(async ({ centre, mail }) => {
    await centre.close();
    await mail.close();
  });

  const tablet = (address: string, key?: 'none') =>
    machine({ userAgent: userAgents.nurseryTablet, address, ...(key && { key }) });
  const arrives = ({ centre }: Scene, holding: Machine, email: string = people.julie) =>
    arrive(holding, centre.attempt('amisgest-sdg'), email);
  /** Travel is another test's: nobody was anywhere a minute ago. */
  const forgetTravel = ({ centre }: Scene) => centre.home.house.database('sign_ins').delete();

  /** With Julie's tablet unless said; each place after an approval at the centre. */
  interface Then {
    readonly who?: string;
    readonly with?: 'another tablet' | 'the tablet, its key forgotten';
    readonly at: string;
  }
  const julie = { who: people.julie };
  const nadia = { who: people.nadia };
  const reaches: Readonly<
    Record<Scope, { readonly opens: readonly Then[]; readonly asks: readonly Then[] }>
  > = {
    here: {
      opens: [{ at: alsoOffice }, { at: office, with: 'the tablet, its key forgotten' }],
      asks: [{ at: home }, { at: office, with: 'another tablet' }, { ...nadia, at: office }],
    },
    region: {
      opens: [{ at: office }, { at: home }],
      asks: [
        { at: london },
        { at: nowhere },
        { at: home, with: 'the tablet, its key forgotten' },
        { at: office, with: 'another tablet' },
        { ...nadia, at: home },
      ],
    },
    anywhere: {
      opens: [{ at: home }, { at: london }, { at: nowhere }],
      asks: [
        { at: london, with: 'the tablet, its key forgotten' },
        { at: office, with: 'another tablet' },
        { ...nadia, at: office },
      ],
    },
    'person-here': {
      opens: [{ at: alsoOffice }, { at: office, with: 'another tablet' }],
      asks: [{ at: home }, { ...nadia, at: office }],
    },
    'team-here': {
      opens: [{ at: alsoOffice }, { ...nadia, at: office }, { who: people.marc, at: office }],
      asks: [{ at: home }, { at: office, with: 'another tablet' }, { ...nadia, at: home }],
    },
  };
  /** Both write the same: by the link, one of each is enough. */
  const ways = [
    { way: 'in her session', answers: answersInSession, most: 9 },
    { way: 'by the link and the code', answers: answersByLink, most: 1 },
  ];

  for (const [scope, { opens, asks }] of Object.entries(reaches))
    for (const { way, answers, most } of ways)
      test(`« ${scope} », which Sylvie chooses ${way}, opens as far as it says and no farther`, async (scene) => {
        const { centre } = scene;
        const own = tablet(office);
        const page = await arrives(scene, own);
        await answers(scene, page, scope);
        assert.ok(code(await look(own, page)), 'the request itself');
        const goes = async ({ who = julie.who, with: held, at }: Then) => {
          await forgetTravel(scene);
          const same = takenTo(own, centre.home.url, at);
          const key = held === undefined ? same.key : 'none';
          const holding = held === 'another tablet' ? tablet(at) : { ...same, key };
          leave(holding);
          return arrives(scene, holding, who);
        };
        for (const then of opens.slice(0, most))
          assert.ok(code(await goes(then)), `opens: ${JSON.stringify(then)}`);
        for (const then of asks.slice(0, most))
          assert.ok(isWaiting(await goes(then)), `asks: ${JSON.stringify(then)}`);
      });

  async function answersInSession({ centre }: Scene, _page: Answer, scope: string): Promise<void> {
    await centre.approve({ scope });
  }

  async function answersByLink({ mail }: Scene, page: Answer, scope: string): Promise<void> {
    const sylvie = rawBrowser();
    const request = await sylvie.get(await approvalLink(mail, people.sylvie, 'Julie'));
    const fill = { code: checkCode(page), scope };
    const done = await sylvie.follow(await sylvie.submit(request, { fill, press: 'approve' }));
    assert.match(done.text, /peut entrer/);
  }

  test.run();
}
