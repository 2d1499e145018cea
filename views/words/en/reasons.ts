import type { Words } from '../fr.ts';

const toConfirm = 'Your management must confirm this sign-in.';
const refused = {
  title: 'This sign-in was not authorized',
  sentence: 'Management does not allow this sign-in. If you think it is a mistake, talk to them.',
};

export const reasons: Words['reasons'] = {
  waiting: {
    'account-disabled': toConfirm,
    parent: toConfirm,
    'no-child-record': toConfirm,
    'no-membership': toConfirm,
    'access-never': toConfirm,
    'role-missing': toConfirm,
    'device-stolen': toConfirm,
    'padlock-open': toConfirm,
    'own-page': toConfirm,
    'access-always': toConfirm,
    refused: toConfirm,
    approved: toConfirm,
    'impossible-travel': 'This sign-in comes from an unexpected place.',
    'refusal-undecided': 'A check is needed this time.',
    authorized: toConfirm,
    'approved-elsewhere': 'The network is no longer the one your management was shown.',
    'unproven-browser': 'Your browser must be recognized again.',
    'changed-key': 'Your browser is no longer the one we know.',
    'new-browser': 'This is the first time you use this device or this browser.',
    'new-network': 'This is the first time you sign in from this network.',
    'not-authorized': 'This sign-in has not been authorized yet.',
  },
  refused: {
    'account-disabled': {
      title: 'This account is disabled',
      sentence: 'It cannot be used to sign in for now.',
    },
    parent: refused,
    'no-child-record': {
      title: 'Your address is not in any child’s record',
      sentence:
        'The childcare centre writes the parents’ e-mail addresses in their child’s record. Ask them to check yours.',
    },
    'no-membership': {
      title: 'You do not have access to this application',
      sentence:
        'This application is for the staff. Parents use Portail Parents, Cahier de Communication or Journal de Bord À Petits Pas.',
    },
    'access-never': {
      title: 'Your access was withdrawn',
      sentence: 'Management withdrew your access. If you think it is a mistake, talk to them.',
    },
    'role-missing': {
      title: 'This page is for management only',
      sentence: 'Only people who have the Administration role can open it.',
    },
    'device-stolen': {
      title: 'This device cannot be used to sign in',
      sentence: 'Bring it to your management, who can check it.',
    },
    'padlock-open': refused,
    'own-page': refused,
    'access-always': refused,
    refused,
    approved: refused,
    'impossible-travel': refused,
    'refusal-undecided': refused,
    authorized: refused,
    'approved-elsewhere': refused,
    'unproven-browser': refused,
    'changed-key': refused,
    'new-browser': refused,
    'new-network': refused,
    'not-authorized': refused,
  },
  administrator: {
    'account-disabled': 'The account is disabled.',
    parent: 'Parent of an enrolled child.',
    'no-child-record': 'E-mail address absent from the children’s records.',
    'no-membership': 'No active access in this organization.',
    'access-never': 'Access was withdrawn.',
    'role-missing': 'The role that this application asks for is missing.',
    'device-stolen': 'Device reported lost or stolen.',
    'padlock-open': 'The padlock is open.',
    'own-page': 'Personal page only.',
    'access-always': 'Full authorization.',
    refused: 'A refusal applies.',
    approved: 'This request was already authorized.',
    'impossible-travel': (kilometers, earlier) => `${kilometers}\u00a0km from the last sign-in, ${earlier}.`,
    'refusal-undecided': (missing) => `A refusal might apply. ${missing}`,
    authorized: 'An authorization applies.',
    'approved-elsewhere': 'Already authorized, but for another network: check again.',
    'unproven-browser': 'An authorization would apply, but the key of this browser was not confirmed.',
    'changed-key':
      'The key of this browser is not the right one: its cookie may have been copied from another device.',
    'new-browser': 'First try with this device or this browser.',
    'new-network': 'Device seen before, on a network used for the first time.',
    'not-authorized': 'No authorization covers this sign-in.',
  },
};
