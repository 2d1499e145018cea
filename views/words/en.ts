import { common, moments, people } from './en/common.ts';
import { consolePages } from './en/console/index.ts';
import { demo, demoApplication, mailbox } from './en/demo.ts';
import { devices } from './en/devices.ts';
import { continueAs, logout, organization, proof, refusal, signIn } from './en/door.ts';
import { explained } from './en/explained.ts';
import { mail } from './en/mail.ts';
import { circle, map } from './en/map.ts';
import { pending } from './en/pending.ts';
import { problem } from './en/problem.ts';
import { help, privacy } from './en/reading.ts';
import { reasons } from './en/reasons.ts';
import { request, requestClosed } from './en/request.ts';
import { rules } from './en/rules.ts';
import { waiting } from './en/waiting.ts';
import { where } from './en/where.ts';
import type { Words } from './fr.ts';

export const en: Words = {
  common,
  people,
  moments,
  devices,
  where,
  reasons,
  explained,
  rules,
  signIn,
  proof,
  organization,
  continueAs,
  logout,
  refusal,
  waiting,
  request,
  requestClosed,
  pending,
  console: consolePages,
  map,
  circle,
  problem,
  privacy,
  help,
  demo,
  demoApplication,
  mailbox,
  mail,
};
