import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isLarger } from '../../policies/place-growth.ts';

const test = suite('whether a place becomes larger');

const place = (ranges: readonly string[], circle: Parameters<typeof isLarger>[0]['circle'] = 'none') => ({
  ranges,
  circle,
});
const yard = { latitude: 45.53, longitude: -73.52, radiusMeters: 300 };

test('an address or a range that it did not hold makes it larger; one that it held, or fewer, does not', () => {
  const centre = place(['198.51.100.0/28', '2001:db8::/48']);
  for (const [ranges, larger] of [
    [['198.51.100.0/28', '2001:db8::/48'], false],
    [['2001:db8::/48', '198.51.100.0/28'], false],
    [['198.51.100.3', '2001:db8:0:7::/64'], false],
    [[], false],
    [['198.51.100.0/28', '2001:db8::/48', '203.0.113.0/24'], true],
    [['198.51.100.0/27'], true],
    [['198.51.100.16'], true],
    [['2001:db8::/47'], true],
    [['2001:db9::/48'], true],
    [['nobody can read this'], false],
  ] as const)
    assert.is(isLarger(centre, place(ranges)), larger, ranges.join(' '));
  assert.ok(isLarger(place([]), place(['198.51.100.24'])));
  assert.not.ok(isLarger(place(['0.0.0.0/0']), place(['198.51.100.24'])), 'the whole Internet held it');
  assert.ok(isLarger(place(['0.0.0.0/0']), place(['::/0'])), 'and holds no address of the other kind');
});

test('a circle that is drawn, moved or widened makes it larger; one that is taken away or drawn within it does not', () => {
  const before = place(['198.51.100.24'], yard);
  const after = (circle: typeof yard | 'none') => isLarger(before, place(['198.51.100.24'], circle));
  assert.not.ok(after(yard));
  assert.not.ok(after('none'));
  assert.not.ok(after({ ...yard, radiusMeters: 200 }));
  assert.not.ok(after({ ...yard, latitude: 45.5305, radiusMeters: 200 }), 'all of it lay in the old one');
  assert.ok(after({ ...yard, radiusMeters: 301 }));
  assert.ok(after({ ...yard, latitude: 45.54 }));
  assert.ok(isLarger(place(['198.51.100.24']), before), 'there was none');
});

test.run();
