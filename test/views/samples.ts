import type { ApprovalRequestId } from '../../policies/facts.ts';
import type { PendingCard, PendingPage } from '../../views/console/pending/model.ts';
import * as views from '../../views/index.ts';
import type {
  ApprovalRequestedMail,
  ConnectionMail,
  DemoApplicationPage,
  DemoPage,
  Frame,
  Language,
  Mail,
  Moment,
  PadlockMail,
  ProblemKind,
  RequestClosed,
  RequestPage,
  UsedWith,
  WaitingPage,
} from '../../views/model.ts';
import { consolePages, shellOf } from './console/samples.ts';
import { mapPages } from './map/samples.tsx';

/** The names that appear in every sample, so that a test can make them hostile. */
export interface Cast {
  readonly firstName: string;
  readonly lastName: string;
  readonly application: string;
  readonly organization: string;
}

export const papillons: Cast = {
  firstName: 'Julie',
  lastName: 'Tremblay',
  application: 'Amisgest SDG',
  organization: 'CPE Les Papillons',
};

/** What the browser signs on every sample. */
export const challenge = 'k1.1795434540.3Yk0d0ZqV8c';

/** Monday 23 November 2026, 6:49 in Montréal. */
const now = Date.UTC(2026, 10, 23, 11, 49);
export const ago = (milliseconds: number): Moment => ({
  at: now - milliseconds,
  now,
  timeZone: 'America/Toronto',
});
const minutes = (count: number): number => count * 60_000;
const longueuil = { kind: 'city', city: 'Longueuil', region: 'Québec' } as const;
const iPad = { device: 'tablet', browser: 'safari', model: 'iPad' } as const;

export const frameIn = (language: Language): Frame => ({
  language,
  otherLanguageHref: language === 'fr' ? '?langue=en' : '?langue=fr',
  demo: true,
});

function waiting(frame: Frame, cast: Cast): WaitingPage {
  return {
    frame,
    state: { kind: 'pending', remindedAt: 'never', nobodyAnswered: false },
    firstName: cast.firstName,
    applicationName: cast.application,
    organizationName: cast.organization,
    asked: ['Sylvie', 'Marc'],
    openedAt: ago(minutes(2)),
    checkCode: '482913',
    reasons: ['new-browser'],
    usedWith: iPad,
    where: longueuil,
    onCallPhone: '+14505550123',
    own: false,
    checkHref: '/waiting',
    eventsHref: '/events',
    cancelAction: '/cancel',
    notYouAction: '/not-you',
    backToApplicationHref: '/back',
    offer: 'none',
  };
}

function request(frame: Frame, cast: Cast): RequestPage {
  return {
    frame,
    action: '/demandes/abc',
    person: { firstName: cast.firstName, lastName: cast.lastName, jobTitle: 'éducatrice' },
    applicationName: cast.application,
    organizationName: cast.organization,
    usedWith: iPad,
    where: { kind: 'place', name: cast.organization },
    spot: {
      where: longueuil,
      latitude: 45.5312,
      longitude: -73.5185,
      radiusKilometers: 10,
      kind: 'city',
    },
    firstUse: true,
    network: '24.48.0.17',
    owner: 'Vidéotron',
    openedAt: ago(minutes(2)),
    repeats: 0,
    reasons: [{ kind: 'new-browser' }],
    proof: { kind: 'code', triesLeft: 5, signInHref: '/reglages' },
    error: 'none',
    chosen: { duration: 'always', date: '', scope: 'here', refusal: 'this-time' },
    scopes: ['here', 'region', 'anywhere', 'person-here', 'team-here'],
    hereIs: 'place',
    regionName: 'Québec',
    firstDate: '2026-11-23',
    returnTo: 'here',
    cardId: '',
    shown: 'shown',
    others: 0,
    newCountry: false,
  };
}

function pendingCards(ask: RequestPage, cast: Cast): Omit<PendingPage, 'shell' | 'result'> {
  const card = (
    id: string,
    person: RequestPage['person'],
    more: Partial<RequestPage>,
    rest: Partial<PendingCard> = {},
  ): PendingCard => ({
    href: `/demandes/${id}`,
    request: {
      ...ask,
      person,
      action: `/demandes/${id}`,
      proof: { kind: 'session', code: 'not-asked' },
      returnTo: 'list',
      cardId: `-${id}`,
      ...more,
    },
    page: 'open',
    standing: 'answerable',
    choice: { name: `demande-${id}`, value: 'shown' },
    ...rest,
  });
  const someone = { firstName: 'Nadia', lastName: 'Benali', jobTitle: 'éducatrice' };
  const windows: UsedWith = { device: 'computer', browser: 'edge', model: 'Windows' };
  return {
    padlock: 'closed',
    newsHref: '/news',
    severalAction: '/reglages/demandes/repondre',
    waiting: 4,
    nextHref: '/reglages?avant=5',
    firstHref: 'these',
    requests: [
      card('1', ask.person, {}),
      card('2', someone, {
        usedWith: windows,
        where: longueuil,
        hereIs: 'network',
        openedAt: ago(minutes(3)),
      }),
      card(
        '3',
        { ...ask.person, jobTitle: 'none' },
        {
          proof: { kind: 'session', code: 'asked' },
          firstUse: false,
          where: { kind: 'country', country: 'FR' },
          reasons: [{ kind: 'impossible-travel', kilometers: 5_140, hours: 1.2 }],
          openedAt: ago(minutes(5)),
          others: 1,
          newCountry: true,
        },
        { choice: 'none' },
      ),
      card(
        '4',
        { firstName: 'Sylvie', lastName: 'Gagnon', jobTitle: 'directrice' },
        { openedAt: ago(minutes(8)) },
        { standing: 'own', choice: 'none' },
      ),
      card(
        '5',
        { firstName: 'Olivier', lastName: 'Côté', jobTitle: 'none' },
        { applicationName: cast.application, where: { kind: 'unknown' }, openedAt: ago(minutes(60 * 20)) },
        { page: 'closed' },
      ),
    ],
  };
}

const closed: Readonly<Record<string, (cast: Cast) => RequestClosed>> = {
  'just-approved': ({ firstName }) => ({
    kind: 'just-approved',
    firstName,
    withdraw: { kind: 'post', action: '/withdraw' },
  }),
  'just-approved-by-link': ({ firstName }) => ({
    kind: 'just-approved',
    firstName,
    withdraw: { kind: 'sign-in', href: '/reglages/connexion' },
  }),
  'just-refused-device': ({ firstName }) => ({
    kind: 'just-refused-for-good',
    firstName,
    scope: 'device',
  }),
  'just-refused-person': ({ firstName }) => ({
    kind: 'just-refused-for-good',
    firstName,
    scope: 'person-device',
  }),
  'just-refused': ({ firstName }) => ({ kind: 'just-refused', firstName, until: ago(-minutes(15)) }),
  withdrawn: ({ firstName, lastName }) => ({
    kind: 'withdrawn',
    firstName,
    by: `Marc ${lastName}`,
    at: ago(minutes(3)),
  }),
  'withdrawn-by-you': ({ firstName }) => ({ kind: 'withdrawn', firstName, by: 'you', at: ago(minutes(3)) }),
  'answered-by-you': () => ({ kind: 'answered', by: 'you', answer: 'approved', at: ago(minutes(1)) }),
  'refused-by-you': () => ({ kind: 'answered', by: 'you', answer: 'refused', at: ago(minutes(1)) }),
  'answered-approved': () => ({ kind: 'answered', by: 'Marc Roy', answer: 'approved', at: ago(minutes(1)) }),
  'answered-refused': () => ({ kind: 'answered', by: 'operator', answer: 'refused', at: ago(minutes(1)) }),
  cancelled: () => ({ kind: 'cancelled' }),
  expired: () => ({ kind: 'expired' }),
  superseded: () => ({ kind: 'superseded' }),
  'worn-out': () => ({ kind: 'worn-out', signInHref: '/reglages' }),
  'nobody-waiting': () => ({ kind: 'nobody-waiting', signInHref: '/reglages' }),
  'own-browser': () => ({ kind: 'own-browser', demo: true }),
  'not-yours': () => ({ kind: 'not-yours' }),
};

const problemKinds: readonly (readonly [ProblemKind, number])[] = [
  ['not-found', 404],
  ['bad-request', 400],
  ['too-large', 413],
  ['wrong-origin', 403],
  ['interaction-over', 400],
  ['unknown-client', 400],
  ['bad-redirect', 400],
  ['bad-authorization-request', 400],
  ['unavailable', 503],
  ['busy', 503],
  ['unexpected', 500],
];

function signedIn(frame: Frame, cast: Cast): DemoApplicationPage {
  return {
    frame,
    applicationName: cast.application,
    outcome: {
      kind: 'signed-in',
      name: `${cast.firstName} ${cast.lastName}`,
      idTokenClaims: JSON.stringify(
        { iss: 'http://localhost:3000/realms/amisgest', name: cast.firstName },
        null,
        2,
      ),
      userinfo: JSON.stringify({ sub: '018f', organization: { papillons: { id: '018f' } } }, null, 2),
      tokens: [{ name: 'access_token', value: `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(600)}` }],
    },
    againHref: '/demo/sdg',
    logoutHref: '/demo/sdg/logout',
    demoHref: '/demo',
  };
}

/** Every state of every page, by a name that can be a path. */
export function everyPage(language: Language, cast: Cast = papillons): ReadonlyMap<string, string> {
  const frame = frameIn(language);
  const signIn = {
    frame,
    action: '/sign-in',
    challenge,
    applicationName: cast.application,
    audience: 'staff',
    username: '',
    error: 'none',
    notice: 'none',
  } as const;
  const organization = {
    frame,
    action: '/organization',
    notYouAction: '/not-you',
    firstName: cast.firstName,
    applicationName: cast.application,
    organizations: [
      { id: 'papillons', name: cast.organization, last: true },
      { id: 'arcenciel', name: 'Garderie L’Arc-en-ciel', last: false },
    ],
    changingFrom: 'none',
  } as const;
  const wait = waiting(frame, cast);
  const ask = request(frame, cast);
  const refusal = {
    frame,
    firstName: cast.firstName,
    applicationName: cast.application,
    organizationName: cast.organization,
    reason: 'refused',
    until: 'none',
    onCallPhone: '+14505550123',
    backAction: '/back',
    notYouAction: '/not-you',
  } as const;
  const pages: (readonly [string, string])[] = [
    ['sign-in', views.signInPage(signIn)],
    [
      'sign-in-mismatch',
      views.signInPage({ ...signIn, username: 'julie@papillons.test', error: 'mismatch' }),
    ],
    ['sign-in-known', views.signInPage({ ...signIn, username: 'julie@papillons.test' })],
    [
      'sign-in-parents',
      views.signInPage({ ...signIn, applicationName: 'Portail Parents', audience: 'parents' }),
    ],
    ['sign-in-wait-over', views.signInPage({ ...signIn, notice: 'wait-over' })],
    [
      'proof',
      views.proofPage({
        frame,
        action: '/proof',
        challenge,
        firstName: cast.firstName,
        applicationName: cast.application,
        notYouAction: '/not-you',
      }),
    ],
    ['organization', views.organizationPage(organization)],
    ['organization-changing', views.organizationPage({ ...organization, changingFrom: cast.organization })],
    ['continue-as', views.continueAsPage({ ...organization })],
    ['waiting', views.waitingPage(wait)],
    [
      'waiting-reminded',
      views.waitingPage({ ...wait, state: { kind: 'pending', remindedAt: now, nobodyAnswered: false } }),
    ],
    [
      'waiting-nobody-answered',
      views.waitingPage({ ...wait, state: { kind: 'pending', remindedAt: 'never', nobodyAnswered: true } }),
    ],
    ['waiting-nobody-asked', views.waitingPage({ ...wait, asked: [], onCallPhone: 'none' })],
    [
      'waiting-many',
      views.waitingPage({
        ...wait,
        asked: ['Sylvie', 'Marc', 'Olivier', 'Anne', 'Hélène', 'Zoé'],
        reasons: ['new-browser', 'new-network'],
      }),
    ],
    ['waiting-offer', views.waitingPage({ ...wait, offer: { action: '/offer', challenge } })],
    ['waiting-own', views.waitingPage({ ...wait, firstName: 'Sylvie', asked: ['Marc'], own: true })],
    ['waiting-own-alone', views.waitingPage({ ...wait, firstName: 'Sylvie', asked: [], own: true })],
    [
      'waiting-approved',
      views.waitingPage({
        ...wait,
        state: { kind: 'approved', continueHref: '/continue', how: 'by-itself' },
      }),
    ],
    [
      'waiting-approved-by-hand',
      views.waitingPage({ ...wait, state: { kind: 'approved', continueHref: '/continue', how: 'by-hand' } }),
    ],
    ['waiting-refused', views.waitingPage({ ...wait, state: { kind: 'refused' } })],
    ['waiting-cancelled', views.waitingPage({ ...wait, state: { kind: 'cancelled' } })],
    ['waiting-expired', views.waitingPage({ ...wait, state: { kind: 'expired' } })],
    ['refusal', views.refusalPage(refusal)],
    ['refusal-until', views.refusalPage({ ...refusal, until: ago(-minutes(15)) })],
    [
      'refusal-account-disabled',
      views.refusalPage({
        ...refusal,
        reason: 'account-disabled',
        organizationName: 'none',
        onCallPhone: 'none',
      }),
    ],
    [
      'refusal-no-child-record',
      views.refusalPage({
        ...refusal,
        reason: 'no-child-record',
        organizationName: 'none',
        onCallPhone: 'none',
      }),
    ],
    ['request-code', views.requestPage(ask)],
    [
      'request-code-wrong',
      views.requestPage({
        ...ask,
        error: 'code-wrong',
        proof: { kind: 'code', triesLeft: 1, signInHref: '/reglages' },
        repeats: 3,
        chosen: { ...ask.chosen, duration: '30-days' },
      }),
    ],
    ['request-code-incomplete', views.requestPage({ ...ask, error: 'code-incomplete' })],
    [
      'request-code-tick-box',
      views.requestPage({
        ...ask,
        error: 'tick-box',
        where: { kind: 'unknown' },
        spot: 'unknown',
        network: 'unknown',
        owner: 'unknown',
        scopes: [],
      }),
    ],
    [
      'request-far',
      views.requestPage({
        ...ask,
        firstUse: false,
        where: { kind: 'city', city: 'Laval', region: 'Pays de la Loire' },
        reasons: [{ kind: 'impossible-travel', kilometers: 5_140, hours: 1.2 }],
        scopes: ['region', 'here', 'anywhere'],
        chosen: { ...ask.chosen, scope: 'anywhere' },
        hereIs: 'network',
        regionName: 'Pays de la Loire',
      }),
    ],
    [
      'request-until-date',
      views.requestPage({
        ...ask,
        proof: { kind: 'session', code: 'not-asked' },
        error: 'date',
        chosen: { duration: 'until-date', date: '2026-02-31', scope: 'here', refusal: 'person-device' },
      }),
    ],
    [
      'request-on-a-network',
      views.requestPage({
        ...ask,
        where: longueuil,
        scopes: ['here'],
        hereIs: 'network',
      }),
    ],
    [
      'request-session',
      views.requestPage({
        ...ask,
        proof: { kind: 'session', code: 'not-asked' },
        firstUse: false,
        repeats: 1,
        reasons: [
          { kind: 'new-network' },
          // The brands of ids exist in types only.
          { kind: 'approved-elsewhere', requestId: 'r1' as ApprovalRequestId },
        ],
      }),
    ],
    [
      'request-unknown',
      views.requestPage({
        ...ask,
        person: { ...ask.person, jobTitle: 'none' },
        firstUse: false,
        usedWith: { device: 'unknown', browser: 'unknown', model: 'unknown' },
        where: { kind: 'local' },
        proof: { kind: 'session', code: 'not-asked' },
        error: 'choose',
      }),
    ],
    ['logout-confirm', views.logoutPage({ frame, state: { kind: 'confirm', action: '/logout', xsrf: 'x' } })],
    ['logout-done', views.logoutPage({ frame, state: { kind: 'done' } })],
    ['privacy', views.privacyPage({ frame })],
    ['help', views.helpPage({ frame })],
    ...morePages(frame, cast),
    ...consolePages(frame, cast),
    ...mapPages(frame, cast),
  ];
  for (const [name, state] of Object.entries(closed)) {
    pages.push([`closed-${name}`, views.requestClosedPage({ frame, state: state(cast) })]);
  }
  for (const [kind, status] of problemKinds) {
    const detail = status === 400 ? 'redirect_uri did not match' : 'none';
    pages.push([`problem-${kind}`, views.problemPage({ frame, kind, status, detail, reference: 'b7f2c1' })]);
  }
  return new Map(pages);
}

function morePages(frame: Frame, cast: Cast): [string, string][] {
  const pending = { shell: shellOf(frame, cast, 'pending') };
  const ask = request(frame, cast);
  const mail = approvalMail(frame.language, cast);
  const demo = signedIn(frame, cast);
  const demoFront: DemoPage = {
    frame,
    password: 'Cadenas-2026',
    people: [
      {
        email: 'sylvie.gagnon@papillons.test',
        name: 'Sylvie Gagnon',
        role: 'administration',
        organizations: [cast.organization],
      },
      {
        email: 'nadia.benali@papillons.test',
        name: 'Nadia Benali',
        role: 'educator-and-parent',
        organizations: [cast.organization, 'Garderie L’Arc-en-ciel'],
      },
      { email: 'olivier.cote@exemple.test', name: 'Olivier Côté', role: 'parent', organizations: [] },
    ],
    applications: [
      { id: 'amisgest-sdg', name: cast.application, href: '/demo/sdg', audience: 'staff' },
      { id: 'amisgest-mobile', name: 'Amisgest mobile', href: '/demo/mobile', audience: 'staff' },
      { id: 'portail-parents', name: 'Portail Parents', href: '/demo/parents', audience: 'parents' },
    ],
    mailboxHref: '/demo/courrier',
    mailCount: 2,
    sylviesMailHref: '/demo/courrier/2',
    signedOutOf: 'none',
  };
  return [
    ['pending', views.pendingPage({ ...pending, ...pendingCards(ask, cast), result: 'none' })],
    [
      'pending-answered',
      views.pendingPage({
        ...pending,
        ...pendingCards(ask, cast),
        result: { kind: 'approved', firstName: 'Nadia', undoAction: '/demandes/9/annuler' },
      }),
    ],
    [
      'pending-several',
      views.pendingPage({
        ...pending,
        ...pendingCards(ask, cast),
        result: { kind: 'several-approved', done: 2, changed: 1, code: 1, own: 1, late: 2 },
      }),
    ],
    [
      'pending-none',
      views.pendingPage({
        ...pending,
        severalAction: '/several',
        padlock: 'open',
        newsHref: '/news',
        result: 'none',
        requests: [],
        waiting: 0,
        nextHref: 'none',
        firstHref: 'these',
      }),
    ],
    ['demo', views.demoPage(demoFront)],
    [
      'demo-signed-out',
      views.demoPage({ ...demoFront, sylviesMailHref: 'none', signedOutOf: cast.application }),
    ],
    ['demo-application', views.demoApplicationPage(demo)],
    [
      'demo-application-failed',
      views.demoApplicationPage({
        ...demo,
        outcome: { kind: 'failed', error: 'access_denied', description: 'the connection was refused' },
      }),
    ],
    [
      'demo-application-stale',
      views.demoApplicationPage({
        ...demo,
        outcome: { kind: 'failed', error: 'stale_return', description: 'the address was opened twice' },
      }),
    ],
    [
      'demo-application-error',
      views.demoApplicationPage({
        ...demo,
        outcome: { kind: 'failed', error: 'server_error', description: '' },
      }),
    ],
    [
      'mailbox',
      views.mailboxPage({
        frame,
        messages: [
          {
            href: '/demo/courrier/2',
            to: 'Sylvie Gagnon',
            subject: mail.subject,
            sentAt: ago(minutes(1)),
          },
          {
            href: '/demo/courrier/1',
            to: 'Marc Roy',
            subject: mail.subject,
            sentAt: ago(minutes(60 * 24 * 12)),
          },
        ],
      }),
    ],
    ['mailbox-empty', views.mailboxPage({ frame, messages: [] })],
    [
      'mailbox-message',
      views.mailboxMessagePage({
        frame,
        to: 'sylvie.gagnon@papillons.test',
        from: 'Amisgest – Connexions <connexions@amisgest.test>',
        subject: mail.subject,
        sentAt: ago(minutes(1)),
        text: mail.text,
        htmlHref: '/mail.html',
        mailboxHref: '/demo/courrier',
      }),
    ],
  ];
}

export const requestUrl = 'https://connexion.amisgest.test/demandes/1/2/qD8x-mZ1k2v3';

export function approvalMail(
  language: Language,
  cast: Cast = papillons,
  changes: Partial<ApprovalRequestedMail> = {},
): Mail {
  return views.approvalRequestedMail({
    language,
    person: cast,
    applicationName: cast.application,
    organizationName: cast.organization,
    usedWith: iPad,
    where: longueuil,
    firstUse: true,
    openedAt: ago(minutes(2)),
    requestUrl,
    consoleUrl: 'https://connexion.amisgest.test/reglages',
    ...changes,
  });
}

export function newsMail(language: Language, news: ConnectionMail['news'], cast: Cast = papillons): Mail {
  return views.connectionMail({
    language,
    news,
    firstName: cast.firstName,
    applicationName: cast.application,
    organizationName: cast.organization,
    usedWith: iPad,
    where: longueuil,
    at: ago(minutes(2)),
    onCallPhone: '+14505550123',
  });
}

export function padlockNews(
  language: Language,
  changes: Partial<PadlockMail> = {},
  cast: Cast = papillons,
): Mail {
  return views.padlockMail({
    language,
    firstName: cast.firstName,
    organizationName: cast.organization,
    news: 'opened',
    by: `Marc ${cast.lastName}`,
    at: ago(minutes(2)),
    until: ago(-minutes(146)),
    consoleUrl: 'https://connexion.amisgest.test/reglages',
    ...changes,
  });
}

export function everyMail(language: Language, cast: Cast = papillons): ReadonlyMap<string, Mail> {
  return new Map([
    ['request', approvalMail(language, cast)],
    ['request-again', approvalMail(language, cast, { firstUse: false })],
    [
      'request-at-a-place',
      approvalMail(language, cast, { where: { kind: 'place', name: cast.organization } }),
    ],
    [
      'request-at-a-hostile-city',
      approvalMail(language, cast, {
        where: { kind: 'city', city: cast.application, region: cast.lastName },
      }),
    ],
    ['request-from-nowhere', approvalMail(language, cast, { where: { kind: 'unknown' } })],
    ['padlock-opened', padlockNews(language, {}, cast)],
    ['padlock-opened-for-long', padlockNews(language, { until: 'further-notice', by: 'operator' }, cast)],
    ['padlock-closed', padlockNews(language, { news: 'closed', until: 'further-notice' }, cast)],
    ['padlock-reclosed', padlockNews(language, { news: 'reclosed', by: 'nobody' }, cast)],
    ['waiting', newsMail(language, 'waiting', cast)],
    ['approved', newsMail(language, 'approved', cast)],
    ['refused', newsMail(language, 'refused', cast)],
  ]);
}

export const languages: readonly Language[] = ['fr', 'en'];
