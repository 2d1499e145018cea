import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { firstNetworkOf, readTypedRanges } from '../../policies/place-ranges.ts';

const test = suite('the address ranges of a place, as somebody types them');

test('one a line, or apart by commas and spaces, each once, as they are stored', () => {
  assert.equal(
    readTypedRanges(' 198.51.100.24\r\n198.51.100.99/24, 203.0.113.0/28;198.51.100.24/32 \n').ranges,
    ['198.51.100.24', '198.51.100.0/24', '203.0.113.0/28'],
  );
  assert.equal(readTypedRanges(' \n '), { ranges: [], faults: [], doubts: [] });
});

test('a single IPv6 address stands for its network, and a network for itself', () => {
  assert.equal(readTypedRanges('2001:db8:0:7::1').ranges, ['2001:db8:0:7::/64']);
  assert.equal(readTypedRanges('2001:db8:0:7::/64\n2001:db8::/48').ranges, [
    '2001:db8:0:7::/64',
    '2001:db8::/48',
  ]);
});

test('what cannot be read is told as it was typed, and the rest is kept', () => {
  const { ranges, faults } = readTypedRanges('chez-nous\n198.51.100.24\n198.51.100.300\n198.51.100.0/33');
  assert.equal(ranges, ['198.51.100.24']);
  assert.equal(faults, [
    { text: 'chez-nous', kind: 'unreadable' },
    { text: '198.51.100.300', kind: 'unreadable' },
    { text: '198.51.100.0/33', kind: 'unreadable' },
  ]);
});

test('the whole Internet is no place, nor half a country; less than a network of IPv6 holds nobody', () => {
  for (const text of ['0.0.0.0/0', '10.0.0.0/15', '::/0', '2001:db8::/31'])
    assert.equal(readTypedRanges(text), { ranges: [], faults: [{ text, kind: 'too-wide' }], doubts: [] });
  for (const text of ['2001:db8::1/128', '2001:db8::/65'])
    assert.equal(readTypedRanges(text).faults, [{ text, kind: 'too-narrow' }]);
});

test('what is wider than one centre is doubted, and kept', () => {
  assert.equal(readTypedRanges('198.51.0.0/16').doubts, [
    { text: '198.51.0.0/16', kind: 'wide', holds: 65_536 },
  ]);
  assert.equal(readTypedRanges('198.51.100.0/23').doubts[0]?.holds, 512);
  assert.equal(readTypedRanges('2001:db8::/47').doubts[0]?.holds, 131_072);
  for (const text of ['198.51.100.0/24', '198.51.100.1', '2001:db8::/48', '2001:db8::1'])
    assert.equal(readTypedRanges(text).doubts, [], text);
});

test('whose a range is, is asked of its first address', () => {
  assert.is(firstNetworkOf('198.51.100.0/24'), '198.51.100.0');
  assert.is(firstNetworkOf('198.51.100.24'), '198.51.100.24');
  assert.is(firstNetworkOf('2001:db8::/48'), '2001:db8::/64');
  assert.is(firstNetworkOf('2001:db8:0:7::/64'), '2001:db8:0:7::/64');
  assert.is(firstNetworkOf('nowhere'), undefined);
});

test.run();
