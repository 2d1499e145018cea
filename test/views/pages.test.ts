import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { assets } from '../../views/index.ts';
import { tagsOf, tagWith, textOf } from './markup.ts';
import { type Cast, everyPage, languages } from './samples.ts';

const hostile: Cast = {
  firstName: `<script>alert(1)</script>`,
  lastName: `"><img src=x onerror=alert(2)>' onfocus='alert(3)`,
  application: `SDG\r\nBcc: everyone@example.com\r\n\r\n<b>bold</b>`,
  organization: `CPE </title><style>*{display:none}</style> javascript:alert(4)`,
};

for (const language of languages) {
  test(`In ${language}, every state of every page is a whole document with one heading and its landmarks`, () => {
    for (const [name, html] of everyPage(language)) {
      const count = (tag: string) => tagsOf(html).filter((each) => each.name === tag).length;
      assert.ok(html.startsWith('<!doctype html>'), name);
      assert.is(
        tagsOf(html)
          .find((tag) => tag.name === 'html')
          ?.attributes.get('lang'),
        `${language}-CA`,
        name,
      );
      for (const tag of ['h1', 'title', 'main', 'header', 'footer'])
        assert.is(count(tag), 1, `${name}: ${tag}`);
      const navs = tagsOf(html).flatMap((tag) =>
        tag.name === 'nav' ? [tag.attributes.get('aria-label')] : [],
      );
      assert.ok(navs.length > 0 && navs.every(Boolean), `${name}: a nav without a name`);
      assert.is(new Set(navs).size, navs.length, `${name}: two navs of one name`);
      assert.match(html, /<title>[^<]+ · Cadenas<\/title>/, name);
      assert.not.match(textOf(html), /undefined|null|NaN|\[object/, name);
    }
  });

  test(`In ${language}, every page leads to the help, to the privacy contact and to the other language`, () => {
    for (const [name, html] of everyPage(language)) {
      for (const href of ['/aide', '/confidentialite', language === 'fr' ? '?langue=en' : '?langue=fr']) {
        assert.ok(tagWith(html, 'a', 'href', href), `${name}: ${href}`);
      }
    }
  });

  test(`In ${language}, no page holds an inline style, an inline script or an on… attribute`, () => {
    for (const [name, html] of [...everyPage(language), ...everyPage(language, hostile)]) {
      assert.not.match(html, /<style\b/, name);
      for (const tag of tagsOf(html)) {
        for (const attribute of tag.attributes.keys()) assert.not.match(attribute, /^(style|on.*)$/, name);
        if (tag.name === 'script') assert.ok(assets.has(tag.attributes.get('src') ?? ''), name);
      }
      assert.not.match(html, /<script(?![^>]*><\/script>)/, name);
    }
  });

  test(`In ${language}, a person named <script> is shown as she is named, and runs nothing`, () => {
    for (const [name, html] of everyPage(language, hostile)) {
      assert.not.match(html, /<script>|<img|<b>bold|<\/title><style/, name);
      assert.is(tagsOf(html).filter((tag) => tag.name === 'title').length, 1, name);
      for (const tag of tagsOf(html)) {
        const href = tag.attributes.get('href') ?? tag.attributes.get('src') ?? '';
        assert.not.match(href, /^\s*(javascript|data|vbscript):/i, name);
      }
    }
    assert.match(
      textOf(everyPage(language, hostile).get('request-code') ?? ''),
      /<script>alert\(1\)<\/script>/,
    );
  });

  test(`In ${language}, every form that is not a search posts, and every address of a page is on this server`, () => {
    for (const [name, html] of everyPage(language)) {
      const changing = html.replace(/<search\b.*?<\/search>/gs, '');
      assert.not(tagWith(changing, 'form', 'method', 'get'), name);
      for (const tag of tagsOf(html)) {
        if (tag.name === 'form') {
          assert.match(tag.attributes.get('method') ?? '', /^(get|post)$/, name);
          assert.match(tag.attributes.get('action') ?? '', /^\/(?!\/)/, name);
        }
        if (tag.name === 'link' || tag.name === 'script') {
          const address = tag.attributes.get('href') ?? tag.attributes.get('src') ?? '';
          assert.ok(assets.has(address), `${name}: ${address}`);
        }
      }
    }
  });
}

test('Nobody meets text from elsewhere: no source sets inner HTML', async () => {
  const root = fileURLToPath(new URL('../../views', import.meta.url));
  for await (const path of glob('**/*.{ts,tsx,js}', { cwd: root })) {
    assert.not.match(await readFile(`${root}/${path}`, 'utf8'), /inner_?html/i, path);
  }
});

test('A phone number that is not one never becomes a link', () => {
  const html = everyPage('fr').get('waiting-nobody-answered') ?? '';
  assert.ok(tagWith(html, 'a', 'href', 'tel:+14505550123'));
  assert.match(textOf(html), /Appelez la personne de garde : 450 555-0123/);
});

test.run();
