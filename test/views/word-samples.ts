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
const subject: [string, string][] = [['6\u00a0h\u00a047', 'iPad']];

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
    day: [
      ['lundi', 23, 'novembre', '6\u00a0h\u00a047'],
      ['mardi', 1, 'décembre', '7\u00a0h'],
    ],
    dayOfYear: [['lundi', 23, 'novembre', 2026, '6\u00a0h\u00a047']],
  },
  devices: { one: devices, thisOne: devices, oneUsedFirst: devices },
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
    wants: [['Amisgest SDG', 'un iPad', when]],
    repeats: counts,
    present: name,
    doNotKnowHelp: name,
    scope: [['Olivier', 'cet iPad']],
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
    worried: name,
    ownDemo: [['…/demo/courrier']],
    answeredApproved: [['Marc Roy', when]],
    answeredRefused: [['Marc Roy', when]],
  },
  pending: {
    hello: name,
    eyebrow: [['CPE Les Papillons']],
    count: counts,
    line: [['Amisgest SDG', 'un iPad']],
  },
  problem: { reference: name },
  demo: { enter: application, mailCount: counts, signedOut: application },
  mailbox: { toWhom: name },
  demoApplication: { hello: name, signedIn: application, failedTitle: application },
  mail: {
    request: {
      subject: [['Olivier Côté', '6\u00a0h\u00a047', 'iPad']],
      title: name,
      who: [['Olivier Côté', 'Amisgest SDG']],
      whatAndWhen: [['un iPad', when]],
      code: name,
    },
    connection: {
      waiting: { subject },
      approved: { subject },
      refused: { subject },
      hello: name,
      what: [['Amisgest SDG', 'un iPad', when]],
    },
    footer: [['CPE Les Papillons']],
  },
};
