import type { Mail, PadlockMail } from '../model.ts';
import { sayDay, sayUntil } from '../moments.ts';
import { renderDocument } from '../render.ts';
import { oneLine, shortened } from '../said.ts';
import { wordsFor } from '../words/index.ts';
import { Address, Letter, MailButton, Paragraph } from './letter.tsx';

/** Every administrator is told: an open padlock lets everybody in. */
export function padlockMail(value: PadlockMail): Mail {
  const { language } = value;
  const { mail } = wordsFor(language);
  const words = mail.padlock;
  const title = titleOf(value);
  const hello = words.hello(oneLine(value.firstName));
  const who = whoDidIt(value);
  const effect = effectOf(value);
  const footer = mail.footer(oneLine(value.organizationName));
  return {
    subject: words.subject(title, shortened(value.organizationName, 60)),
    html: renderDocument(
      <Letter language={language} title={title} preview={who} footer={footer}>
        <Paragraph>{hello}</Paragraph>
        <Paragraph strong>{who}</Paragraph>
        <Paragraph>{effect}</Paragraph>
        <MailButton href={value.consoleUrl}>{words.button}</MailButton>
        <Paragraph>{words.unexpected}</Paragraph>
        <Address before={words.noLink} href={value.consoleUrl} />
      </Letter>,
    ),
    text: [
      title,
      hello,
      who,
      effect,
      `${words.button}\n${value.consoleUrl}`,
      words.unexpected,
      `${words.noLink}\n${value.consoleUrl}`,
      footer,
    ].join('\n\n'),
  };
}

function titleOf(value: PadlockMail): string {
  const words = wordsFor(value.language).mail.padlock;
  if (value.news !== 'opened' || value.until === 'further-notice') return words[value.news].title;
  return words.opened.titleUntil(untilOf(value, value.until));
}

function whoDidIt({ language, news, by, at }: PadlockMail): string {
  const { operator, [news]: words } = wordsFor(language).mail.padlock;
  const when = sayDay(at, language);
  if (by === 'nobody') return words.byItself(when);
  return words.by(by === 'operator' ? operator : oneLine(by), when);
}

function effectOf(value: PadlockMail): string {
  const words = wordsFor(value.language).mail.padlock;
  if (value.news !== 'opened') return words[value.news].effect;
  const { effect, until, furtherNotice } = words.opened;
  const length = value.until === 'further-notice' ? furtherNotice : until(untilOf(value, value.until));
  return `${effect} ${length}`;
}

/** A mail may be read late: the hour alone is said only of the day on which the padlock was opened. */
function untilOf({ language, at }: PadlockMail, until: Exclude<PadlockMail['until'], string>): string {
  return sayUntil({ ...until, now: at.at }, language);
}
