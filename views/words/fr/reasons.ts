import type { ReasonKind } from '../../../policies/decision.ts';

type ForEach = Record<ReasonKind, string>;
type PageForEach = Record<ReasonKind, { readonly title: string; readonly sentence: string }>;

const toConfirm = 'Votre direction doit confirmer cette connexion.';
const refused = {
  title: 'Cette connexion n’a pas été autorisée',
  sentence: 'La direction ne permet pas cette connexion. Si vous croyez que c’est une erreur, parlez-lui-en.',
};

/** One sentence for each reason of a decision. The person never reads what a rule says; the administrator does. */
export const reasons = {
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
    'impossible-travel': 'Cette connexion vient d’un endroit inattendu.',
    'refusal-undecided': 'Une vérification est nécessaire cette fois-ci.',
    authorized: toConfirm,
    'approved-elsewhere': 'Le réseau n’est plus celui qui avait été montré à votre direction.',
    'unproven-browser': 'Votre navigateur doit être reconnu de nouveau.',
    'changed-key': 'Votre navigateur n’est plus celui que nous connaissions.',
    'new-browser': 'C’est la première fois que vous utilisez cet appareil ou ce navigateur.',
    'new-network': 'C’est la première fois que vous vous connectez à partir de ce réseau.',
    'not-authorized': 'Cette connexion n’a pas encore été autorisée.',
  } satisfies ForEach,
  refused: {
    'account-disabled': {
      title: 'Ce compte est désactivé',
      sentence: 'Il ne peut pas servir à entrer pour le moment.',
    },
    parent: refused,
    'no-child-record': {
      title: 'Votre adresse ne figure au dossier d’aucun enfant',
      sentence:
        'Le service de garde inscrit l’adresse courriel des parents au dossier de leur enfant. Demandez-lui de vérifier la vôtre.',
    },
    'no-membership': {
      title: 'Vous n’avez pas accès à cette application',
      sentence:
        'Cette application est pour le personnel. Les parents utilisent le Portail Parents, le Cahier de Communication ou le Journal de Bord À Petits Pas.',
    },
    'access-never': {
      title: 'Votre accès a été retiré',
      sentence: 'La direction a retiré votre accès. Si vous croyez que c’est une erreur, parlez-lui-en.',
    },
    'role-missing': {
      title: 'Cette page est réservée à la direction',
      sentence: 'Seules les personnes qui ont le rôle Administration peuvent l’ouvrir.',
    },
    'device-stolen': {
      title: 'Cet appareil ne peut pas servir à entrer',
      sentence: 'Remettez-le à la direction, qui pourra le vérifier.',
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
  } satisfies PageForEach,
  administrator: {
    'account-disabled': 'Le compte est désactivé.',
    parent: 'Parent d’un enfant inscrit.',
    'no-child-record': 'Adresse courriel absente des dossiers d’enfants.',
    'no-membership': 'Aucun accès actif dans cette organisation.',
    'access-never': 'L’accès a été retiré.',
    'role-missing': 'Le rôle demandé par cette application manque.',
    'device-stolen': 'Appareil signalé comme perdu ou volé.',
    'padlock-open': 'Le cadenas est ouvert.',
    'own-page': 'Page personnelle seulement.',
    'access-always': 'Autorisation complète.',
    refused: 'Un refus s’applique.',
    approved: 'Cette demande a déjà été autorisée.',
    'impossible-travel': (kilometers: string, earlier: string) =>
      `À\u00a0${kilometers}\u00a0km de sa dernière connexion, ${earlier}.`,
    'refusal-undecided': (missing: string) => `Un refus pourrait s’appliquer. ${missing}`,
    authorized: 'Une autorisation s’applique.',
    'approved-elsewhere': 'Déjà autorisée, mais pour un autre réseau\u00a0: à vérifier de nouveau.',
    'unproven-browser':
      'Une autorisation s’appliquerait, mais la clé de ce navigateur n’a pas été confirmée.',
    'changed-key':
      'La clé de ce navigateur n’est pas la bonne\u00a0: son témoin a peut-être été copié d’un autre appareil.',
    'new-browser': 'Premier essai avec cet appareil ou ce navigateur.',
    'new-network': 'Appareil déjà vu, mais réseau utilisé pour la première fois.',
    'not-authorized': 'Aucune autorisation ne couvre cette connexion.',
  } satisfies Record<ReasonKind, string | ((...details: string[]) => string)>,
};
