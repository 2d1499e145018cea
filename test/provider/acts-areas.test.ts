import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readAreas } from '../../provider/acts/index.ts';
import { createRulebooks } from '../../provider/rules/index.ts';
import { dialects } from '../support/postgres.ts';
import { hour, openSmallCentre, papillons, type SmallCentre } from '../support/small-centre.ts';

interface Scene {
  centre: SmallCentre;
}

for (const dialect of dialects) {
  const test = suite<Scene>(`the lines of « Tous les endroits », very many of them, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.centre = await openSmallCentre(dialect);
    await scene.centre.came('julie', 'tablet', 'centre');
  });
  test.after.each(({ centre }) => centre.close());

  test('while Sylvie’s page reads where Julie was seen 1,100 times, others are served between rounds', async ({
    centre,
  }) => {
    const { database, needs, clock, version } = centre;
    const { id } = await database('connections')
      .where({ organization_id: papillons, user_id: 'julie' })
      .first('id');
    const [like] = await database('sightings').where({ connection_id: id });
    await database.batchInsert(
      'sightings',
      Array.from({ length: 1_100 }, (_, index) => ({
        ...like,
        network: `192.0.${Math.floor(index / 250)}.${index % 250}`,
        last_seen: clock.now - hour - index,
      })),
      50,
    );
    const rulebook = await createRulebooks(database)(papillons, await version());
    const given = { organizationId: papillons, timeZone: 'America/Toronto', at: clock.now, rulebook };
    let rounds = 0;
    const rest = async () => {
      rounds += 1;
    };
    const rested = await readAreas(database, { ...needs, ...given, rest });
    assert.is(rounds, 4, 'as lines are found, and as they are decided');
    assert.ok(rested.lines.length > 1_100);
    assert.equal(await readAreas(database, { ...needs, ...given }), rested, 'and what is read is the same');
  });

  test.run();
}
