import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { toNetwork } from '../../policies/networks.ts';
import { type Address, addressOf, beginsAs, fileNumber } from '../../policies/prefixes.ts';
import { parseRange, type Range } from '../../policies/ranges.ts';
import { times } from './effort.ts';
import { network } from './people.ts';

const test = suite('prefixes');
const often = { numRuns: times(10_000) };

test('the daycare’s address and Julie’s network at home, in numbers', () => {
  assert.equal(addressOf(network('198.51.100.7')), { family: 4, high: 0xc6336407, low: 0 });
  assert.equal(addressOf(network('2001:db8:0:7::/64')), { family: 6, high: 0x20010db8, low: 7 });
  assert.equal(addressOf(network('2001:db8::/64')), { family: 6, high: 0x20010db8, low: 0 });
  assert.equal(addressOf(network('::/64')), { family: 6, high: 0, low: 0 });
  assert.equal(addressOf(network('1:2:3:4::/64')), { family: 6, high: 0x10002, low: 0x30004 });
});

test('what is no network is no address', () => {
  for (const text of ['unknown', 'garbage', 'a.b.c.d', '198.51.100.x', '2001:xyz::/64', '1:2:3:y::/64'])
    assert.is(addressOf(network(text)), unknown, text);
});

const bits = fc.nat(0xffffffff);
const address4: fc.Arbitrary<Address> = bits.map((high) => ({ family: 4, high, low: 0 }));
const address6: fc.Arbitrary<Address> = fc.tuple(bits, bits).map(([high, low]) => ({ family: 6, high, low }));

/** The first bits of an address, written out. */
const written = ({ family, high, low }: Address, length: number) =>
  [high, family === 4 ? 0 : low]
    .map((part) => part.toString(2).padStart(32, '0'))
    .join('')
    .slice(0, length);

/** Another address that shares so many bits, and differs in the next one. */
function diverging({ family, high, low }: Address, shared: number): Address {
  const flip = (part: number, at: number) => (at < 0 || at > 31 ? part : (part ^ (1 << (31 - at))) >>> 0);
  return { family, high: flip(high, shared), low: family === 4 ? 0 : flip(low, shared - 32) };
}

test('an address is in a range when as many bits are the same as the range fixes', () => {
  const some = fc.oneof(
    fc.record({ one: address4, shared: fc.nat(31), prefix: fc.nat(32) }),
    fc.record({ one: address6, shared: fc.nat(63), prefix: fc.nat(64) }),
  );
  const property = fc.property(some, ({ one, shared, prefix }) => {
    const other = diverging(one, shared);
    const range: Range = { text: 'a range', family: one.family, prefix, bits: other };
    assert.is(beginsAs(range, one), written(one, prefix) === written(other, prefix));
  });
  fc.assert(property, often);
});

test('an address of one family is in no range of the other', () => {
  const everything: Range = { text: '::/0', family: 6, prefix: 0, bits: { high: 0, low: 0 } };
  assert.not(beginsAs(everything, { family: 4, high: 0, low: 0 }));
  assert.ok(beginsAs(everything, { family: 6, high: 0, low: 0 }));
});

test('addresses have the same number in the files when the first bits of a range are the same, at most 53', () => {
  const some = fc.oneof(
    fc.record({ one: address4, shared: fc.nat(31), length: fc.nat(32) }),
    fc.record({ one: address6, shared: fc.nat(63), length: fc.nat(64) }),
  );
  const property = fc.property(some, ({ one, shared, length }) => {
    const other = diverging(one, shared);
    const number = fileNumber(one.family, one, length);
    const compared = Math.min(53, length);
    assert.ok(Number.isSafeInteger(number));
    assert.is(
      number === fileNumber(one.family, other, length),
      written(one, compared) === written(other, compared),
    );
  });
  fc.assert(property, often);
});

test('a range and each of its addresses have the same number in the files', () => {
  const property = fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(64), (text, length) => {
    const seen = toNetwork(text);
    fc.pre(seen !== unknown);
    const range = parseRange(`${text}/${text.includes(':') ? length : length % 33}`);
    const address = addressOf(seen);
    // `::ffff:1.2.3.4/40` is no range of IPv4.
    if (range === unknown || address === unknown) return;
    assert.ok(beginsAs(range, address));
    const numberOf = (of: typeof range.bits) => fileNumber(range.family, of, range.prefix);
    assert.is(numberOf(range.bits), numberOf(address));
  });
  fc.assert(property, often);
});

test.run();
