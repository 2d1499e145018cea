import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { noNames } from '../../../db/names.ts';
import type { RuleTerms } from '../../../policies/approval.ts';
import { families, machineKinds } from '../../../policies/recognition.ts';
import type { Conditions } from '../../../policies/rules.ts';
import { draftIn, draftOf, fieldsOf } from '../../../provider/console/rules/draft.ts';
import { instantOf, localTimeOf } from '../../../provider/console/rules/local-time.ts';
import { fingerprintOf } from '../../../provider/console/rules/preview.ts';
import { termsIn } from '../../../provider/console/rules/terms.ts';
import { isForEveryone } from '../../../provider/console/rules/warnings.ts';
import type { Fields } from '../../../provider/http/forms.ts';
import { nameRule } from '../../../provider/rules/index.ts';
import { sayRule } from '../../../views/index.ts';
import { times } from '../../policies/effort.ts';

const test = suite('the form of an authorization or a refusal');

const timeZone = 'America/Toronto';
/** Wednesday 25 November 2026, noon in Montréal. */
const now = Date.UTC(2026, 10, 25, 17);
const reading = { timeZone, now, before: 'none' } as const;

const read = (fields: Fields, before: RuleTerms | 'none' = 'none') =>
  termsIn(draftIn({ effect: 'allow', ...fields }), { ...reading, before });
function terms(fields: Fields, before: RuleTerms | 'none' = 'none'): RuleTerms {
  const found = read(fields, before);
  if (found.kind === 'faults') throw new Error(JSON.stringify(found.faults));
  return found.terms;
}
function faults(fields: Fields): readonly string[] {
  const found = read(fields);
  return found.kind === 'faults' ? found.faults.map(({ field, kind }) => `${field}: ${kind}`) : [];
}
const said = (written: RuleTerms) => sayRule(nameRule(written, noNames, { now, timeZone }), 'en');

test('Sylvie fills in nothing: everyone, everywhere, for ever', () => {
  assert.equal(terms({}), { effect: 'allow', conditions: {}, validFrom: 'always', validUntil: 'always' });
  assert.ok(isForEveryone(terms({})));
});

test('no person, no machine, no place and no narrow network: whatever else it says, it is for everyone', () => {
  const networks = ['0.0.0.0/0', '0.0.0.0/1', '10.0.0.0/15', '2001:d00::/24'].map((network) => ({ network }));
  const kinds: readonly Fields[] = [{ deviceKind: 'computer' }, { browserFamily: 'firefox' }, { role: 'x' }];
  const where: readonly Fields[] = [{ country: 'CA' }, { region: 'CA-QC' }, { application: 'amisgest-sdg' }];
  for (const fields of [...networks, ...kinds, ...where, { 'mon-0': 'yes' }])
    assert.ok(isForEveryone(terms(fields)), JSON.stringify(fields));
  const narrow = ['192.0.2.0/24', '10.1.0.0/16', '192.0.2.7', '2001:db8::/32'].map((network) => ({
    network,
  }));
  const named: readonly Fields[] = [{ person: 'julie' }, { machine: 'browser:x' }, { machine: 'device:x' }];
  for (const fields of [...narrow, ...named, { place: 'centre', country: 'CA' }])
    assert.not.ok(isForEveryone(terms(fields)), JSON.stringify(fields));
});

test('a refusal is for everyone when it names nothing at all', () => {
  const refusal = (fields: Fields) => isForEveryone(terms({ ...fields, effect: 'deny' }));
  assert.ok(refusal({}));
  assert.ok(refusal({ network: '0.0.0.0/0', 'mon-0': 'yes' }));
  assert.not.ok(refusal({ country: 'FR' }));
  assert.not.ok(refusal({ deviceKind: 'phone' }));
});

test('a country and a region are those that can be observed, however they are typed', () => {
  assert.is(terms({ region: 'ca-qc' }).conditions.region, 'CA-QC');
  assert.is(terms({ region: 'US-ny' }).conditions.region, 'US-NY');
  assert.is(terms({ country: 'fr' }).conditions.country, 'FR');
  for (const region of ['Québec', 'CA', 'CA-ZZ', 'ZZ-QC', 'ca-qc-x', 'CA-Q C', '__proto__'])
    assert.equal(faults({ region }), ['region: gone'], region);
  for (const country of ['zzz', 'ZZ', 'Canada', 'C', '__proto__'])
    assert.equal(faults({ country }), ['country: gone'], country);
});

test('what is neither an authorization nor a refusal is not taken for one', () => {
  for (const effect of ['', 'DENY', 'refuse', 'allow deny', '__proto__'])
    assert.equal(faults({ effect }), ['effect: no-effect'], effect);
  assert.equal(fieldsOf(draftIn({ person: 'julie' })), { person: 'julie' });
});

test('a day is meant to its end on the wall of the centre, also on the night when clocks change', () => {
  const until = (validUntil: string) => new Date(Number(terms({ validUntil }).validUntil)).toISOString();
  assert.is(until('2026-12-03'), '2026-12-04T05:00:00.000Z');
  assert.is(until('2027-03-14'), '2027-03-15T04:00:00.000Z');
  assert.match(said(terms({ validUntil: '2026-12-03' })), /until December\s3, 2026\.$/);
});

test('an hour that is missing in spring is the one that clocks show, and one that is doubled in autumn the first', () => {
  const at = (date: string, time: string) => {
    const instant = instantOf({ date, time }, timeZone);
    return instant === 'none' ? 'none' : new Date(instant).toISOString();
  };
  assert.is(at('2027-03-14', '02:30'), '2027-03-14T07:30:00.000Z');
  assert.is(at('2026-11-01', '01:30'), '2026-11-01T05:30:00.000Z');
  for (const [date, time] of [
    ['2026-02-30', '10:00'],
    ['2026-13-01', '10:00'],
    ['yesterday', '10:00'],
    ['2026-11-25', '24:10'],
  ] as const)
    assert.is(at(date, time), 'none', `${date} ${time}`);
});

test('hours are typed as people write them; empty hours are the whole day, midnight its end', () => {
  const schedule = (fields: Fields) => terms(fields).conditions.schedule;
  assert.is(
    schedule({ 'mon-0': 'yes', 'tue-0': 'yes', 'from-0': '6 h 30', 'to-0': '18:00' }),
    'mon,tue 06:30-18:00',
  );
  assert.is(schedule({ 'sat-3': 'yes' }), 'sat 00:00-24:00');
  assert.is(schedule({ 'fri-0': 'yes', 'from-0': '22:00', 'to-0': '06:00' }), 'fri 22:00-06:00');
  assert.is(schedule({ 'fri-0': 'yes', 'from-0': '22:00', 'to-0': '00:00' }), 'fri 22:00-24:00');
  assert.is(
    schedule({
      'mon-0': 'yes',
      'from-0': '06:00',
      'to-0': '12:00',
      'mon-1': 'yes',
      'from-1': '12:00',
      'to-1': '18:00',
    }),
    'mon 06:00-18:00',
  );
});

test('each thing that means nothing is told beside its field', () => {
  const wrong: readonly (readonly [Fields, string])[] = [
    [{ network: 'chez nous' }, 'network: network'],
    [{ network: '192.0.2.0/33' }, 'network: network'],
    [{ network: '2001:db8::/96' }, 'network: narrow-network'],
    [{ 'from-0': '06:00', 'to-0': '12:00' }, 'hours: no-days'],
    [{ 'mon-0': 'yes', 'from-0': '06:00' }, 'hours: no-time'],
    [{ 'mon-0': 'yes', 'from-0': '26:00', 'to-0': '12:00' }, 'hours: no-time'],
    [{ 'mon-0': 'yes', 'from-0': '06:00', 'to-0': '06:00' }, 'hours: no-length'],
    [{ validUntil: '2026-02-30' }, 'validUntil: date'],
    [{ validUntilTime: '10:00' }, 'validUntil: date'],
    [{ validFrom: 'demain' }, 'validFrom: date'],
    [{ validUntil: '2026-11-24' }, 'validUntil: over'],
    [{ validFrom: '2026-12-10', validUntil: '2026-12-03' }, 'validUntil: order'],
    [{ deviceKind: 'toaster' }, 'deviceKind: gone'],
    [{ browserFamily: 'netscape' }, 'browserFamily: gone'],
    [{ machine: 'telephone' }, 'machine: gone'],
  ];
  for (const [fields, fault] of wrong) assert.equal(faults(fields), [fault], JSON.stringify(fields));
});

test('a rule that is there keeps its instants to the millisecond, unless they are changed', () => {
  const before: RuleTerms = {
    effect: 'allow',
    conditions: {},
    validFrom: now - 123_456,
    validUntil: now + 30 * 24 * 3_600_000 + 789,
  };
  const shown = fieldsOf(draftOf(before, timeZone));
  assert.equal(terms(shown, before), before);
  assert.is(fingerprintOf(terms(shown, before)), fingerprintOf(before));
  const changed = terms({ ...shown, validUntilTime: '10:00' }, before);
  assert.is(changed.validFrom, before.validFrom);
  assert.is.not(changed.validUntil, before.validUntil);
});

test('one that ended is shown as it was and not taken for a new end', () => {
  const before: RuleTerms = { effect: 'deny', conditions: {}, validFrom: 'always', validUntil: now - 1 };
  assert.equal(terms(fieldsOf(draftOf(before, timeZone)), before), before);
});

test('a thousand spans, a name as long as a page and fields of another form are read, and no more than is there', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`mon-${index}`, 'yes']));
  assert.is(terms(many).conditions.schedule, 'mon 00:00-24:00');
  assert.is(terms({ role: 'x'.repeat(5000) }).conditions.role?.length, 200);
  assert.equal(terms({ step: 'preview', __proto__: 'x', seen: 'y' }), terms({}));
});

const id = fc.stringMatching(/^[0-9a-f-]{8,36}$/);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'));
const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, { minLength: 1 });
const span = fc
  .tuple(
    days,
    fc.option(
      fc.tuple(time, time).filter(([from, to]) => from !== to),
      { nil: undefined },
    ),
  )
  .map(([chosen, hours]) => ({ chosen, from: hours?.[0] ?? '', to: hours?.[1] ?? '' }));
const date = fc
  .integer({ min: 1, max: 2000 })
  .map((after) => localTimeOf(now + after * 24 * 3_600_000, timeZone).date);
const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const network = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`),
  fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 64 })).map(([address, length]) => `${address}/${length}`),
);

/** Whatever somebody may fill in that means something. */
const filled: fc.Arbitrary<Fields> = fc
  .record({
    effect: fc.constantFrom('allow', 'deny'),
    person: optional(id),
    machine: optional(
      fc.oneof(
        id.map((one) => `browser:${one}`),
        id.map((one) => `device:${one}`),
        fc.tuple(id, id).map(([browser, device]) => `browser:${browser} device:${device}`),
      ),
    ),
    place: optional(id),
    role: optional(fc.constantFrom('administration', 'educator', 'remplaçante')),
    application: optional(fc.constantFrom('amisgest-sdg', 'reglages')),
    deviceKind: optional(fc.constantFrom(...machineKinds)),
    browserFamily: optional(fc.constantFrom(...families)),
    network: optional(network),
    region: optional(fc.constantFrom('CA-QC', 'FR-PDL')),
    country: optional(fc.constantFrom('CA', 'FR')),
    validFrom: optional(fc.tuple(date, optional(time))),
    validUntil: optional(fc.tuple(date, optional(time))),
    spans: fc.array(span, { maxLength: 5 }),
  })
  .map(({ spans, validFrom, validUntil, ...texts }) => {
    const fields: Record<string, string> = {};
    const set = (name: string, value: string | undefined) => {
      if (value !== undefined && value !== '') fields[name] = value;
    };
    for (const [name, value] of Object.entries(texts)) set(name, value);
    set('validFrom', validFrom?.[0]);
    set('validFromTime', validFrom?.[1]);
    set('validUntil', validUntil?.[0]);
    set('validUntilTime', validUntil?.[1]);
    spans.forEach(({ chosen, from, to }, index) => {
      for (const day of chosen) set(`${day}-${index}`, 'yes');
      set(`from-${index}`, from);
      set(`to-${index}`, to);
    });
    return fields;
  });

test('what is filled in, written and shown again is the same rule, and says the same sentence', () => {
  fc.assert(
    fc.property(filled, (fields) => {
      const first = read(fields);
      if (first.kind === 'faults') {
        // Only instants may be in no order: everything else means something.
        assert.ok(first.faults.every(({ field }) => field === 'validUntil'));
        return;
      }
      const again = terms(fieldsOf(draftIn(fieldsOf(draftOf(first.terms, timeZone)))));
      assert.equal(again, first.terms);
      assert.is(said(again), said(first.terms));
      assert.is(fingerprintOf(again), fingerprintOf(first.terms));
    }),
    { numRuns: times(2_000) },
  );
});

test('two rules that differ in anything differ in what is posted as read, and the order of conditions does not', () => {
  const written = terms({ person: 'julie', place: 'centre', role: 'educator' });
  const { userId, placeId, role } = written.conditions;
  const turned: Conditions = {
    ...(role && { role }),
    ...(placeId && { placeId }),
    ...(userId && { userId }),
  };
  assert.is(fingerprintOf({ ...written, conditions: turned }), fingerprintOf(written));
  assert.is.not(fingerprintOf({ ...written, effect: 'deny' }), fingerprintOf(written));
  assert.is.not(fingerprintOf({ ...written, validUntil: now }), fingerprintOf(written));
  assert.is.not(fingerprintOf(terms({ person: 'julie', place: 'centre' })), fingerprintOf(written));
});

test.run();
