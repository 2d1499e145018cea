import { migrate, openDatabase } from '../../db/open.ts';
import type { Command } from './command.ts';
import { configured } from './configured.ts';

export const migrateDatabase: Command = {
  name: 'migrate',
  usage: 'migrate',
  about: 'brings the database to this version; `serve` does so too when it starts',
  takes: [],
  run: async ({ json }, terminal) => {
    const { databaseUrl, dataDirectory, databaseFile } = configured();
    const database = openDatabase({ url: databaseUrl, dataDirectory, file: databaseFile });
    try {
      await migrate(database);
      terminal.say(json ? JSON.stringify({ migrated: true }) : 'the database is up to date');
      return 0;
    } finally {
      await database.destroy();
    }
  },
};
