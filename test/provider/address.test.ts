import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toNetwork } from '../../policies/networks.ts';
import { addressReader } from '../../provider/http/address.ts';

const loopback = addressReader(['127.0.0.1']);
const proxies = addressReader(['127.0.0.1', '10.0.0.0/8', '2001:db8:cafe::/48']);
const nobody = addressReader([]);

const test = suite('the address a request comes from');

test('without a proxy, it is the peer’s', () => {
  assert.is(nobody('203.0.113.7', undefined), '203.0.113.7');
  assert.is(nobody('::ffff:203.0.113.7', undefined), '203.0.113.7');
  assert.is(nobody('2001:db8:1:2:3:4:5:6', undefined), '2001:db8:1:2::/64');
  assert.is(nobody('127.0.0.1', undefined), '127.0.0.1');
});

test('a header from a peer that is no proxy of ours makes it unknown, whatever the header says', () => {
  for (const peer of ['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::1', '128.0.0.1', '11.0.0.1'])
    for (const header of ['198.51.100.7', '127.0.0.1', '', 'garbage', '10.0.0.1, 127.0.0.1', peer])
      assert.is(proxies(peer, header), 'unknown', `${peer} says \`${header}\``);
  assert.is(nobody('127.0.0.1', '198.51.100.7'), 'unknown');
});

test('a proxy of ours that says nothing makes it unknown: everyone would share its address', () => {
  for (const peer of ['127.0.0.1', '::ffff:127.0.0.1', '10.9.9.9', '2001:db8:cafe:1::1'])
    assert.is(proxies(peer, undefined), 'unknown', peer);
});

for (const peer of [
  '127.0.0.1',
  '::ffff:127.0.0.1',
  '::FFFF:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:ffff:7f00:1',
]) {
  test(`a proxy trusted as 127.0.0.1 is recognised when the peer is written ${peer}`, () => {
    assert.is(loopback(peer, '203.0.113.7'), '203.0.113.7');
    assert.is(loopback(peer, '198.51.100.9, 203.0.113.7'), '203.0.113.7');
  });
}

test('a proxy trusted in mapped form is recognised as plain IPv4, and the other way around', () => {
  for (const trusted of ['::ffff:10.1.2.3', '::ffff:10.0.0.0/104', '10.1.2.3', '10.0.0.0/8'])
    for (const peer of ['10.1.2.3', '::ffff:10.1.2.3', '::ffff:a01:203'])
      assert.is(addressReader([trusted])(peer, '203.0.113.7'), '203.0.113.7', `${trusted}, ${peer}`);
});

test('trusting every IPv4 address trusts no IPv6 address', () => {
  assert.is(addressReader(['0.0.0.0/0'])('2001:db8::1', '203.0.113.7'), 'unknown');
  assert.is(addressReader(['127.0.0.1'])('::1', '203.0.113.7'), 'unknown');
});

test('a server that listens on both families recognises the IPv4 proxy that Node reports mapped', async () => {
  const peers: string[] = [];
  const server = createServer((request, response) => {
    peers.push(request.socket.remoteAddress ?? 'none');
    const forwarded = request.headers['x-forwarded-for'];
    response.end(loopback(request.socket.remoteAddress, Array.isArray(forwarded) ? 'twice' : forwarded));
  });
  server.listen(0, '::');
  await once(server, 'listening');
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const [response]: IncomingMessage[] = await once(
      get({
        host: '127.0.0.1',
        port,
        agent: false,
        headers: { 'X-Forwarded-For': '198.51.100.9, 203.0.113.7' },
      }),
      'response',
    );
    assert.is(String(Buffer.concat((await response?.toArray()) ?? [])), '203.0.113.7');
    assert.equal(peers, ['::ffff:127.0.0.1']);
  } finally {
    server.close();
  }
});

test('what stands left of our proxies is the visitor’s own word, and never believed', () => {
  assert.is(proxies('127.0.0.1', '127.0.0.1, 10.0.0.1, 203.0.113.7, 10.0.0.2'), '203.0.113.7');
  assert.is(proxies('127.0.0.1', 'garbage, 203.0.113.7'), '203.0.113.7');
  assert.is(proxies('127.0.0.1', '198.51.100.1, garbage'), 'unknown');
  assert.is(proxies('127.0.0.1', '198.51.100.1, garbage, 10.0.0.1'), 'unknown');
});

for (const entry of [
  '203.0.113.7:443',
  '[2001:db8::1]:443',
  '[2001:db8::1]',
  '"203.0.113.7"',
  'for=203.0.113.7',
  '203.0.113.7/32',
  '203.0.113',
  '0203.0.113.7',
  '203.0.113.7 198.51.100.1',
  'unknown',
  '-',
  '',
  ' ',
  '10.0.0.1:80',
  '127.0.0.1\u0000',
]) {
  test(`an entry \`${JSON.stringify(entry)}\` is nobody’s address, and what stands left of it does not count`, () => {
    assert.is(proxies('127.0.0.1', entry), 'unknown');
    assert.is(proxies('127.0.0.1', `198.51.100.1,${entry}`), 'unknown');
    assert.is(proxies('127.0.0.1', `198.51.100.1,${entry}, 10.0.0.1`), 'unknown');
  });
}

test('a chain of proxies of ours alone has no visitor', () => {
  assert.is(proxies('127.0.0.1', '10.0.0.1, 10.0.0.2'), 'unknown');
  assert.is(proxies('127.0.0.1', '127.0.0.1'), 'unknown');
});

test('a peer that is no address is unknown', () => {
  for (const peer of [undefined, '', 'localhost', '/tmp/socket', '127.0.0.1:80'])
    for (const header of [undefined, '203.0.113.7']) assert.is(proxies(peer, header), 'unknown');
});

test('a link-local peer, with the name of the interface it came through, is read without a fault', () => {
  assert.is(nobody('fe80::1%eth0', undefined), 'fe80::/64');
  assert.is(proxies('fe80::1%eth0', '203.0.113.7'), 'unknown');
  assert.is(addressReader(['fe80::/10'])('fe80::1%eth0', '203.0.113.7'), '203.0.113.7');
  assert.is(proxies('127.0.0.1', 'fe80::1%25eth0'), toNetwork('fe80::1%25eth0'));
});

for (const [what, entry, expected] of [
  ['proxies of ours', '10.0.0.1,', 'unknown'],
  ['empty entries', ',', 'unknown'],
  ['garbage', 'x,', '203.0.113.7'],
  ['IPv6 addresses', '2001:db8:cafe::1,', '203.0.113.7'],
] as const) {
  test(`a header of 16 KB of ${what} is read at once`, () => {
    const header = entry.repeat(Math.ceil(16_384 / entry.length));
    const began = performance.now();
    assert.is(
      proxies('127.0.0.1', expected === 'unknown' ? header.slice(0, -1) : `${header}203.0.113.7`),
      expected,
    );
    assert.ok(performance.now() - began < 500, 'it took long');
  });
}

interface Entry {
  readonly text: string;
  readonly is: 'ours' | 'visitor' | 'garbage';
}

const byte = fc.nat(255);
const spelled = (ours: 'ours' | 'visitor', [a, b, c, d]: readonly [number, number, number, number]) => {
  const plain = [a, b, c, d].join('.');
  const hex = `::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  return fc.constantFrom(plain, `::ffff:${plain}`, hex).map((text): Entry => ({ text, is: ours }));
};
const ours = fc.oneof(
  fc.tuple(fc.constant(10), byte, byte, byte).chain((bytes) => spelled('ours', bytes)),
  fc.constant<Entry>({ text: '2001:db8:cafe:7::9', is: 'ours' }),
);
const visitor = fc.oneof(
  fc.tuple(fc.integer({ min: 128, max: 223 }), byte, byte, byte).chain((bytes) => spelled('visitor', bytes)),
  fc.constant<Entry>({ text: '2001:db8:beef:7::9', is: 'visitor' }),
);
const garbage = fc
  .oneof(
    fc.string().filter((text) => !text.includes(',') && toNetwork(text.trim()) === 'unknown'),
    fc.tuple(visitor, fc.nat(65_535)).map(([{ text }, port]) => `[${text}]:${port}`),
  )
  .map((text): Entry => ({ text, is: 'garbage' }));
const anyEntry = fc.oneof(ours, visitor, garbage);
const space = fc.constantFrom('', ' ', '\t', '  ');

test('however a chain is forged, only the first word that is not a proxy’s of ours counts', () => {
  const links = fc.array(fc.tuple(space, anyEntry, space), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.oneof(ours, visitor), links, (peer, chain) => {
      const header = chain.map(([before, { text }, after]) => `${before}${text}${after}`).join(',');
      const speaker = chain.map(([, entry]) => entry).findLast(({ is }) => is !== 'ours');
      const expected = peer.is === 'ours' && speaker?.is === 'visitor' ? toNetwork(speaker.text) : 'unknown';
      assert.is(proxies(peer.text, header), expected);
    }),
    { numRuns: 5000 },
  );
});

test('whatever peer and header say, reading them never throws', () => {
  const any = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.ipV4(), fc.ipV6()), { nil: undefined });
  fc.assert(
    fc.property(any, any, (peer, header) => {
      assert.type(proxies(peer, header), 'string');
    }),
    { numRuns: 5000 },
  );
});

test.run();
