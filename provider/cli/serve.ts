import { once } from 'node:events';
import { buildHouse } from '../house.ts';
import type { Command } from './command.ts';
import { configured } from './configured.ts';

export const serve: Command = {
  name: 'serve',
  usage: 'serve',
  about: 'starts the server; settings come from the environment and .env',
  takes: [],
  run: async ({ json }, terminal) => {
    const configuration = configured();
    const house = await buildHouse(configuration);
    house.server.listen(configuration.port);
    try {
      await once(house.server, 'listening');
    } catch (error) {
      await house.close();
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      throw taken ? new Error(`port ${configuration.port} is taken: choose another with \`PORT\``) : error;
    }
    const { href, origin } = configuration.publicUrl;
    const demo = configuration.demo ? `${origin}/demo` : undefined;
    if (json) terminal.say(JSON.stringify({ listening: href, demo }));
    else terminal.say(`Cadenas listens on ${href}`);
    if (!json && demo !== undefined) terminal.say(`The demonstration: ${demo}`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await house.close();
    return 0;
  },
};
