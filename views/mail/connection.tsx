import type { ConnectionMail, Mail } from '../model.ts';
import { sayDay } from '../moments.ts';
import { renderDocument } from '../render.ts';
import { oneLine, sayPhone } from '../said.ts';
import { sayInWhere } from '../where.ts';
import { wordsFor } from '../words/index.ts';
import { circumstances } from './circumstances.ts';
import { Letter, Paragraph } from './letter.tsx';

/** News of her own connection: it asks for nothing and leads nowhere. */
export function connectionMail(value: ConnectionMail): Mail {
  const { language } = value;
  const { common, devices, mail } = wordsFor(language);
  const words = mail.connection;
  const news = words[value.news];
  const device = oneLine(devices.one(value.usedWith));
  const hello = words.hello(oneLine(value.firstName));
  const what = words.what(
    oneLine(value.applicationName),
    device,
    sayInWhere(value.where, language),
    sayDay(value.at, language),
  );
  const call =
    value.onCallPhone === 'none' ? common.callDirection : common.callOnCall(sayPhone(value.onCallPhone));
  const advice = value.news === 'approved' ? news.advice : `${news.advice} ${call}`;
  const footer = mail.footer(oneLine(value.organizationName));
  return {
    subject: news.subject(circumstances(value, value.at)),
    html: renderDocument(
      <Letter language={language} title={news.title} preview={news.preview} footer={footer}>
        <Paragraph>{hello}</Paragraph>
        <Paragraph>{what}</Paragraph>
        <Paragraph>{advice}</Paragraph>
        <Paragraph>{words.notYou}</Paragraph>
      </Letter>,
    ),
    text: [news.title, hello, what, advice, words.notYou, footer].join('\n\n'),
  };
}
