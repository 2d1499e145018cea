import type { Locator, Page } from 'playwright-core';
import * as assert from 'uvu/assert';

/**
 * How many stops of Tab lie between what has the focus and what is wanted; negative is back.
 * An estimate that saves looking after each key: what decides is what has the focus in the end.
 */
const stopsBetween = `(wanted) => {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((one) => one === wanted || one === document.activeElement
      || (one.tabIndex >= 0 && !one.disabled && one.type !== 'hidden' && one.checkVisibility()));
  const groups = new Map();
  const counted = stops.filter((one) => {
    if (one.type !== 'radio' || one === wanted) return true;
    const group = one.name + (one.form?.id ?? '') + (one.form?.action ?? '');
    const taken = groups.get(group) || wanted.name === one.name && wanted.type === 'radio';
    groups.set(group, true);
    return !taken;
  });
  const from = counted.indexOf(document.activeElement);
  return counted.indexOf(wanted) - from;
}`;

/** Tab or Shift+Tab until it has the focus, which shows: no more than a page has stops. */
export async function reach(page: Page, target: Locator): Promise<void> {
  const wanted = await target.elementHandle();
  if (!wanted) throw new Error(`nothing is ${target}`);
  const radio = await wanted.evaluate((one) => one instanceof HTMLInputElement && one.type === 'radio');
  const distance = Number(await page.evaluate(stopsBetween, wanted));
  const key = distance < 0 ? 'Shift+Tab' : 'Tab';
  const sure = Math.max(0, Math.abs(distance) - 2);
  await Promise.all(Array.from({ length: sure }, () => page.keyboard.press(key)));
  const arrived = () =>
    wanted.evaluate((one: HTMLInputElement) => {
      const focused = document.activeElement;
      const sameGroup =
        one.type === 'radio' &&
        focused instanceof HTMLInputElement &&
        focused.type === 'radio' &&
        focused.name === one.name &&
        focused.form === one.form;
      return focused === one || sameGroup;
    });
  const most = sure + 60;
  for (let pressed = sure; !(await arrived()); pressed++) {
    if (pressed >= most) throw new Error(`${most} times ${key} do not reach ${target}`);
    await page.keyboard.press(key);
  }
  if (radio) await reachWithin(page, wanted, target);
  assert.ok(await wanted.evaluate(showsFocus), `no focus is seen on ${target}`);
}

type Wanted = NonNullable<Awaited<ReturnType<Locator['elementHandle']>>>;

/** Arrows go from one radio button to the next, and choose it. */
async function reachWithin(page: Page, wanted: Wanted, target: Locator): Promise<void> {
  for (let left = 12; left > 0; left--) {
    if (await wanted.evaluate((one) => document.activeElement === one)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`arrows do not reach ${target}`);
}

/** A ring of two pixels or more, on the screen. */
const showsFocus = (one: Element): boolean =>
  one.matches(':focus-visible') &&
  getComputedStyle(one).outlineStyle !== 'none' &&
  Number.parseFloat(getComputedStyle(one).outlineWidth) >= 2 &&
  one.getBoundingClientRect().bottom > 0 &&
  one.getBoundingClientRect().top < innerHeight;

export const pressByKeys = (key: 'Enter' | 'ArrowUp') => async (page: Page, target: Locator) => {
  await reach(page, target);
  await page.keyboard.press(key);
};

/** What was there is replaced. A script may part the digits of a code. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  const type = await target.getAttribute('type');
  if (type === 'date' || type === 'time') await page.keyboard.type(asShown[type](text));
  else {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
  }
  const typed = await target.inputValue();
  assert.is(typed.replace(/\s/g, ''), text.replace(/\s/g, ''));
}

/** The browser itself speaks English: month, day, year; twelve hours. */
const asShown = {
  date: (text: string): string => {
    const [year = '', month = '', day = ''] = text.split('-');
    return `${month}${day}${year}`;
  },
  time: (text: string): string => {
    const [hours = '', minutes = ''] = text.split(':');
    const [twelve, half] = [Number(hours) % 12 || 12, Number(hours) < 12 ? 'a' : 'p'];
    return `${String(twelve).padStart(2, '0')}${minutes}${half}`;
  },
} as const;
