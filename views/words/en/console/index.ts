import type { Words } from '../../fr.ts';
import { connections, standings } from './connections.ts';
import { counted } from './counted.ts';
import { devices } from './devices.ts';
import { confirm, journal } from './journal.ts';
import { checklist, closing, opening } from './padlock.ts';
import { moved, person } from './person.ts';
import { place, places, placesSaid } from './places.ts';
import { ruleForm, rulePreview, rules } from './rules.ts';
import { whatIf } from './what-if.ts';
export const consolePages: Words['console'] = {
  settings: 'Settings',
  tabs: {
    connections: 'Connections',
    places: 'Places',
    devices: 'Devices',
    rules: 'Authorizations',
    'what-if': 'What if…',
  },
  waiting: (count) => (count === 0 ? 'Requests' : counted(count, 'pending request', 'pending requests')),
  toConnections: 'Back to connections',
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
