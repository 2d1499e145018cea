import { isIP } from 'node:net';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isLocal, toNetwork } from '../../policies/networks.ts';
import { times } from './effort.ts';
import { network } from './people.ts';

const test = suite('networks');
const often = { numRuns: times(5_000) };

const read: readonly (readonly [address: string, network: string])[] = [
  ['198.51.100.7', '198.51.100.7'],
  ['0.0.0.0', '0.0.0.0'],
  ['255.255.255.255', '255.255.255.255'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['::FFFF:198.51.100.7', '198.51.100.7'],
  ['::ffff:c633:6407', '198.51.100.7'],
  ['0:0:0:0:0:ffff:c633:6407', '198.51.100.7'],
  ['0000:0000:0000:0000:0000:ffff:198.51.100.7', '198.51.100.7'],
  ['0::0:ffff:198.51.100.7%eth0', '198.51.100.7'],
  ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
  ['2001:0DB8:0000:0007::', '2001:db8:0:7::/64'],
  ['2001:db8::1', '2001:db8::/64'],
  ['2001:db8:0:0:1::', '2001:db8::/64'],
  ['0:0:0:1::', '0:0:0:1::/64'],
  ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ['::2:3:4:5:6:7:8', '0:2:3:4::/64'],
  ['::', '::/64'],
  ['::1', '::/64'],
  ['::198.51.100.7', '::/64'],
  ['1::ffff:198.51.100.7', '1::/64'],
  ['1:2:3:4:5:6:198.51.100.7', '1:2:3:4::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['fe80::1%eth0.100', 'fe80::/64'],
  [`::1%${'a'.repeat(76)}`, '::/64'],
];

for (const [address, expected] of read) {
  test(`\`${address}\` is ${expected}`, () => assert.is(toNetwork(address), expected));
}

const garbage: readonly string[] = [
  '',
  ' ',
  'unknown',
  'localhost',
  '198.51.100.07',
  '0198.51.100.7',
  '0x7f.0.0.1',
  '2130706433',
  '127.1',
  '198.51.100.256',
  '198.51.100.-1',
  '198.51.100.1e1',
  '198.51.100.7.',
  '.198.51.100.7',
  '198.51.100.7:443',
  '198.51.100.7/32',
  ' 198.51.100.7',
  '198.51.100.7\n',
  '198.51.100.7%eth0',
  '198.51.100.7, 203.0.113.9',
  '١٩٨.51.100.7',
  '１.２.３.４',
  ':',
  ':::',
  '1:::2',
  '1::2::3',
  '::1::',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4::5:6:7:8',
  ':1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:',
  '::12345',
  '::g',
  '::-1',
  '::ffff:198.51.100.07',
  '::ffff:198.51.100',
  '::ffff:198.51.100.7:1',
  '198.51.100.7::',
  '::198.51.100.7:5',
  ':198.51.100.7',
  '1:2:3:4:5:6:7:198.51.100.7',
  '[::1]',
  '[::1]:443',
  '::1/128',
  '2001:db8::/64',
  '::1%',
  '%eth0',
  'fe80::1%a%b',
  'fe80%eth0::1',
  `::1%${'a'.repeat(77)}`,
  `::1%${'a'.repeat(1_000)}`,
  ':'.repeat(1_000_000),
  '1.'.repeat(1_000_000),
  '%'.repeat(1_000_000),
];

for (const address of garbage) {
  test(`${JSON.stringify(address.slice(0, 50))} is no network`, () =>
    assert.is(toNetwork(address), 'unknown'));
}

test('what Node takes for an address is one here, and nothing else is', () => {
  const characters = fc.constantFrom(...'0123456789abcdefF:.%g '.split(''), '::', 'ffff', '255', '::ffff:');
  const almostAddress = fc.array(characters, { maxLength: 24 }).map((parts) => parts.join(''));
  const any = fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended(), almostAddress, fc.string());
  // Node lets zones be of any length and of few characters; ours are short and dropped.
  const property = fc.property(any, (address) => {
    fc.pre(!address.includes('%'));
    assert.is(toNetwork(address) !== 'unknown', isIP(address) !== 0);
  });
  fc.assert(property, { numRuns: times(20_000) });
});

test('an IPv4 address is itself, however it is wrapped', () => {
  const property = fc.property(fc.ipV4(), (address) => {
    const hex = address.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'));
    const groups = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
    const spellings = [address, `::ffff:${address}`, `::FfFf:${groups}`, `0:0:0:0:0:ffff:${groups}`];
    for (const spelling of spellings) assert.is(toNetwork(spelling), address);
  });
  fc.assert(property, often);
});

test('every spelling of an IPv6 address gives the text that the URL standard gives its /64', () => {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  const property = fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
    fc.pre(groups.slice(0, 5).some((value) => value !== 0));
    const long = groups.map((value) => value.toString(16).padStart(4, '0').toUpperCase()).join(':');
    const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
    const prefix = [...groups.slice(0, 4), 0, 0, 0, 0].map((value) => value.toString(16)).join(':');
    const expected = `${new URL(`http://[${prefix}]/`).hostname.slice(1, -1)}/64`;
    assert.is(toNetwork(long), expected);
    assert.is(toNetwork(short), expected);
    assert.is(toNetwork(expected.replace('/64', '')), expected);
  });
  fc.assert(property, often);
});

const local = [
  '127.0.0.1',
  '127.255.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.1.1',
  '::/64',
  'fe80::/64',
  'febf:1::/64',
  'fc00::/64',
  'fdff:1:2:3::/64',
];
const public_ = [
  '128.0.0.1',
  '11.1.2.3',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.1.1',
  '193.168.1.1',
  '170.254.1.1',
  '169.253.1.1',
  '198.51.100.7',
  '0:0:0:1::/64',
  'fec0::/64',
  'fe00::/64',
  'fbff::/64',
  '2001:db8::/64',
  'unknown',
  '',
];
for (const text of local) test(`${text} is local`, () => assert.is(isLocal(network(text)), true));
for (const text of public_) test(`${text} is not local`, () => assert.is(isLocal(network(text)), false));

test.run();
