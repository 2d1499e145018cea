import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type AskedFor,
  isFixed,
  ruleOfApproval,
  type Scope,
  scopesOf,
} from '../../policies/approval-scopes.ts';
import { compile } from '../../policies/compile.ts';
import { decide } from '../../policies/decide.ts';
import type { SignInFacts } from '../../policies/facts.ts';
import {
  centre,
  daycare,
  device,
  early,
  home,
  hour,
  julie,
  julieAtWork,
  nadia,
  phone,
  quebec,
  region,
  ruleId,
  tablet,
} from './people.ts';

const test = suite('how far an approval reaches');

const stranger: AskedFor = {
  userId: julie,
  browserId: tablet,
  deviceId: device('tablet'),
  network: daycare,
  place: 'none',
  region: quebec,
  line: 'unknown',
  use: { people: 0, days: 0 },
  proof: 'proven',
  approvedElsewhere: false,
};
const atTheCentre: AskedFor = { ...stranger, place: centre };
const seen = { people: 2, days: 3 };

/** Who enters once this was approved; facts as they differ from Julie's, with her tablet, at work. */
function outcomes(
  asked: AskedFor,
  scope: Scope,
  differences: readonly Partial<SignInFacts>[],
): readonly string[] {
  const terms = ruleOfApproval(asked, scope, early + hour);
  if (terms === 'none') return ['no rule'];
  const rules = compile([{ id: ruleId('written'), ...terms }], 17);
  const facts = {
    region: quebec,
    proof: 'proven',
    device: { id: device('tablet'), kind: 'tablet', status: 'ordinary' },
    places: { inside: [centre], perhaps: [] },
  } as const;
  return differences.map((difference) => decide(julieAtWork({ ...facts, ...difference }), rules).outcome);
}
const elsewhere = { places: { inside: [], perhaps: [] }, network: home } as const;
const otherDevice = {
  browserId: phone,
  device: { id: device('phone'), kind: 'phone', status: 'ordinary' },
} as const;

test('what is written is an authorization without a beginning', () => {
  assert.equal(ruleOfApproval(atTheCentre, 'here', early + hour), {
    effect: 'allow',
    conditions: { userId: julie, browserId: tablet, placeId: centre },
    validFrom: 'always',
    validUntil: early + hour,
  });
});

test('at a named place, Julie is let in with this tablet there', () => {
  assert.is(scopesOf(atTheCentre)[0], 'here');
  assert.equal(
    outcomes(atTheCentre, 'here', [
      {},
      { userId: nadia },
      otherDevice,
      elsewhere,
      { network: home },
      { at: early + hour },
    ]),
    ['allow', 'ask', 'ask', 'ask', 'allow', 'ask'],
  );
});

test('on a line that two people used on three days, Julie is let in with this tablet on that line', () => {
  const fixed = { ...stranger, use: seen };
  assert.is(scopesOf(fixed)[0], 'here');
  assert.equal(outcomes(fixed, 'here', [elsewhere, { ...elsewhere, network: daycare }]), ['ask', 'allow']);
});

test('a line is fixed when it is a named place’s, or two people came by it on three days, and nobody’s carrier', () => {
  const fixed = (line: AskedFor['line'], use: AskedFor['use'], place: AskedFor['place'] = 'none') =>
    isFixed({ line, use, place });
  assert.equal(
    [
      fixed('unknown', seen),
      fixed('fixed', seen),
      fixed('unknown', { people: 1, days: 30 }),
      fixed('unknown', { people: 9, days: 2 }),
      fixed('mobile', seen),
      fixed('shared', seen),
      fixed('mobile', { people: 0, days: 0 }, centre),
    ],
    [true, true, false, false, false, false, true],
  );
});

test('on any other line Julie’s proven tablet is let in anywhere in Québec', () => {
  assert.equal(scopesOf(stranger), ['region', 'here', 'anywhere']);
  assert.equal(
    outcomes(stranger, 'region', [
      elsewhere,
      { ...elsewhere, region: region('CA-ON') },
      { ...elsewhere, proof: 'unproven' },
      { ...elsewhere, region: 'unknown' },
    ]),
    ['allow', 'ask', 'ask', 'ask'],
  );
});

test('a proven browser that is let in somewhere else already is proposed its region, even at the centre', () => {
  assert.is(scopesOf({ ...atTheCentre, approvedElsewhere: true })[0], 'region');
});

test('a browser without proof is offered nothing wider than where it is', () => {
  for (const proof of ['unproven', 'changed'] as const) {
    assert.equal(scopesOf({ ...stranger, proof, approvedElsewhere: true }), ['here']);
    assert.is(ruleOfApproval({ ...stranger, proof }, 'region', 'always'), 'none');
    assert.is(ruleOfApproval({ ...stranger, proof }, 'anywhere', 'always'), 'none');
  }
});

test('where the region is not known, this network is proposed', () => {
  assert.equal(scopesOf({ ...stranger, region: 'unknown' }), ['here', 'anywhere']);
  assert.is(ruleOfApproval({ ...stranger, region: 'unknown' }, 'region', 'always'), 'none');
});

test('Julie anywhere with this tablet is Julie, with this tablet', () => {
  assert.equal(
    outcomes(stranger, 'anywhere', [
      elsewhere,
      { ...elsewhere, userId: nadia },
      { ...elsewhere, ...otherDevice },
    ]),
    ['allow', 'ask', 'ask'],
  );
});

test('Julie at the centre, whatever she holds; the whole team with this device at the centre', () => {
  assert.equal(scopesOf(atTheCentre), ['here', 'region', 'anywhere', 'person-here', 'team-here']);
  assert.equal(outcomes(atTheCentre, 'person-here', [otherDevice, { userId: nadia }, elsewhere]), [
    'allow',
    'ask',
    'ask',
  ]);
  assert.equal(outcomes(atTheCentre, 'team-here', [{ userId: nadia }, otherDevice, elsewhere]), [
    'allow',
    'ask',
    'ask',
  ]);
});

test('what belongs to a named place is not offered elsewhere, and writes nothing', () => {
  for (const scope of ['person-here', 'team-here'] as const) {
    assert.not(scopesOf(stranger).includes(scope));
    assert.is(ruleOfApproval(stranger, scope, 'always'), 'none');
  }
});

test('an approval from who knows where writes no rule', () => {
  assert.is(ruleOfApproval({ ...stranger, network: 'unknown' }, 'here', 'always'), 'none');
});

test.run();
