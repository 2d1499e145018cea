import { UAParser } from 'ua-parser-js';
import { unknown } from '../../policies/facts.ts';
import type { ReadUserAgent } from '../../policies/recognition.ts';

/** ua-parser-js 1, which is MIT; its second version is AGPL. */
export const readUserAgent: ReadUserAgent = (userAgent) => {
  const { browser, os, device } = new UAParser(userAgent).getResult();
  return {
    browser: browser.name ?? unknown,
    system: os.name ?? unknown,
    machine: device.type ?? unknown,
    model: device.model ?? unknown,
  };
};
