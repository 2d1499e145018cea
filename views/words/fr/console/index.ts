import { connections, standings } from './connections.ts';
import { counted } from './counted.ts';
import { confirm, journal } from './journal.ts';
import { closing, opening } from './padlock.ts';
import { moved, person } from './person.ts';

/** « Réglages »: who signs in, from where, and who may. */
export const consolePages = {
  settings: 'Réglages',
  waiting: (count: number) =>
    count === 0 ? 'Aucune demande en attente' : counted(count, 'demande en attente', 'demandes en attente'),
  toConnections: 'Retour aux connexions',
  connections,
  standings,
  closing,
  opening,
  person,
  moved,
  journal,
  confirm,
};
