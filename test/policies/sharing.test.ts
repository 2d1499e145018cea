import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { proposeSharing } from '../../policies/sharing.ts';

test('the nursery’s tablet is proposed as shared, whoever used it', () => {
  assert.is(proposeSharing({ kind: 'tablet', shared: false, people: 0 }), 'tablet');
  assert.is(proposeSharing({ kind: 'tablet', shared: false, people: 2 }), 'tablet');
});

test('a computer that three people used is proposed, one that Sylvie and Marc used is not', () => {
  assert.is(proposeSharing({ kind: 'computer', shared: false, people: 3 }), 'several-people');
  assert.is(proposeSharing({ kind: 'tablet', shared: false, people: 3 }), 'several-people');
  assert.is(proposeSharing({ kind: 'computer', shared: false, people: 2 }), 'none');
  assert.is(proposeSharing({ kind: 'unknown', shared: false, people: 1 }), 'none');
});

test('what is marked already is not proposed again', () => {
  for (const kind of ['tablet', 'computer', 'phone'] as const)
    assert.is(proposeSharing({ kind, shared: true, people: 9 }), 'none');
});

test.run();
