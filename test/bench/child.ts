import { once } from 'node:events';
import type { Knex } from 'knex';
import { assemble, type Order } from './servers.ts';

// One server in a process of its own, so that its CPU time is nobody else's. The driver asks it over IPC.

export interface Spent {
  /** User and system, all threads. */
  readonly cpuMilliseconds: number;
}

export type Question = 'spent' | 'statements' | 'close';
export type Reply =
  | { readonly to: 'start' }
  | ({ readonly to: 'spent' } & Spent)
  | { readonly to: 'statements'; readonly texts: readonly string[] };

const order: Order = JSON.parse(process.argv[2] ?? 'null');
const { server, database } = await assemble(order);
let texts: string[] = [];
let listing = false;

database?.on('query', ({ sql }: Knex.Sql) => {
  if (listing) texts.push(sql);
});

const reply = (said: Reply): void => {
  process.send?.(said);
};

process.on('message', (question: Question) => {
  switch (question) {
    case 'spent': {
      const { user, system } = process.cpuUsage();
      return reply({ to: 'spent', cpuMilliseconds: (user + system) / 1000 });
    }
    case 'statements': {
      const since = texts;
      texts = [];
      listing = true;
      return reply({ to: 'statements', texts: since });
    }
    case 'close':
      process.exit(0);
  }
});
process.on('disconnect', () => process.exit(0));

server.listen(order.port);
await once(server, 'listening');
reply({ to: 'start' });
