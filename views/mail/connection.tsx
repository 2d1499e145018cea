import type { ConnectionMail, Mail } from '../model.ts';
import { sayClock, sayDay } from '../moments.ts';
import { renderDocument } from '../render.ts';
import { oneLine, sayDevice, sayPhone, shortened } from '../said.ts';
import { wordsFor } from '../words/index.ts';
import { Letter, Paragraph } from './letter.tsx';

/** News of her own connection: it asks for nothing and leads nowhere. */
export function connectionMail(value: ConnectionMail): Mail {
  const { language } = value;
  const { common, devices, mail } = wordsFor(language);
  const words = mail.connection;
  const news = words[value.news];
  const device = oneLine(devices.one(value.usedWith));
  const hello = words.hello(oneLine(value.firstName));
  const what = words.what(oneLine(value.applicationName), device, sayDay(value.at, language));
  const call =
    value.onCallPhone === 'none' ? common.callDirection : common.callOnCall(sayPhone(value.onCallPhone));
  const advice = value.news === 'approved' ? news.advice : `${news.advice} ${call}`;
  const footer = mail.footer(oneLine(value.organizationName));
  return {
    subject: news.subject(sayClock(value.at, language), shortened(sayDevice(value.usedWith, language), 40)),
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
