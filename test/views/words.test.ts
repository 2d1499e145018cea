import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Words, wordsFor } from '../../views/words/index.ts';
import { textOf } from './markup.ts';
import { everyMail, everyPage } from './samples.ts';
import { examples } from './word-samples.ts';

/** Every string of a tree of words by its path, each sentence said with each of its examples. */
function everyString(tree: unknown, given: unknown, path: string): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree === 'function') {
    assert.ok(Array.isArray(given) && given.length > 0, `${path} has no example`);
    return given.map((values) => [path, String(tree(...values))]);
  }
  if (typeof tree !== 'object' || tree === null) return [];
  const known = new Map(Object.entries(given ?? {}));
  return Object.entries(tree).flatMap(([key, value]) => everyString(value, known.get(key), `${path}.${key}`));
}

function strings(words: Words): readonly (readonly [string, string])[] {
  return everyString(words, examples, 'words').filter(([path]) => !/\.(lang|ownCommand)$/.test(path));
}

function offenders(pattern: RegExp, words: Words): readonly string[] {
  return strings(words)
    .filter(([, text]) => pattern.test(text))
    .map(([path, text]) => `${path}: ${text}`);
}

const french = wordsFor('fr');
const english = wordsFor('en');

test('Julie reads French without a space before ? ! and ;', () => {
  assert.equal(offenders(/\s[?!;]/, french), []);
});

test('Julie reads a no-break space before every colon, and never a plain one', () => {
  assert.equal(offenders(/(?:^|[^\u00a0\d])[:](?![\d/])/, french), []);
});

test('Julie reads « guillemets » with no-break spaces inside', () => {
  assert.equal(offenders(/«(?!\u00a0)|(?<!\u00a0)»|["“”]/, french), []);
});

test('Julie reads the typographic apostrophe', () => {
  assert.equal(offenders(/'/, french), []);
  assert.equal(offenders(/'/, english), []);
});

test('Julie reads hours as 6 h 47, kept on one line', () => {
  assert.equal(offenders(/\d h|h \d|\d:\d|\dh/, french), []);
  assert.is(french.moments.clock(7, 5), '7\u00a0h\u00a005');
  assert.is(french.moments.clock(21, 0), '21\u00a0h');
});

test('Julie never reads the words of the trade', () => {
  const forbidden =
    /(?<!\p{L})(membres?|emplacements?|push|tokens?|authentifi\p{L}*|IP|e-?mails?|sms|smartphones?|tu|ton|tes)(?!\p{L})/iu;
  assert.equal(offenders(forbidden, french), []);
});

test('Only the page of a developer names « jetons »', () => {
  const named = strings(french).filter(
    ([path, text]) => /jeton/i.test(text) && !path.includes('demoApplication'),
  );
  assert.equal(named, []);
});

test('Olivier never reads « de Olivier », nor any other missing elision', () => {
  assert.equal(
    offenders(/\b(de|que|le|la|ce|je|ne|se|lorsque|puisque) (?=Olivier|Anne|Hélène|Amisgest)/, french),
    [],
  );
});

test('An English sentence keeps no French quotation mark or spacing', () => {
  assert.equal(offenders(/[«»]|\u00a0:/, english), []);
});

test('Nobody reads a sentence that ends twice', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const [name, html] of everyPage(language)) assert.not.match(textOf(html), /\.\.|\?\.|!\./, name);
    for (const [name, mail] of everyMail(language)) assert.not.match(mail.text, /\.\.|\?\.|!\./, name);
  }
});

test('Sylvie and Marc are named the way a sentence names them', () => {
  assert.is(french.people.toEach(['Sylvie', 'Marc']), 'à Sylvie et à Marc');
  assert.is(french.people.toEach(['Sylvie', 'Marc', 'Anne']), 'à Sylvie, à Marc et à Anne');
  assert.is(english.people.toEach(['Sylvie', 'Marc']), 'to Sylvie and Marc');
  assert.is(french.people.toEach([]), '');
});

test("Julie's device is named with its article", () => {
  const { one, thisOne, oneUsedFirst } = french.devices;
  assert.is(one({ device: 'tablet', model: 'iPad' }), 'un iPad');
  assert.is(thisOne({ device: 'tablet', model: 'iPad' }), 'cet iPad');
  assert.is(thisOne({ device: 'computer', model: 'Mac' }), 'ce Mac');
  assert.is(
    oneUsedFirst({ device: 'tablet', model: 'Android' }),
    'une tablette Android utilisée pour la première fois',
  );
  assert.is(
    oneUsedFirst({ device: 'unknown', model: 'unknown' }),
    'un appareil utilisé pour la première fois',
  );
  assert.is(english.devices.one({ device: 'phone', model: 'Android' }), 'an Android phone');
});

test.run();
