import type { Words } from '../fr.ts';
import { sentenceOf } from '../names.ts';

export const waiting: Words['waiting'] = {
  title: 'Your management must authorize this sign-in',
  titleOwn: (asked) =>
    asked.length > 0 && asked.length < 4
      ? `${sentenceOf(asked, ', ', ' or ')} must authorize your sign-in`
      : 'Another person must authorize your sign-in',
  hello: (firstName) => `Hello ${firstName}. You have nothing to redo.`,
  helloOwn: (firstName) => `Hello ${firstName}. This device is not authorized yet.`,
  keepOpen: 'Keep this page open and press “Check now”.',
  goesOn: 'This page will continue by itself.',
  cut: 'The connection to the server is lost. This page keeps trying by itself.',
  steps: 'Where your sign-in stands',
  done: 'Done',
  now: 'In progress',
  toCome: 'To come',
  passwordChecked: 'Password checked',
  asked: (people, when) => `Request sent ${people}, ${when}`,
  askedNobody: (when) => `Request recorded ${when}`,
  reminded: (when) => `Reminder sent ${when}`,
  opening: (application) => `Enter ${application}`,
  code: 'Your code',
  codeAdvice: (asked) =>
    asked.length > 0 && asked.length < 4
      ? `If ${sentenceOf(asked, ', ', ' or ')} asks you for it, give them this code in person or by voice. Do not give it to anybody else.`
      : 'If your management asks you for it, give them this code in person or by voice. Do not give it to anybody else.',
  own: (asked) =>
    asked.length === 0
      ? 'Your technical support can authorize it with your e-mail address and the code below.'
      : `${sentenceOf(asked, ', ', ' or ')} can authorize it from the e-mail they received. Otherwise, your technical support can authorize it with your e-mail address and the code below.`,
  fromElsewhere:
    'This request was made from another network than this one. To ask from here, press “Cancel”, then start again.',
  nobodyAsked: 'Nobody could receive your request.',
  nobodyAnswered: 'Nobody has answered yet.',
  why: 'Why?',
  check: 'Check now',
  titleApproved: 'It is authorized',
  approved: (application) => `It is authorized. Opening ${application}…`,
  opens: (application) => `Opening ${application}…`,
  approvedByHand: (application) => `All that is left is to open ${application}.`,
  open: (application) => `Open ${application}`,
  openNow: 'Continue now',
  titleRefused: 'This sign-in was not authorized',
  refused: 'You can talk about it with your management, who received your request.',
  titleCancelled: 'Request cancelled',
  cancelled: 'The request was withdrawn. You can start again whenever you want.',
  titleExpired: 'This request is no longer valid',
  expired: 'It went unanswered for too long. You can start again whenever you want.',
};
