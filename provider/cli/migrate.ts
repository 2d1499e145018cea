import { migrate, openDatabase } from '../../db/open.ts';
import { configured } from './configured.ts';
import type { Command } from './index.ts';

export const migrateDatabase: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'brings the database to this version; `serve` does so too when it starts',
  run: async (_args, terminal) => {
    const { databaseUrl, dataDirectory, databaseFile } = configured();
    const database = openDatabase({ url: databaseUrl, dataDirectory, file: databaseFile });
    try {
      await migrate(database);
      terminal.say('the database is up to date');
      return 0;
    } finally {
      await database.destroy();
    }
  },
};
