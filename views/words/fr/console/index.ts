import { connections, standings } from './connections.ts';
import { counted } from './counted.ts';
import { devices } from './devices.ts';
import { confirm, journal } from './journal.ts';
import { checklist, closing, opening } from './padlock.ts';
import { moved, person } from './person.ts';
import { place, places, placesSaid } from './places.ts';
import { ruleForm, rulePreview, rules } from './rules.ts';
import { whatIf } from './what-if.ts';

/** « Réglages »: who signs in, from where, and who may. */
export const consolePages = {
  settings: 'Réglages',
  tabs: {
    connections: 'Connexions',
    places: 'Endroits',
    devices: 'Appareils',
    rules: 'Autorisations',
    'what-if': 'Et si…',
  },
  waiting: (count: number) =>
    count === 0 ? 'Demandes' : counted(count, 'demande en attente', 'demandes en attente'),
  toConnections: 'Retour aux connexions',
  connections,
  standings,
  checklist,
  closing,
  opening,
  devices,
  person,
  moved,
  places,
  placesSaid,
  place,
  rules,
  ruleForm,
  rulePreview,
  whatIf,
  journal,
  confirm,
};
