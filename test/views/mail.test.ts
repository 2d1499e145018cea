import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plain, tagsOf, tagWith, textOf } from './markup.ts';
import {
  ago,
  approvalMail,
  type Cast,
  everyMail,
  languages,
  newsMail,
  padlockNews,
  papillons,
  requestUrl,
} from './samples.ts';

const hostile: Cast = {
  firstName: 'Julie\r\nBcc: everyone@example.com',
  lastName: `<script>alert(1)</script>\u2028\u202eyalbmert`,
  application: 'SDG\nX: y',
  organization: `"><img src=x onerror=alert(1)>\r\n.\r\n`,
};

test('Sylvie knows from the subject who, when and with what', () => {
  assert.is(
    plain(approvalMail('fr').subject),
    'Demande de connexion : Julie Tremblay – 6 h 47, iPad, Longueuil',
  );
  assert.is(
    plain(approvalMail('en').subject),
    'Sign-in request: Julie Tremblay – 6:47 a.m., iPad, Longueuil',
  );
});

for (const language of languages) {
  test(`In ${language}, the link stands in both parts, as a button and as text`, () => {
    const mail = approvalMail(language);
    assert.ok(mail.text.includes(requestUrl));
    assert.is(tagsOf(mail.html).filter((tag) => tag.attributes.get('href') === requestUrl).length, 2);
    assert.ok(textOf(mail.html).includes(requestUrl));
    assert.ok(mail.text.includes('/reglages') && mail.html.includes('/reglages'));
  });

  test(`In ${language}, no mail holds an image, a drawing, a style sheet, a script or a form`, () => {
    for (const [name, mail] of everyMail(language, hostile)) {
      const found = tagsOf(mail.html).map((tag) => tag.name);
      for (const tag of ['img', 'svg', 'style', 'link', 'script', 'form', 'input', 'button']) {
        assert.not(found.includes(tag), `${name}: ${tag}`);
      }
      assert.not.match(mail.html, /background(-image)?:\s*url|<script/i, name);
      assert.ok(Buffer.byteLength(mail.html) < 100_000, name);
    }
  });

  test(`In ${language}, no mail shows six digits, together or in two groups`, () => {
    for (const [name, mail] of everyMail(language)) {
      assert.not.match(`${mail.text} ${textOf(mail.html)}`, /(?<!\d)\d{3}[ \u00a0]?\d{3}(?![\d-])/, name);
    }
  });

  test(`In ${language}, a name with line breaks never adds a header to a mail`, () => {
    for (const [name, mail] of everyMail(language, hostile)) {
      assert.not.match(mail.subject, /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u, name);
      assert.not.match(mail.text, /^(Bcc|X):|\r|\u202e/m, name);
    }
  });

  test(`In ${language}, the text part says all that the other says`, () => {
    for (const [name, mail] of everyMail(language)) {
      const text = plain(mail.text).replace(/\s+/g, ' ');
      for (const paragraph of mail.html.match(/<(p|h1|a)\b[^>]*>[^<]+</g) ?? []) {
        const said = textOf(`${paragraph}p>`).trim();
        if (said !== 'Amisgest') assert.ok(text.includes(said), `${name}: ${said}`);
      }
    }
  });
}

test('A very long name leaves the hour and the device in the subject', () => {
  const { subject } = approvalMail('fr', { ...papillons, lastName: 'é'.repeat(500) });
  assert.ok(subject.length < 140);
  assert.ok(plain(subject).endsWith('… – 6 h 47, iPad, Longueuil'));
});

test('Julie is told by mail that she waits, and whom to call', () => {
  const mail = newsMail('fr', 'waiting');
  assert.is(plain(mail.subject), 'Votre connexion attend une autorisation – 6 h 47, iPad, Longueuil');
  assert.match(plain(mail.text), /Appelez la personne de garde : 450 555-0123\./);
  assert.not(tagWith(mail.html, 'a', 'href', requestUrl));
});

test('Everyone in management is told of the padlock: what became of it, who did it and until when', () => {
  const opened = padlockNews('fr');
  assert.is(plain(opened.subject), 'Le cadenas est ouvert jusqu’à 9 h 15 – CPE Les Papillons');
  assert.match(plain(opened.text), /Marc Tremblay a ouvert le cadenas le lundi 23 novembre à 6 h 47\./);
  assert.match(plain(opened.text), /Il reste ouvert jusqu’à 9 h 15, puis il se referme tout seul\./);
  assert.ok(tagWith(opened.html, 'a', 'href', 'https://connexion.amisgest.test/reglages'));
  assert.is(
    plain(padlockNews('fr', { until: ago(-86_400_000) }).subject),
    'Le cadenas est ouvert jusqu’au mardi 24 novembre à 6 h 49 – CPE Les Papillons',
  );
  assert.match(
    plain(padlockNews('fr', { until: 'further-notice', by: 'operator' }).text),
    /Votre soutien technique a ouvert .*Il reste ouvert jusqu’à ce qu’une personne le ferme\./s,
  );
  const reclosed = padlockNews('fr', { news: 'reclosed', by: 'nobody' });
  assert.match(plain(reclosed.text), /Le cadenas s’est refermé tout seul le lundi 23 novembre à 6 h 47/);
  assert.is(padlockNews('en', { news: 'closed' }).subject, 'The padlock is closed – CPE Les Papillons');
});

test('The first lines of an inbox preview are ours', () => {
  assert.match(
    approvalMail('fr').html,
    /<body[^>]*><div style="display:none[^"]*">Premier essai avec cet appareil\./,
  );
});

test.run();
