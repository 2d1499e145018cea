import type { ApprovalRequestedMail, Mail } from '../model.ts';
import { sayDay } from '../moments.ts';
import { renderDocument } from '../render.ts';
import { oneLine, shortened } from '../said.ts';
import { sayInWhere } from '../where.ts';
import { wordsFor } from '../words/index.ts';
import { circumstances } from './circumstances.ts';
import { Address, Letter, MailButton, Paragraph } from './letter.tsx';

/** The code is never here: it has to come from the person who asks. */
export function approvalRequestedMail(value: ApprovalRequestedMail): Mail {
  const { language } = value;
  const { devices, mail } = wordsFor(language);
  const words = mail.request;
  const name = oneLine(`${value.person.firstName} ${value.person.lastName}`);
  const firstName = oneLine(value.person.firstName);
  const device = oneLine(value.firstUse ? devices.oneUsedFirst(value.usedWith) : devices.one(value.usedWith));
  const title = words.title(firstName);
  const who = words.who(name, oneLine(value.applicationName));
  const what = words.circumstances(
    device,
    sayInWhere(value.where, language),
    sayDay(value.openedAt, language),
  );
  const code = words.code(firstName);
  const footer = mail.footer(oneLine(value.organizationName));
  return {
    subject: words.subject(shortened(name, 60), circumstances(value, value.openedAt)),
    html: renderDocument(
      <Letter
        language={language}
        title={title}
        preview={value.firstUse ? words.preview.first : words.preview.again}
        footer={footer}
      >
        <Paragraph>{who}</Paragraph>
        <Paragraph strong>{what}</Paragraph>
        <MailButton href={value.requestUrl}>{words.button}</MailButton>
        <Paragraph>{code}</Paragraph>
        <Paragraph>{words.unknown}</Paragraph>
        <Address before={words.linkAsText} href={value.requestUrl} />
        <Address before={words.noLink} href={value.consoleUrl} />
      </Letter>,
    ),
    text: [
      title,
      who,
      what,
      `${words.button}\n${value.requestUrl}`,
      code,
      words.unknown,
      `${words.noLink}\n${value.consoleUrl}`,
      footer,
    ].join('\n\n'),
  };
}
