import { webcrypto } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { launchChromium } from '../support/chromium.ts';
import { until } from '../support/until.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { challenge } from './samples.ts';

interface World {
  browser: Browser;
  context: BrowserContext;
  server: PageServer;
  page: Page;
  faults: string[];
}

const test = suite<World>('proof');

test.before(async (world) => {
  world.browser = await launchChromium();
});
test.before.each(async (world) => {
  world.server = await startPageServer();
  world.server.lead('/proof', '/fr/demo-application');
  world.faults = [];
  await use(world, { locale: 'fr-CA' });
});
test.after.each(async (world) => {
  await world.context.close();
  await world.server.stop();
  assert.equal(world.faults, []);
});
test.after((world) => world.browser.close());

/** Another browser than the one before, as far as keys go; nothing may ever be logged in it. */
async function use(world: World, options: Parameters<Browser['newContext']>[0]): Promise<void> {
  await world.context?.close();
  world.context = await world.browser.newContext(options);
  world.context.on('console', (message) => world.faults.push(message.text()));
  world.context.on('weberror', (error) => world.faults.push(String(error.error())));
  world.page = await world.context.newPage();
}

/** The first form that is posted to this path. */
function sentTo({ server }: World, path: string): Promise<URLSearchParams> {
  return until(() => server.posted(path)[0], { what: `a form posted to ${path}` });
}

/** A page that goes on by itself may do so before it is loaded. */
const atOnce = { waitUntil: 'commit' } as const;

async function open({ page, server }: World, sample: string): Promise<void> {
  await page.goto(`${server.origin}/fr/${sample}`, sample === 'proof' ? atOnce : {});
}

/** Opens the page that only proves, lets it go on by itself, and returns what it posted. */
async function prove(world: World): Promise<URLSearchParams> {
  const already = world.server.posted('/proof').length;
  await open(world, 'proof');
  await seen(world, 'Bonjour Julie Tremblay');
  return until(() => world.server.posted('/proof')[already]);
}

async function seen({ page }: World, heading: string): Promise<void> {
  await page.waitForSelector(`h1:text-is("${heading}")`);
}

async function signIn({ page }: World): Promise<void> {
  await page.fill('#username', 'julie@papillons.test');
  await page.fill('#password', 'Cadenas-2026');
  await page.press('#password', 'Enter');
}

async function verifies(form: URLSearchParams, text = challenge): Promise<boolean> {
  const key = Buffer.from(form.get('key') ?? '', 'base64url');
  const signature = Buffer.from(form.get('signature') ?? '', 'base64url');
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const publicKey = await webcrypto.subtle.importKey('raw', key, algorithm, false, ['verify']);
  return webcrypto.subtle.verify(algorithm, publicKey, signature, Buffer.from(text));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const nothing = { key: '', signature: '', touch: '' };
const credentials = { username: 'julie@papillons.test', password: 'Cadenas-2026' };

/** Runs before the scripts of every page; not on the blank page of a new tab, which has no keys. */
const runFirst = ({ context }: World, script: string) =>
  context.addInitScript(`if (isSecureContext) { ${script} }`);
/** Signs once the page is loaded. */
const late = `
  const { sign } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.sign = async function (...given) {
    do await new Promise((resolve) => setTimeout(resolve, 200));
    while (document.readyState !== 'complete');
    return sign.apply(this, given);
  };
`;
/** Signs once `release()` is called. */
const held = `
  const { sign } = SubtleCrypto.prototype;
  const released = new Promise((resolve) => { globalThis.release = resolve });
  SubtleCrypto.prototype.sign = async function (...given) {
    await released;
    return sign.apply(this, given);
  };
`;
const stuck = 'SubtleCrypto.prototype.sign = () => new Promise(() => {})';
const failures: Readonly<Record<string, string>> = {
  'no IndexedDB': 'delete globalThis.indexedDB; delete Window.prototype.indexedDB',
  'an IndexedDB that is denied':
    "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') }",
  'an IndexedDB that cannot open':
    'const { open } = IDBFactory.prototype; IDBFactory.prototype.open = function (name) { return open.call(this, name, -1) }',
  'an IndexedDB that keeps nothing':
    'IDBObjectStore.prototype.add = function () { this.transaction.abort() }',
  'no WebCrypto': 'delete Crypto.prototype.subtle',
  'keys that cannot be made':
    "SubtleCrypto.prototype.generateKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))",
};

test("Julie's browser signs the challenge of her sign-in with a key of its own, and says how many fingers it feels", async (world) => {
  await use(world, { hasTouch: true });
  await open(world, 'sign-in');
  await signIn(world);
  const form = await sentTo(world, '/sign-in');
  assert.match(form.get('key') ?? '', /^[\w-]{87}$/);
  assert.match(form.get('signature') ?? '', /^[\w-]{86}$/);
  assert.is(form.get('touch'), '1');
  assert.is(form.get('password'), 'Cadenas-2026');
  assert.ok(await verifies(form));
  assert.not(await verifies(form, 'another challenge'));
});

test('The key never leaves the browser: what is kept can sign, and cannot be exported', async (world) => {
  const posted = await prove(world);
  const kept = await world.page.evaluate(`(async () => {
    const opening = indexedDB.open('cadenas');
    await new Promise((resolve) => { opening.onsuccess = resolve });
    const store = opening.result.transaction('keys').objectStore('keys');
    const [names, reading] = [store.getAllKeys(), store.get('browser')];
    await new Promise((resolve) => { reading.onsuccess = resolve });
    const { privateKey, publicKey } = reading.result;
    const refused = await Promise.all(['pkcs8', 'jwk'].map((format) =>
      crypto.subtle.exportKey(format, privateKey).catch((error) => error.name)));
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
    return [names.result, privateKey.extractable, privateKey.usages, refused, [...raw]];
  })()`);
  const raw = [...Buffer.from(posted.get('key') ?? '', 'base64url')];
  assert.equal(kept, [['browser'], false, ['sign'], ['InvalidAccessError', 'InvalidAccessError'], raw]);
});

test('The key is the same after a reload and on every page; the signature is new', async (world) => {
  const first = await prove(world);
  const second = await prove(world);
  await open(world, 'sign-in');
  await world.page.reload();
  await signIn(world);
  const forms = [first, second, await sentTo(world, '/sign-in')];
  assert.is(new Set(forms.map((form) => form.get('key'))).size, 1);
  assert.is(new Set(forms.map((form) => form.get('signature'))).size, 3);
  for (const form of forms) assert.ok(await verifies(form));
});

test('Another challenge is signed otherwise, by the same key', async (world) => {
  const first = await prove(world);
  await world.page.route('**/fr/proof', async (route) => {
    const body = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/html', body: body.replace(challenge, 'é & « autre »') });
  });
  const second = await prove(world);
  assert.is(second.get('key'), first.get('key'));
  assert.is.not(second.get('signature'), first.get('signature'));
  assert.ok(await verifies(second, 'é & « autre »'));
  assert.not(await verifies(second));
});

test('Two tabs that make a key at the same instant end with the same one', async (world) => {
  const made: (() => void)[] = [];
  await world.context.exposeFunction('bothMade', async () => {
    await new Promise<void>((resolve) => made.push(resolve));
  });
  await runFirst(
    world,
    `
    const { generateKey } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.generateKey = async function (...given) {
      const pair = await generateKey.apply(this, given);
      await bothMade();
      return pair;
    };
  `,
  );
  const other = await world.context.newPage();
  await Promise.all([world.page, other].map((page) => page.goto(`${world.server.origin}/fr/waiting-offer`)));
  await until(() => made.length === 2);
  made[0]?.();
  await sentTo(world, '/offer');
  made[1]?.();
  const forms = await until(
    () => world.server.posted('/offer').length === 2 && world.server.posted('/offer'),
  );
  for (const form of forms) assert.ok(await verifies(form));
  assert.is(forms[0]?.get('key'), forms[1]?.get('key'));
});

test('A browser that forgot its key makes another', async (world) => {
  const before = await prove(world);
  await world.page.evaluate(`new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('cadenas');
    deleting.onsuccess = resolve;
    deleting.onblocked = reject;
  })`);
  const after = await prove(world);
  assert.ok(await verifies(after));
  assert.is.not(after.get('key'), before.get('key'));
});

for (const [name, script] of Object.entries(failures)) {
  test(`With ${name}, Julie signs in as quickly, with empty fields`, async (world) => {
    await runFirst(world, script);
    await open(world, 'sign-in');
    const start = Date.now();
    await signIn(world);
    const form = await sentTo(world, '/sign-in');
    assert.ok(Date.now() - start < 2000);
    assert.equal(Object.fromEntries(form), { ...credentials, ...nothing });
    assert.equal(Object.fromEntries(await prove(world)), nothing);
    await open(world, 'waiting-offer');
    await until(() => world.server.listening() === 1);
    await pause(100);
    assert.equal(world.server.posted('/offer'), []);
  });
}

test('Julie who is quicker than her key waits for it, and her password leaves once, as a password', async (world) => {
  await runFirst(world, held);
  await open(world, 'sign-in');
  await world.page.click('text=Afficher');
  await signIn(world);
  await world.page.press('#password', 'Enter');
  await world.page.click('text=Se connecter');
  await world.page.evaluate('release()');
  const form = await sentTo(world, '/sign-in');
  assert.ok(await verifies(form));
  assert.is(form.get('password'), 'Cadenas-2026');
  assert.is(await world.page.getAttribute('#password', 'type'), 'password');
  await pause(2500);
  assert.is(world.server.posted('/sign-in').length, 1);
});

test('Julie whose key never answers waits two seconds, and the form is alive when she comes back', async (world) => {
  await runFirst(world, stuck);
  await open(world, 'sign-in');
  const start = Date.now();
  await signIn(world);
  await pause(500);
  await world.page.press('#password', 'Enter');
  const form = await sentTo(world, '/sign-in');
  const waited = Date.now() - start;
  assert.ok(waited > 1900 && waited < 4000, String(waited));
  assert.equal(Object.fromEntries(form), { ...credentials, ...nothing });
  await pause(1000);
  assert.is(world.server.posted('/sign-in').length, 1);
  world.server.lead('/sign-in', '/fr/sign-in-mismatch');
  await signIn(world);
  await world.page.waitForSelector('#error');
  await world.page.goBack();
  await signIn(world);
  await until(() => world.server.posted('/sign-in').length === 3);
});

test('A form that the browser restored never posts what was signed for an earlier page', async (world) => {
  world.server.lead('/sign-in', '/fr/sign-in-mismatch');
  await open(world, 'sign-in');
  await signIn(world);
  await world.page.waitForSelector('#error');
  await runFirst(world, failures['no WebCrypto'] ?? '');
  await world.page.goBack();
  await signIn(world);
  const second = await until(() => world.server.posted('/sign-in')[1]);
  assert.equal(Object.fromEntries(second), { ...credentials, ...nothing });
});

test('The page that only proves passes by itself, once', async (world) => {
  assert.ok(await verifies(await prove(world)));
  await pause(500);
  assert.is(world.server.posted('/proof').length, 1);
});

test('The page that only proves goes on after three seconds without a key', async (world) => {
  await runFirst(world, stuck);
  const start = Date.now();
  await open(world, 'proof');
  assert.is(await world.page.textContent('[role=status]'), 'Nous reconnaissons ce navigateur…');
  assert.equal(Object.fromEntries(await sentTo(world, '/proof')), nothing);
  const waited = Date.now() - start;
  assert.ok(waited > 2900 && waited < 6000, String(waited));
});

test('Julie who comes Back is not sent on again, and « Continuer » still works', async (world) => {
  // Going on after it is loaded, the page stays in the history.
  await runFirst(world, late);
  await prove(world);
  await world.page.goBack();
  await seen(world, 'Un instant, Julie');
  await pause(1500);
  assert.is(world.server.posted('/proof').length, 1);
  await world.page.click('button:text("Continuer")');
  assert.ok(await verifies(await until(() => world.server.posted('/proof')[1])));
});

test('« Ce n’est pas vous? » wins over a page that was about to go on', async (world) => {
  await runFirst(world, held);
  await open(world, 'proof');
  await world.page.waitForLoadState();
  await world.page.click('text=Ce n’est pas vous?');
  await sentTo(world, '/not-you');
  await world.page.evaluate('release()');
  await pause(500);
  assert.is(world.server.posted('/proof').length, 0);
  await world.page.click('button:text("Continuer")');
  await sentTo(world, '/proof');
});

test('A page that was left while it waited does not go on when it is shown again', async (world) => {
  await runFirst(world, held);
  await open(world, 'proof');
  await world.page.waitForLoadState();
  await world.page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
  await world.page.evaluate('release()');
  await pause(500);
  assert.is(world.server.posted('/proof').length, 0);
});

test('With scripts off, Julie continues and signs in with empty fields', async (world) => {
  await use(world, { javaScriptEnabled: false });
  await open(world, 'proof');
  await world.page.click('button:text("Continuer")');
  assert.equal(Object.fromEntries(await sentTo(world, '/proof')), nothing);
  await open(world, 'sign-in');
  await signIn(world);
  assert.equal(Object.fromEntries(await sentTo(world, '/sign-in')), { ...credentials, ...nothing });
});

test('The waiting page offers its key once, and keeps waiting', async (world) => {
  await open(world, 'waiting-offer');
  const form = await sentTo(world, '/offer');
  assert.equal([...form.keys()], ['key', 'signature']);
  assert.ok(await verifies(form));
  await until(() => world.server.listening() === 1);
  await open(world, 'waiting');
  await until(() => world.server.listening() === 1);
  assert.is(world.server.posted('/offer').length, 1);
});

test.run();
