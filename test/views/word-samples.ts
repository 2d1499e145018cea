import type { Words } from '../../views/words/index.ts';

type Sentence = (...given: never[]) => string;

type HasSentence<Tree> = Tree extends Sentence
  ? true
  : Tree extends string | readonly unknown[]
    ? false
    : true extends { [Key in keyof Tree]: HasSentence<Tree[Key]> }[keyof Tree]
      ? true
      : false;

/** The same tree with, in place of each sentence, what to say it with; everything else left out. */
type Examples<Tree> = {
  readonly [Key in keyof Tree as HasSentence<Tree[Key]> extends true ? Key : never]: Tree[Key] extends (
    ...given: infer Given
  ) => string
    ? readonly Readonly<Given>[]
    : Examples<Tree[Key]>;
};

const everybody = ['Sylvie', 'Olivier', 'Anne', 'Hélène'];
const names: [readonly string[]][] = [[[]], [['Olivier']], [['Sylvie', 'Olivier']], [everybody]];
const counts: [number][] = [[0], [1], [2], [30]];
const name: [string][] = [['Olivier']];
const application: [string][] = [['Amisgest SDG'], ['Portail Parents']];
const devices: [{ device: 'phone' | 'tablet' | 'computer' | 'unknown'; model: string }][] = [
  [{ device: 'tablet', model: 'iPad' }],
  [{ device: 'tablet', model: 'Android' }],
  [{ device: 'computer', model: 'Mac' }],
  [{ device: 'computer', model: 'unknown' }],
  [{ device: 'phone', model: 'unknown' }],
  [{ device: 'unknown', model: 'unknown' }],
];
const when = 'à 6\u00a0h\u00a047';
const subject: [string][] = [['6\u00a0h\u00a047, iPad, Longueuil']];

const didIt: { by: [string, string][]; byItself: [string][] } = {
  by: [['Olivier Côté', when]],
  byItself: [[when]],
};

/** Arguments for every sentence that takes some: a new sentence without an example fails the type check. */
export const examples: Examples<Words> = {
  common: { title: name, backTo: application, callOnCall: [['450\u00a0555-0123']] },
  people: { toEach: names, others: counts },
  moments: {
    clock: [
      [6, 47],
      [7, 5],
      [21, 0],
      [0, 0],
      [12, 30],
    ],
    at: [['6\u00a0h\u00a047']],
    yesterday: [['6\u00a0h\u00a047']],
    until: [['9\u00a0h\u00a015']],
    untilDay: [['mardi', 1, 'décembre', '9\u00a0h\u00a015']],
    earlier: [[0.2], [12], [59], [70], [600]],
    day: [
      ['lundi', 23, 'novembre', '6\u00a0h\u00a047'],
      ['mardi', 1, 'décembre', '7\u00a0h'],
    ],
    dayOfYear: [['lundi', 23, 'novembre', 2026, '6\u00a0h\u00a047']],
  },
  where: {
    city: [['L’Assomption'], ["L'Ancienne-Lorette"]],
    cityOf: [['Ottawa', 'Ontario']],
    inCity: [['Longueuil'], ['Le Gardeur'], ['Les Cèdres'], ['La Prairie']],
    atPlace: [['CPE Les Papillons'], ['Garderie Arc-en-ciel'], ['Olivier']],
    inRegion: [['Alsace']],
    inCountry: [
      ['FR', 'France'],
      ['US', 'États-Unis'],
      ['ZM', 'Zambie'],
    ],
  },
  devices: { one: devices, thisOne: devices, oneUsedFirst: devices },
  reasons: {
    administrator: {
      'impossible-travel': [['5\u00a0140', '1\u00a0h plus tôt']],
      'refusal-undecided': [['On ne sait pas d’où vient la connexion.']],
    },
  },
  rules: {
    sentence: [['Refus', ['tout le monde', 'au Québec']]],
    terms: [[['tout le monde', 'au Québec']]],
    role: [['Administration']],
    personWithRole: [['Olivier Côté', 'Administration']],
    application,
    device: [['iPad des Coccinelles']],
    kind: [['un iPad']],
    kindAndBrowser: [['un iPad', 'Safari']],
    browser: [['Safari']],
    network: [['24.48.0.17']],
    days: [
      [
        [
          { first: 'mon', last: 'fri' },
          { first: 'sun', last: 'sun' },
        ],
      ],
    ],
    hours: [['6\u00a0h\u00a030', '18\u00a0h']],
    nextDay: [['6\u00a0h']],
    period: [['le samedi', 'toute la journée']],
    periods: [[['le samedi', 'le dimanche']]],
    unreadable: [['mon 25']],
    from: [['3\u00a0décembre 2026']],
    until: [['3\u00a0décembre 2026']],
    date: [
      [1, 'décembre', 2026],
      [3, 'décembre', 2026],
    ],
    dateAndClock: [['3\u00a0décembre 2026', '6\u00a0h\u00a047']],
  },
  signIn: { title: application },
  proof: { title: name },
  organization: { hello: [['Olivier', 'Amisgest SDG']], changing: [['CPE Les Papillons']] },
  continueAs: { title: name, explanation: application, submit: name },
  refusal: { back: application, hello: name, askAgain: [[when]] },
  waiting: {
    hello: name,
    helloOwn: name,
    asked: [['à Olivier', when]],
    askedNobody: [[when]],
    reminded: [[when]],
    opening: application,
    codeAdvice: names,
    own: names,
    titleOwn: names,
    approved: application,
    opens: application,
    approvedByHand: application,
    open: application,
  },
  request: {
    documentTitle: name,
    wants: [['Amisgest SDG', 'un iPad', 'à Longueuil', when]],
    repeats: counts,
    others: counts,
    present: name,
    doNotKnowHelp: name,
    scopes: {
      here: [['Olivier', 'cet iPad', 'à cet endroit']],
      region: [['Olivier', 'cet iPad', 'au Québec']],
      anywhere: [['Olivier', 'cet iPad']],
      'person-here': [['Olivier', 'à cet endroit']],
      'team-here': [['cet iPad', 'sur ce réseau']],
      once: [['Olivier', 'cet iPad']],
    },
    refusals: {
      'this-time': [['Olivier', 'cet iPad']],
      'person-device': [['Olivier', 'cet iPad']],
      device: [['Olivier', 'cet iPad']],
    },
    triesLeft: counts,
  },
  requestClosed: {
    approved: name,
    withdrawn: name,
    withdrawnBy: [['Marc Roy', when]],
    withdrawnByYou: [[when]],
    youApproved: [[when]],
    youRefused: [[when]],
    refused: [['Olivier', '6\u00a0h\u00a047']],
    refusedForGood: { 'person-device': name, device: name },
    worried: name,
    ownDemo: [['…/demo/courrier']],
    answeredApproved: [['Marc Roy', when]],
    answeredRefused: [['Marc Roy', when]],
  },
  pending: {
    hello: name,
    count: counts,
    line: [['Amisgest SDG', 'un iPad']],
    newsMany: [['2']],
    results: {
      approved: name,
      refused: { 'this-time': name, 'person-device': name, device: name },
      'several-approved': counts,
      'several-refused': counts,
      changed: counts,
      code: counts,
      own: counts,
      late: counts,
    },
  },
  console: {
    waiting: counts,
    connections: {
      openUntil: [['jusqu’à\u00a09\u00a0h\u00a015']],
      counts: [
        [42, 118, 3],
        [1, 1, 0],
        [0, 0, 0],
        [1_204, 20_000, 1],
      ],
      toCheck: counts,
      seeWhere: [['Olivier Côté']],
      never: counts,
      newsMany: [['2']],
    },
    checklist: {
      left: counts,
      administratorsAre: [[['Sylvie Gagnon']], [['Sylvie Gagnon', 'Marc Roy']]],
      seen: [
        [28, 42],
        [42, 42],
      ],
      placesAre: counts,
      withoutPhone: [[['Pavillon des Érables']]],
      wouldWait: counts,
    },
    closing: {
      authorizes: counts,
      hadToWait: [[when, 'Olivier Côté', 'iPad, Longueuil']],
      wasRefused: [[when, 'Olivier Côté', 'iPad, Longueuil']],
      times: counts,
      seeOneOf: [['Olivier Côté']],
      others: counts,
      observed: counts,
      neverSeen: [
        [1, 1],
        [1, 42],
        [14, 42],
      ],
    },
    person: {
      accesses: { by_rules: { means: name }, always: { means: name }, never: { means: name } },
      notAuthorized: counts,
      authorized: counts,
      authorizeAll: counts,
      withdrawAll: counts,
      never: name,
      seen: [[when]],
      network: [['24.48.0.17']],
      inApplication: application,
      notShown: counts,
      historyOf: [['Olivier Côté']],
      accessBecame: [['Accès modifié', 'Retiré']],
      ruleBy: [['Olivier Côté', when]],
      ruleSince: [[when]],
      ruleOver: [[when]],
      mapOf: [['Olivier Côté']],
      withdrawing: { title: [['Olivier Côté']], noLonger: name },
    },
    rules: {
      count: counts,
      countMore: [[1000]],
      by: [['Olivier Côté']],
      endedAt: [[when]],
    },
    ruleForm: {
      seen: [['iPad\u00a0· Safari', when]],
      hoursHint: [['America/Toronto']],
      span: [[1]],
      fault: [['Qui?', 'Ce choix n’existe plus.']],
    },
    whatIf: {
      network: [['Longueuil', '192.0.2.18']],
      asked: [['Olivier Côté', 'Amisgest SDG', 'iPad\u00a0· Safari, Longueuil', 'maintenant']],
      untold: counts,
    },
    rulePreview: {
      letIn: counts,
      stopped: counts,
      times: counts,
      others: counts,
      warnings: {
        'always-refused': [[['Olivier Côté']], [['Sylvie Gagnon', 'Olivier Côté']]],
        'always-allowed': [[['Olivier Côté']]],
        'never-allowed': [[['Olivier Côté']]],
      },
    },
    places: {
      notAuthorized: counts,
      authorized: counts,
      authorizeAll: counts,
      withdrawAll: counts,
      andOthers: [
        ['Julie Tremblay, Marc Roy', 1],
        ['Olivier Côté', 30],
      ],
      names: [[['Olivier']], [['Sylvie', 'Olivier']]],
      and: [['Sylvie', 'Olivier']],
      cityAndOwner: [['Montréal', 'Vidéotron']],
      seen: [[when]],
      waits: [
        [1, 1],
        [1, 6],
        [2, 6],
        [6, 6],
      ],
      wouldWait: [
        [1, 1],
        [1, 6],
        [2, 6],
        [6, 6],
      ],
      refused: [
        [1, 1],
        [1, 6],
        [2, 6],
      ],
      person: [['Olivier Côté', 'doit attendre']],
      morePeople: counts,
      addresses: [['198.51.100.24']],
      moreAddresses: [['198.51.100.24', 2]],
      linkAbout: [['Nommer cet endroit', 'Montréal']],
      since: [[when]],
      unobserved: counts,
    },
    placesSaid: {
      authorized: [
        [1, 1],
        [2, 30],
      ],
      withdrawn: [
        [1, 1],
        [2, 30],
      ],
      stillStopped: counts,
    },
    place: {
      rangeFaults: {
        unreadable: [['chez-nous']],
        'too-wide': [['0.0.0.0/0']],
        'too-narrow': [['2001:db8::1/128']],
      },
      wide: [['198.51.0.0/16', 65_536]],
      shared: [['203.0.113.9', 'Vidéotron']],
      mobile: [['203.0.113.9', 'Vidéotron']],
      grows: [
        [1, 0],
        [0, 1],
        [2, 1],
      ],
      moreRules: counts,
      removeTitle: [['CPE Les Papillons'], ['Olivier']],
      now: [
        ['CPE Les Papillons', '198.51.100.24'],
        ['La cour', ''],
      ],
    },
    devices: {
      shown: { all: counts, shared: counts, stolen: counts },
      otherPeople: counts,
      browsers: counts,
      usedLast: [[when]],
      separateOf: [['iPad\u00a0· Safari']],
      moreUsers: counts,
      stolenSince: [[when]],
      joinLead: [['iPad\u00a0· Safari'], ['Cuisine']],
      lostTitle: [['iPad\u00a0· Safari'], ['Cuisine']],
      lostPeople: [['Olivier Côté, une autre personne']],
    },
    journal: { about: [['Connexions retirées', 'Olivier Côté']], by: name },
    confirm: { authorize: counts, withdraw: counts },
    moved: { authorized: counts, withdrawn: counts, 'still-refused': counts },
  },
  map: {
    described: [
      [0, 0],
      [2, 0],
      [0, 1],
    ],
    onlyFirst: [[20]],
    within: [[0.6], [7], [25]],
    distance: [[300], [2500]],
  },
  circle: {
    foundMunicipality: [['Longueuil (Québec)', '7\u00a0km']],
  },
  problem: { reference: name },
  demo: { enter: application, mailCount: counts, signedOut: application },
  mailbox: { toWhom: name },
  demoApplication: { hello: name, signedIn: application, failedTitle: application },
  mail: {
    request: {
      subject: [['Olivier Côté', '6\u00a0h\u00a047, iPad, Longueuil']],
      title: name,
      who: [['Olivier Côté', 'Amisgest SDG']],
      circumstances: [['un iPad', 'à Longueuil', when]],
      code: name,
    },
    connection: {
      waiting: { subject },
      approved: { subject },
      refused: { subject },
      hello: name,
      what: [['Amisgest SDG', 'un iPad', 'à Longueuil', when]],
    },
    padlock: {
      hello: name,
      closed: didIt,
      opened: {
        ...didIt,
        titleUntil: [['jusqu’à\u00a09\u00a0h\u00a015']],
        until: [['jusqu’à\u00a09\u00a0h\u00a015']],
      },
      reclosed: didIt,
      subject: [['Le cadenas est fermé', 'CPE Les Papillons']],
    },
    footer: [['CPE Les Papillons']],
  },
};
