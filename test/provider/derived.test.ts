import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ApprovalLink } from '../../db/approval-links.ts';
import type { ApprovalRequest } from '../../db/approval-requests.ts';
import type {
  ApplicationId,
  ApprovalRequestId,
  BrowserId,
  OrganizationId,
  UserId,
} from '../../policies/facts.ts';
import { createDerived } from '../../provider/approvals/derived.ts';
import { makeSecrets } from '../../provider/configuration/index.ts';

const old = 'the old secret, which was good for years';
const newest = 'the newest secret, made this very morning';
const secrets = makeSecrets([old]);
const derived = createDerived(secrets);

/** Julie’s request; its ids are branded here, where they are made. */
const julies = (more: Partial<ApprovalRequest> = {}): ApprovalRequest => ({
  id: '019a0000-0000-7000-8000-000000000001' as ApprovalRequestId,
  organizationId: 'papillons' as OrganizationId,
  userId: 'julie' as UserId,
  browserId: 'tablet' as BrowserId,
  applicationId: 'amisgest-sdg' as ApplicationId,
  status: 'pending',
  network: 'unknown',
  proof: 'unproven',
  offeredKey: 'none',
  disputed: false,
  reasons: [],
  codeGeneration: 1,
  codeKeyId: secrets.newestId,
  openedAt: 0,
  waitedSince: 0,
  lastWaitedAt: 0,
  expiresAt: 1,
  repeats: 0,
  decidedAt: null,
  decidedBy: null,
  decidedHow: null,
  ruleId: null,
  usedAt: null,
  withdrawnAt: null,
  withdrawnBy: null,
  ...more,
});

const sylvies = (more: Partial<ApprovalLink> = {}): ApprovalLink => ({
  id: '019a0000-0000-7000-8000-00000000000a',
  requestId: julies().id,
  userId: 'sylvie' as UserId, // branded here, where it is made
  generation: 1,
  keyId: secrets.newestId,
  attempts: 0,
  ...more,
});

const codeOf = (more: Partial<ApprovalRequest> = {}): string => derived.checkCode(julies(more)) ?? 'none';
const referenceOf = (more: Partial<ApprovalLink> = {}): string => derived.reference(sylvies(more)) ?? 'none';
const numbered = (index: number) => String(index) as ApprovalRequestId; // branded here, where it is made

const test = suite('links and codes');

test('every code has six digits, those that begin with a zero too', () => {
  const codes = Array.from({ length: 3000 }, (_, index) => codeOf({ id: numbered(index) }));
  for (const code of codes) assert.match(code, /^\d{6}$/);
  assert.ok(codes.some((code) => code.startsWith('0')));
  for (const digit of '0123456789') {
    const share = codes.filter((code) => code.startsWith(digit)).length / codes.length;
    assert.ok(share > 0.07 && share < 0.13, `${share} of the codes begin with ${digit}`);
  }
});

test('Sylvie types the code as she reads it on the tablet', () => {
  const code = codeOf();
  const [left, right] = [code.slice(0, 3), code.slice(3)];
  for (const typed of [
    code,
    `${left} ${right}`,
    `${left}\u00a0${right}`,
    `${left}\u202f${right}`,
    `${left}-${right}`,
    ` ${code}\n`,
    [...code].join(' '),
    `${left}\t${right}`,
  ])
    assert.ok(derived.isCheckCode(julies(), typed), JSON.stringify(typed));
});

for (const hyphen of ['\u2010', '\u2011', '\u2013']) {
  test(`a hyphen that her telephone made of hers (U+${hyphen.charCodeAt(0).toString(16)}) does no harm`, () => {
    assert.ok(derived.isCheckCode(julies(), `${codeOf().slice(0, 3)}${hyphen}${codeOf().slice(3)}`));
  });
}

test('no other six digits are the code, nor anything that only resembles it', () => {
  const code = codeOf();
  for (let number = 0; number < 1_000_000; number += 997) {
    const other = String(number).padStart(6, '0');
    assert.is(derived.isCheckCode(julies(), other), other === code);
  }
  for (const typed of [
    '',
    code.slice(1),
    code.slice(0, 5),
    `0${code}`,
    `${code}0`,
    `${code}${code}`,
    `+${code}`,
    `${code}.0`,
  ])
    assert.not.ok(derived.isCheckCode(julies(), typed), typed);
});

test('whatever is typed, it is the code or it is not: nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      if (typed.replace(/\D/g, '') !== codeOf()) assert.is(derived.isCheckCode(julies(), typed), false);
    }),
  );
});

test('another request, another generation: another code', () => {
  const code = codeOf();
  assert.is.not(codeOf({ codeGeneration: 2 }), code);
  assert.is.not(codeOf({ id: numbered(2) }), code);
  assert.not.ok(derived.isCheckCode(julies({ codeGeneration: 2 }), code));
  assert.not.ok(derived.isCheckCode(julies({ id: numbered(2) }), code));
});

test('a request keeps its code while it waits, whoever else joins it', () => {
  assert.is(codeOf({ repeats: 3, lastWaitedAt: 99, status: 'approved' }), codeOf());
});

test('Sylvie’s link opens her request, and changed in any character it does not', () => {
  const reference = referenceOf();
  assert.ok(derived.isReference(sylvies(), reference));
  for (const [at, character] of [...reference].entries())
    for (const other of ['A', 'b', '0', '-', '_', '.', ' ', 'é']) {
      if (other === character) continue;
      const changed = `${reference.slice(0, at)}${other}${reference.slice(at + 1)}`;
      assert.not.ok(derived.isReference(sylvies(), changed), changed);
    }
});

test('a link cut short, made longer, decorated or in another case does not open', () => {
  const reference = referenceOf();
  for (const forged of [
    '',
    reference.slice(0, -1),
    reference.slice(1),
    `${reference}A`,
    `${reference}=`,
    `${reference}.`,
    ` ${reference}`,
    reference.toUpperCase(),
    reference.split('.')[0] ?? '',
    `${reference.split('.')[0]}.`,
    'undefined',
  ])
    assert.not.ok(derived.isReference(sylvies(), forged), forged);
});

test('a link of another administrator, generation or secret does not open this one', () => {
  const reference = referenceOf();
  const [, mac = ''] = reference.split('.');
  const marcs = { id: '019a0000-0000-7000-8000-00000000000b' };
  assert.not.ok(derived.isReference(sylvies(), referenceOf(marcs)));
  assert.not.ok(derived.isReference(sylvies(marcs), `${marcs.id}.${mac}`));
  assert.not.ok(derived.isReference(sylvies({ generation: 2 }), reference));
  assert.not.ok(createDerived(makeSecrets([newest])).isReference(sylvies(), reference));
});

test('every link has the same length, safe in an address, and says who it is for by an id alone', () => {
  for (let generation = 1; generation <= 200; generation++) {
    const [id = '', mac = '', ...rest] = referenceOf({ generation }).split('.');
    assert.is(id, sylvies().id);
    assert.match(mac, /^[\w-]{32}$/);
    assert.equal(rest, []);
  }
});

test('a code is not a link under another name', () => {
  const id = sylvies().id as ApprovalRequestId; // branded here: the worst case, the same id twice
  const mac = Buffer.from(referenceOf().split('.')[1] ?? '', 'base64url');
  assert.is.not(codeOf({ id }), String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0'));
});

test('after a newer secret came, old links and codes still open; once theirs is taken away, nothing does', () => {
  const [code, reference] = [codeOf(), referenceOf()];
  const rotated = createDerived(makeSecrets([newest, old]));
  assert.ok(rotated.isCheckCode(julies(), code));
  assert.ok(rotated.isReference(sylvies(), reference));
  const without = createDerived(makeSecrets([newest]));
  assert.is(without.checkCode(julies()), undefined);
  assert.is(without.reference(sylvies()), undefined);
  for (const typed of [code, '', 'undefined', '------'])
    assert.not.ok(without.isCheckCode(julies(), typed), typed);
  for (const given of [reference, '', 'undefined'])
    assert.not.ok(without.isReference(sylvies(), given), given);
});

test.run();
