import { common, moments, people } from './fr/common.ts';
import { consolePages } from './fr/console/index.ts';
import { demo, demoApplication, mailbox } from './fr/demo.ts';
import { devices } from './fr/devices.ts';
import { continueAs, logout, organization, proof, refusal, signIn } from './fr/door.ts';
import { explained } from './fr/explained.ts';
import { mail } from './fr/mail.ts';
import { circle, map } from './fr/map.ts';
import { pending } from './fr/pending.ts';
import { problem } from './fr/problem.ts';
import { help, privacy } from './fr/reading.ts';
import { reasons } from './fr/reasons.ts';
import { request, requestClosed } from './fr/request.ts';
import { rules } from './fr/rules.ts';
import { waiting } from './fr/waiting.ts';
import { where } from './fr/where.ts';

/** French is written first; its shape is what every other language must fill. */
export const fr = {
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

export type Words = typeof fr;
