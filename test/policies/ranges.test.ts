import { BlockList } from 'node:net';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Network, unknown } from '../../policies/facts.ts';
import { toNetwork } from '../../policies/networks.ts';
import { compileRanges, parseRange, type Range, rangeContains } from '../../policies/ranges.ts';
import { times } from './effort.ts';

const test = suite('ranges');
const often = { numRuns: times(5_000) };

const read: readonly (readonly [text: string, canonical: string])[] = [
  ['198.51.100.0/24', '198.51.100.0/24'],
  [' 198.51.100.7/24 ', '198.51.100.0/24'],
  ['198.51.100.7', '198.51.100.7/32'],
  ['198.51.100.7/32', '198.51.100.7/32'],
  ['255.255.255.255/1', '128.0.0.0/1'],
  ['198.51.100.7/0', '0.0.0.0/0'],
  ['::ffff:198.51.100.7/120', '198.51.100.0/24'],
  ['::ffff:198.51.100.7', '198.51.100.7/32'],
  ['2001:db8::/32', '2001:db8::/32'],
  ['2001:DB8:0:7:1:2:3:4/64', '2001:db8:0:7::/64'],
  ['2001:db8:0:7:1:2:3:4/60', '2001:db8::/60'],
  ['2001:db8::1', '2001:db8::1/128'],
  ['2001:db8:0:7:8000::/65', '2001:db8:0:7:8000::/65'],
  ['2001:0:0:1:0:0:0:1/128', '2001:0:0:1::1/128'],
  ['2001:db8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128'],
  ['1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:8/128'],
  ['1:0:3:4:5:6:7:8/128', '1:0:3:4:5:6:7:8/128'],
  ['10:0:0:100:0:0:0:1', '10:0:0:100::1/128'],
  ['1::ffff:198.51.100.7/128', '1::ffff:c633:6407/128'],
  ['1::ffff:198.51.100.77/128', '1::ffff:c633:644d/128'],
  ['::1/128', '::1/128'],
  ['::/0', '::/0'],
];

for (const [text, canonical] of read) {
  test(`\`${text}\` is ${canonical}`, () => assert.is(parsed(text).text, canonical));
}

const garbage = [
  '',
  '/',
  '/24',
  'everywhere',
  '198.51.100.0/',
  '198.51.100.0/33',
  '198.51.100.0/-1',
  '198.51.100.0/024',
  '198.51.100.0/2 4',
  '198.51.100.0/24/24',
  '198.51.100/24',
  '198.51.100.0-198.51.100.9',
  '2001:db8::/129',
  '2001:db8::/1e1',
  '2001:db8:::/32',
  'fe80::1%eth0/64',
  '::ffff:198.51.100.7/95',
  `${'1'.repeat(20_000)}/8`,
];

for (const text of garbage) {
  test(`\`${text.slice(0, 40)}\` is no range`, () => assert.is(parseRange(text), unknown));
}

test('the daycare’s range holds its addresses, and none beside it', () => {
  const daycare = parsed('198.51.100.8/29');
  for (const last of [8, 9, 15]) assert.ok(rangeContains(daycare, network(`198.51.100.${last}`)));
  for (const last of [0, 7, 16, 255]) assert.not(rangeContains(daycare, network(`198.51.100.${last}`)));
});

test('what is narrower than a /64 never holds a whole one', () => {
  assert.not(rangeContains(parsed('2001:db8:0:7::/65'), network('2001:db8:0:7::1')));
  assert.not(rangeContains(parsed('2001:db8:0:7::1/128'), network('2001:db8:0:7::1')));
  assert.ok(rangeContains(parsed('2001:db8:0:7::/64'), network('2001:db8:0:7::1')));
});

test('everything of one family holds nothing of the other', () => {
  assert.not(rangeContains(parsed('0.0.0.0/0'), network('2001:db8::1')));
  assert.not(rangeContains(parsed('::/0'), network('198.51.100.7')));
  assert.not(rangeContains(parsed('::/32'), network('0.0.0.0')));
});

test('the places of an address are found, the widest first, each as often as it was said', () => {
  const placesOf = compileRanges([
    [parsed('198.51.100.7'), 'the room of the babies'],
    [parsed('198.51.100.0/24'), 'the daycare'],
    [parsed('198.51.0.0/16'), 'the quarter'],
    [parsed('198.51.100.0/24'), 'the office'],
    [parsed('2001:db8::/48'), 'the daycare'],
    [parsed('2001:db8:0:7::1/128'), 'nothing'],
  ]);
  assert.equal(placesOf(network('198.51.100.7')), [
    'the quarter',
    'the daycare',
    'the office',
    'the room of the babies',
  ]);
  assert.equal(placesOf(network('198.51.100.8')), ['the quarter', 'the daycare', 'the office']);
  assert.equal(placesOf(network('2001:db8:0:7::1')), ['the daycare']);
  assert.equal(placesOf(network('203.0.113.1')), []);
  assert.equal(placesOf(unknown), []);
});

test('not even a range of everything holds who knows where', () => {
  const everywhere = compileRanges([
    [parsed('0.0.0.0/0'), 'IPv4'],
    [parsed('::/0'), 'IPv6'],
  ]);
  assert.equal(everywhere(unknown), []);
  assert.equal(everywhere(network('198.51.100.7')), ['IPv4']);
  assert.equal(everywhere(network('2001:db8::1')), ['IPv6']);
});

test('the very first network of IPv6 is one like the others', () => {
  assert.ok(rangeContains(parsed('::/64'), network('::1')));
  assert.not(rangeContains(parsed('0:0:0:1::/64'), network('::1')));
});

const byte = fc.nat(255);
const ipv4 = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join('.'));
const group = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(0xffff));
const ipv6 = fc
  .array(group, { minLength: 8, maxLength: 8 })
  // An IPv4 address in disguise has a length of its own, told above.
  .filter((groups) => groups[5] !== 0xffff || groups.slice(0, 5).some((part) => part !== 0))
  .map((groups) => groups.map((part) => part.toString(16)).join(':'));
/** Few different bits, so that ranges do meet addresses. */
const close4 = fc.tuple(fc.nat(3), fc.nat(3)).map(([third, last]) => `198.51.${third}.${last}`);
const range4 = fc.tuple(fc.oneof(ipv4, close4), fc.nat(32)).map(([address, prefix]) => ({ address, prefix }));
const range6 = fc.tuple(ipv6, fc.nat(128)).map(([address, prefix]) => ({ address, prefix }));

test('a canonical text is its own canonical text, and means the same', () => {
  fc.assert(
    fc.property(fc.oneof(range4, range6), ({ address, prefix }) => {
      const range = parsed(`${address}/${prefix}`);
      assert.equal(parsed(range.text), range);
    }),
    often,
  );
});

test('IPv6 is written as browsers write it', () => {
  fc.assert(
    fc.property(ipv6, (address) => {
      const written = parsed(`${address}/128`).text.replace('/128', '');
      assert.is(`[${written}]`, new URL(`http://[${address}]/`).hostname);
    }),
    often,
  );
});

test('IPv4 is judged as Node judges it', () => {
  fc.assert(
    fc.property(range4, fc.oneof(ipv4, close4), ({ address, prefix }, seen) => {
      const list = new BlockList();
      list.addSubnet(address, prefix, 'ipv4');
      assert.is(rangeContains(parsed(`${address}/${prefix}`), network(seen)), list.check(seen, 'ipv4'));
    }),
    often,
  );
});

test('a /64 is held when both of its ends are, as Node judges them', () => {
  const close = fc.tuple(fc.nat(3), fc.nat(3)).map(([one, two]) => `2001:db8:${one}:${two}`);
  const range = fc.tuple(close, fc.nat(128)).map(([start, prefix]) => ({ address: `${start}::`, prefix }));
  fc.assert(
    fc.property(fc.oneof(range, range6), close, ({ address, prefix }, start) => {
      const list = new BlockList();
      list.addSubnet(address, prefix, 'ipv6');
      const whole = [`${start}::`, `${start}:ffff:ffff:ffff:ffff`].every((end) => list.check(end, 'ipv6'));
      const wideEnough = prefix <= 64 && whole;
      assert.is(rangeContains(parsed(`${address}/${prefix}`), network(`${start}::5`)), wideEnough);
    }),
    often,
  );
});

test('compiled ranges say what each range says on its own', () => {
  const ranges = fc.array(fc.oneof(range4, range6), { maxLength: 20 });
  fc.assert(
    fc.property(ranges, fc.oneof(close4, ipv4, ipv6), (given, address) => {
      const all = given.map(({ address: start, prefix }) => parsed(`${start}/${prefix}`));
      const seen = network(address);
      const found = compileRanges(all.map((range, index) => [range, index] as const))(seen);
      const expected = all.flatMap((range, index) => (rangeContains(range, seen) ? [index] : []));
      assert.equal(
        [...found].sort((a, b) => a - b),
        expected,
      );
    }),
    often,
  );
});

test('never throws on whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => void parseRange(text)),
    often,
  );
});

function parsed(text: string): Range {
  const range = parseRange(text);
  if (range === unknown) throw new Error(`\`${text}\` is no range`);
  return range;
}

function network(address: string): Network {
  const found = toNetwork(address);
  if (found === unknown) throw new Error(`\`${address}\` is no address`);
  return found;
}

test.run();
