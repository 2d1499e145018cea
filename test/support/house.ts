import { once } from 'node:events';
import { parseConfiguration } from '../../provider/configuration/index.ts';
import { buildHouse, type House } from '../../provider/house.ts';
import { freePort } from './free-port.ts';
import type { Dialect } from './postgres.ts';

export interface OpenHouse {
  readonly url: string;
  readonly house: House;
  close(): Promise<void>;
}

/** The demonstration in this very process, so that a test can look into its database. */
export async function openHouse(
  dialect: Dialect,
  env: Readonly<Record<string, string>> = {},
): Promise<OpenHouse> {
  const storage = await dialect.open();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const result = parseConfiguration({
    PORT: String(port),
    DATA_DIR: storage.dataDir,
    DATABASE_URL: storage.databaseUrl,
    LOG_LEVEL: 'silent',
    ...env,
  });
  if (result.kind === 'faulty') throw new Error(result.faults.join('\n'));
  const house = await buildHouse(result.configuration);
  house.server.listen(port);
  await once(house.server, 'listening');
  return {
    url,
    house,
    close: async () => {
      await house.close();
      await storage.close();
    },
  };
}
