import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { signedInSylvie } from '../../support/centre.ts';
import { openHouse } from '../../support/house.ts';
import { dialects } from '../../support/postgres.ts';

for (const dialect of dialects) {
  const test = suite(`news of the grid, on ${dialect.name}`);

  test('Sylvie looks at her pages as often as she likes: it is no attempt, and no news', async () => {
    const { house, url, close } = await openHouse(dialect);
    const sylvie = await signedInSylvie(house.database, url);
    const attempts = async () => (await house.database('sign_ins').count('* as count').first())?.count;
    const [since, before] = [Date.now(), await attempts()];
    for (const path of ['/reglages', '/reglages/connexions', '/reglages/connexions?period=all'])
      assert.is((await sylvie.get(`${url}${path}`)).status, 200, path);
    const news = await sylvie.get(`${url}/reglages/nouvelles?since=${since}`);
    assert.equal(JSON.parse(news.text), { count: 0 });
    assert.is(await attempts(), before);
    await close();
  });

  test.run();
}
