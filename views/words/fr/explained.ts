import type { Outcome } from '../../../policies/decision.ts';
import type { UnmetCondition } from '../../../policies/rules.ts';

const notSeen = 'On ne sait pas d’où vient la connexion.';

/** « Pourquoi? »: what was decided, and why a rule did not decide it. */
export const explained = {
  outcomes: {
    allow: 'Connexion autorisée.',
    ask: 'Autorisation demandée.',
    deny: 'Connexion refusée.',
  } satisfies Record<Outcome, string>,
  outranked: 'Elle s’appliquait, mais autre chose a décidé.',
  different: {
    userId: 'Elle vise une autre personne.',
    role: 'La personne n’a pas le rôle visé.',
    applicationId: 'Elle vise une autre application.',
    deviceId: 'L’appareil n’est pas celui de cette règle.',
    browserId: 'Le navigateur n’est pas celui de cette règle.',
    deviceKind: 'Elle vise une autre sorte d’appareil.',
    browserFamily: 'Elle vise un autre navigateur.',
    placeId: 'La connexion ne vient pas de cet endroit.',
    network: 'La connexion ne vient pas de ce réseau.',
    region: 'La connexion ne vient pas de cette région.',
    country: 'La connexion ne vient pas de ce pays.',
    schedule: 'Ce n’était pas dans l’horaire prévu.',
    validFrom: 'Elle ne s’appliquait pas encore.',
    validUntil: 'Elle ne s’appliquait plus.',
    proof: 'La clé du navigateur n’a pas été confirmée, et cette règle l’exige.',
  } satisfies Record<UnmetCondition, string>,
  unknown: {
    userId: 'On ne sait pas qui se connecte.',
    role: 'On ne connaît pas le rôle de la personne.',
    applicationId: 'On ne sait pas quelle application demande.',
    deviceId: 'On ne sait pas de quel appareil il s’agit.',
    browserId: 'On ne sait pas de quel navigateur il s’agit.',
    deviceKind: 'On ne sait pas quelle sorte d’appareil demande.',
    browserFamily: 'On ne sait pas quel navigateur demande.',
    placeId: 'On ne sait pas si la connexion vient de cet endroit.',
    network: notSeen,
    region: notSeen,
    country: notSeen,
    schedule: 'On ne sait pas si c’était dans l’horaire prévu.',
    validFrom: 'On ne sait pas si elle s’appliquait déjà.',
    validUntil: 'On ne sait pas si elle s’appliquait encore.',
    proof: 'On ne sait pas si le navigateur a confirmé sa clé.',
  } satisfies Record<UnmetCondition, string>,
};
