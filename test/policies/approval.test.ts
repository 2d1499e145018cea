import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type AnswerFacts,
  isFresh,
  isRisky,
  linkNeedsWaiterWithin,
  type MayAnswer,
  mayAnswer,
  openRequestsPerPerson,
  refusedThisTimeFor,
  requestLifetime,
  ruleOfRefusal,
  triesPerLink,
  validUntil,
  waitContinuesFor,
  waitContinuesOnSharedDeviceFor,
} from '../../policies/approval.ts';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { DeviceId, SignInFacts } from '../../policies/facts.ts';
import {
  daycare,
  early,
  hour,
  julie,
  julieAtWork,
  julieRequest,
  minute,
  nadia,
  phone,
  ruleId,
  tablet,
} from './people.ts';

const test = suite('approvals');
const day = 24 * hour;

test('the lengths are those of the design', () => {
  assert.equal(
    [
      requestLifetime,
      waitContinuesFor,
      waitContinuesOnSharedDeviceFor,
      linkNeedsWaiterWithin,
      refusedThisTimeFor,
    ],
    [60 * day, 60 * minute, 15 * minute, 10 * minute, 15 * minute],
  );
  assert.equal([triesPerLink, openRequestsPerPerson], [5, 3]);
});

test('an approval is fresh for a day, and for who answered on a clock a little ahead', () => {
  const fresh = (decidedAt: number) =>
    isFresh({ requestId: julieRequest, decidedAt, network: daycare }, early);
  assert.equal([early, early - day + 1, early + 5].map(fresh), [true, true, true]);
  assert.equal([early - day, early - 2 * day].map(fresh), [false, false]);
});

test('always, today, 30 days, until a date', () => {
  const ends = { ofToday: early + 17 * hour, ofDate: early + 90 * day };
  assert.is(validUntil(early, 'always', ends), 'always');
  assert.is(validUntil(early, 'today', ends), early + 17 * hour);
  assert.is(validUntil(early, '30-days', ends), early + 30 * day);
  assert.is(validUntil(early, 'until-date', ends), early + 90 * day);
});

const deviceId = 'the machine' as DeviceId; // branded here, for a test
const asked = { userId: julie, browserId: tablet, deviceId };

test('« jusqu’à nouvel ordre » refuses Julie with this tablet, or everyone with the machine, and never ends', () => {
  const refusal = (scope: 'person-device' | 'device') => ruleOfRefusal(asked, scope, early);
  assert.equal(refusal('person-device').conditions, { userId: julie, browserId: tablet });
  assert.equal(refusal('device').conditions, { deviceId });
  assert.equal([refusal('person-device').validUntil, refusal('device').validUntil], ['always', 'always']);
});

test('« Refuser cette fois » is written as a refusal without a beginning', () => {
  assert.equal(ruleOfRefusal(asked, 'this-time', early), {
    effect: 'deny',
    conditions: { userId: julie, browserId: tablet },
    validFrom: 'always',
    validUntil: early + 15 * minute,
  });
});

test('« Refuser cette fois » turns Julie away with this tablet, from anywhere, for a quarter of an hour', () => {
  const rules = compile([{ id: ruleId('refused'), ...ruleOfRefusal(asked, 'this-time', early) }], 17);
  const outcome = (difference: Partial<SignInFacts>) => decide(julieAtWork(difference), rules).outcome;
  assert.is(outcome({}), 'deny');
  assert.is(outcome({ network: 'unknown' }), 'deny');
  assert.is(outcome({ browserId: phone }), 'ask');
  assert.is(outcome({ userId: nadia }), 'ask');
  assert.is(outcome({ at: early + 15 * minute - 1 }), 'deny');
  assert.is(outcome({ at: early + 15 * minute }), 'ask');
});

/** Sylvie, by the link of her mail, answers Julie, who waits. */
const sylvieByLink: AnswerFacts = {
  at: early,
  role: 'administration',
  askerIsThisBrowser: false,
  askerIsThisPerson: false,
  requestStatus: 'pending',
  expiresAt: early + 1,
  lastWaitedAt: early,
  attempts: 0,
  proof: 'link',
};

const answers: readonly (readonly [name: string, answer: MayAnswer, difference: Partial<AnswerFacts>])[] = [
  ['Sylvie answers by her link', 'ok', {}],
  ['Sylvie answers signed in', 'ok', { proof: 'session' }],
  ['Nadia, an educator, answers nobody', 'not-yours', { role: 'none' }],
  ['Nadia signed in answers nobody', 'not-yours', { role: 'none', proof: 'session' }],
  [
    'Nadia does not even learn that it was answered',
    'not-yours',
    { role: 'none', requestStatus: 'approved' },
  ],
  ['Sylvie does not answer her own request by link', 'not-yours', { askerIsThisPerson: true }],
  ['nor from another browser, signed in', 'not-yours', { askerIsThisPerson: true, proof: 'session' }],
  ['nor from the browser that asks', 'not-yours', { askerIsThisPerson: true, askerIsThisBrowser: true }],
  [
    'Julie’s tablet does not answer Julie, whoever holds the link',
    'own-browser',
    { askerIsThisBrowser: true },
  ],
  ['nor with Sylvie signed in on it', 'own-browser', { askerIsThisBrowser: true, proof: 'session' }],
  ['Marc approved first', 'answered', { requestStatus: 'approved' }],
  ['Marc refused first', 'answered', { requestStatus: 'refused' }],
  [
    'Marc answered first, says even the browser that asked',
    'answered',
    { requestStatus: 'approved', askerIsThisBrowser: true },
  ],
  ['Julie cancelled', 'cancelled', { requestStatus: 'cancelled' }],
  ['the rules let Julie in meanwhile', 'superseded', { requestStatus: 'superseded' }],
  ['the request was swept', 'expired', { requestStatus: 'expired' }],
  ['the request expired and is not swept yet', 'expired', { expiresAt: early }],
  ['an expired request is closed to a session too', 'expired', { expiresAt: early, proof: 'session' }],
  ['four wrong codes leave one try', 'ok', { attempts: 4 }],
  ['five wrong codes wear the link out', 'worn-out', { attempts: 5 }],
  ['a worn-out link says so though nobody waits', 'worn-out', { attempts: 6, lastWaitedAt: 0 }],
  ['a worn-out link does not stop a session', 'ok', { attempts: 5, proof: 'session' }],
  ['a page seen ten minutes ago still waits', 'ok', { lastWaitedAt: early - 10 * minute }],
  ['a page seen earlier does not', 'nobody-waiting', { lastWaitedAt: early - 10 * minute - 1 }],
  ['a session answers though nobody waits', 'ok', { lastWaitedAt: 0, proof: 'session' }],
];

for (const [name, answer, difference] of answers) {
  test(name, () => assert.is(mayAnswer({ ...sylvieByLink, ...difference }), answer));
}

test('a request is at risk after an impossible journey, with a key that changed or is missing, from a shared line, from a new country, when two wait under one name, or with another request of the person', () => {
  const plain = {
    reasons: [{ kind: 'new-browser' }, { kind: 'new-network' }],
    disputed: false,
    line: 'fixed',
    others: 0,
    newCountry: false,
  } as const;
  assert.not(isRisky(plain));
  assert.not(isRisky({ ...plain, line: 'mobile' }));
  assert.ok(isRisky({ ...plain, disputed: true }));
  assert.ok(isRisky({ ...plain, line: 'shared' }));
  assert.ok(isRisky({ ...plain, others: 1 }));
  assert.ok(isRisky({ ...plain, newCountry: true }));
  for (const reason of [
    { kind: 'impossible-travel', kilometers: 5_000, hours: 1 },
    { kind: 'changed-key' },
    { kind: 'unproven-browser' },
  ] as const)
    assert.ok(isRisky({ ...plain, reasons: [...plain.reasons, reason] }), reason.kind);
});

test.run();
