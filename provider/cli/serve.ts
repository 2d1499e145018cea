import { once } from 'node:events';
import { buildHouse } from '../house.ts';
import { configured } from './configured.ts';
import type { Command } from './index.ts';

export const serve: Command = {
  name: 'serve',
  usage: 'serve',
  about: 'starts the server; settings come from the environment and .env',
  run: async (_args, terminal) => {
    const configuration = configured();
    const house = await buildHouse(configuration);
    house.server.listen(configuration.port);
    try {
      await once(house.server, 'listening');
    } catch (error) {
      await house.close();
      throw error;
    }
    const { href, origin } = configuration.publicUrl;
    terminal.say(`Cadenas listens on ${href}`);
    if (configuration.demo) terminal.say(`The demonstration: ${origin}/demo`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await house.close();
    return 0;
  },
};
