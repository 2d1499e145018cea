import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  badRequest,
  busy,
  interactionOver,
  isDatabaseGone,
  notFound,
  Problem,
  toProblem,
  unavailable,
  wrongOrigin,
} from '../../provider/http/problems.ts';

const failing = (code: string, message = 'failed'): Error => Object.assign(new Error(message), { code });
/** As Koa and its parts throw. */
const answered = (status: number): Error => Object.assign(new Error('said a part of Koa'), { status });
const saying = (error: unknown): readonly [string, number] => {
  const { kind, status } = toProblem(error);
  return [kind, status];
};

const test = suite('problems');

test('what is told of each problem of ours', () => {
  const told = [notFound(), badRequest(), wrongOrigin(), interactionOver(), busy(), unavailable()];
  assert.equal(
    told.map(({ kind, status }) => [kind, status]),
    [
      ['not-found', 404],
      ['bad-request', 400],
      ['wrong-origin', 403],
      ['interaction-over', 400],
      ['busy', 503],
      ['unavailable', 503],
    ],
  );
});

test('a problem is told as it is', () => {
  const problem = badRequest('a field was sent twice');
  assert.is(toProblem(problem), problem);
  assert.is(problem.detail, 'a field was sent twice');
  assert.is(notFound().detail, 'none');
});

for (const code of [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53200',
  '08006',
  '25006',
  'EAI_AGAIN',
  'SQLITE_FULL',
  'EHOSTUNREACH',
  'ENETUNREACH',
]) {
  test(`a database that fails with ${code} is gone for now: come back soon`, () => {
    assert.equal(saying(failing(code)), ['unavailable', 503]);
  });
}

for (const message of [
  'Knex: Timeout acquiring a connection. The pool is probably full.',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
]) {
  test(`« ${message} » means that the database is gone for now`, () => {
    assert.equal(saying(new Error(message)), ['unavailable', 503]);
  });
}

for (const code of ['23505', '42P01', 'SQLITE_CONSTRAINT', 'ENOENT', 'ERR_ASSERTION']) {
  test(`a fault of ours such as ${code} is not blamed on the database`, () => {
    assert.is(isDatabaseGone(failing(code)), false);
    assert.equal(saying(failing(code)), ['unexpected', 500]);
  });
}

test('what the person sent is her problem, and never a 500', () => {
  assert.equal(saying(answered(413)), ['too-large', 413]);
  for (const status of [400, 401, 403, 404, 405, 415, 422, 431])
    assert.equal(saying(answered(status))[0], 'bad-request', String(status));
});

test('a method that nobody ever heard of is the sender’s fault, not ours', () => {
  assert.equal(saying(answered(501)), ['bad-request', 405]);
});

test('a page that takes no such method says so', () => {
  assert.equal(saying(answered(405)), ['bad-request', 405]);
});

test('what nobody foresaw is unexpected, its cause kept for the log and out of what is told', () => {
  for (const thrown of [
    new Error('secret'),
    'secret',
    null,
    undefined,
    42,
    {},
    { status: 'secret' },
    { status: 200 },
  ]) {
    const problem = toProblem(thrown);
    assert.equal([problem.kind, problem.status, problem.detail], ['unexpected', 500, 'none']);
    assert.is(problem.cause, thrown);
    assert.not.match(problem.message, 'secret');
  }
});

test('whatever is thrown, something can be told: a status from 400 to 599', () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const problem = toProblem(thrown);
      assert.instance(problem, Problem);
      assert.ok(problem.status >= 400 && problem.status <= 599);
      assert.is(problem.detail, 'none');
    }),
  );
});

test.run();
