import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { unknown } from '../../policies/facts.ts';
import { addedByHints, type ClientHints, noHints } from '../../policies/recognition-hints.ts';

const test = suite('client hints');

const added = (hints: Partial<ClientHints>) => addedByHints({ ...noHints, ...hints }, unknown);

test('two brands that could each be the browser name none', () => {
  assert.is(added({ brands: '"Brave";v="141", "Vivaldi";v="7"' }).family, 'none');
});

test('brands may stand apart', () => {
  assert.is(added({ brands: '"Chromium" ; v="141",  "Brave" ;  v="141"' }).family, 'brave');
});

test('a brand behind more noise than any browser adds is not read', () => {
  const noise = Array.from({ length: 20 }, (_, at) => `"Not A;Brand";v="${at}"`).join(', ');
  assert.is(added({ brands: `${noise}, "Brave";v="141"` }).family, 'none');
});

test('what is no string of a structured header says nothing', () => {
  for (const platform of ['Android', '"Android', 'Android"', 'x"Android"', '"Android"x', '""Android""'])
    assert.is(added({ platform }).system, unknown, platform);
});

test('a phone says `?1`, a tablet `?0`, and anything else nothing', () => {
  const said = ['?1', '?0', '?2', '1', 'true', ''].map((mobile) => added({ mobile }).mobile);
  assert.equal(said, [true, false, unknown, unknown, unknown, unknown]);
});

test('hints of another system than that of the user agent are all left aside', () => {
  const hints = {
    ...noHints,
    platform: '"Windows"',
    mobile: '?1',
    model: '"Pixel 9"',
    brands: '"Brave";v="1"',
  };
  assert.equal(addedByHints(hints, 'android'), {
    family: 'none',
    system: unknown,
    mobile: unknown,
    model: unknown,
  });
  assert.is(addedByHints(hints, 'windows').family, 'brave');
});

test.run();
