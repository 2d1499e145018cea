import type { Words } from '../../fr.ts';

export const journal: Words['console']['journal'] = {
  acts: {
    'approval.approved': 'Request approved',
    'approval.refused': 'Request refused',
    'approval.withdrawn': 'Approval taken back',
    'padlock.closed': 'Padlock closed',
    'padlock.opened': 'Padlock opened',
    'padlock.reclosed': 'Padlock closed again, as planned',
    'rule.added': 'Authorization or refusal added',
    'rule.ended': 'Authorization or refusal removed',
    'rule.changed': 'Authorization or refusal changed',
    'rule.undone': 'Change undone',
    'place.added': 'Place added',
    'place.removed': 'Place removed',
    'place.changed': 'Place changed',
    'places.authorized': 'Places authorized',
    'places.withdrawn': 'Places withdrawn',
    'places.undone': 'Change undone',
    'device.changed': 'Device changed',
    'device.joined': 'Browsers joined as one device',
    'device.separated': 'Browser separated from a device',
    'device.undone': 'Device change undone',
    'access.changed': 'Access changed',
    'connections.authorized': 'Connections authorized',
    'connections.withdrawn': 'Connections withdrawn',
    'connections.undone': 'Change undone',
  },
  about: (act, name) => `${act} (${name})`,
  by: (name) => `by ${name}`,
  byOperator: 'by the support team',
  meanwhile:
    'Nothing was saved: someone made a change while this page was open. This is how things stand now. Check, then try again if you still need to.',
  meanwhileTitle: 'Since this page was opened',
};

export const confirm: Words['console']['confirm'] = {
  title: 'Confirm with your password',
  authorize: (count) => `You are about to authorize ${count} lines at once.`,
  withdraw: (count) => `You are about to withdraw ${count} lines at once.`,
  undoable: 'You can undo it right after.',
  password: 'Your password',
  confirm: 'Confirm',
  wrong: 'That is not the right password. Check it and try again.',
  busy: 'Too many tries, or too many people at once. Wait a few minutes, then try again.',
};
