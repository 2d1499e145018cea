import type { Words } from '../../fr.ts';
import { connections, standings } from './connections.ts';
import { counted } from './counted.ts';
import { confirm, journal } from './journal.ts';
import { closing, opening } from './padlock.ts';
import { moved, person } from './person.ts';
export const consolePages: Words['console'] = {
  settings: 'Settings',
  waiting: (count) =>
    count === 0 ? 'No pending requests' : counted(count, 'pending request', 'pending requests'),
  toConnections: 'Back to connections',
  connections,
  standings,
  closing,
  opening,
  person,
  moved,
  journal,
  confirm,
};
