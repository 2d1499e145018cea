import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { desktop } from '../../support/raw-http.ts';
import { pressByKeys, reach, typeInto } from './keys.ts';

export type Name = string | RegExp;
export type HandKind = 'pointer' | 'keyboard' | 'scripts-off';

/** A part of the page: what it is, and words that stand in it and in no other. */
export interface Part {
  readonly role: 'article' | 'group' | 'listitem' | 'region' | 'navigation' | 'row' | 'status';
  readonly has: Name;
}

/** Somebody at a page. Whatever is not there, not visible, or there twice fails. */
export interface Hand {
  readonly kind: HandKind;
  /** To look at, never to act on. */
  readonly page: Page;
  goTo(path: string): Promise<void>;
  /** A button or a link, by its accessible name; waits for the page that it leads to, when it leads to one. */
  press(name: Name, part?: Part): Promise<void>;
  /** A text, date or time field, by its label. */
  fill(label: Name, text: string, part?: Part): Promise<void>;
  /** A radio button or a checkbox, by its label. */
  choose(label: Name, part?: Part): Promise<void>;
  /** An option of a menu. */
  pick(label: Name, option: Name, part?: Part): Promise<void>;
  /** An option of a menu that filters a list: at once by the pointer where a script sees it, otherwise with this button. */
  filterBy(label: Name, option: Name, button?: Name): Promise<void>;
  /** A `details`, by its summary. */
  unfold(summary: Name, part?: Part): Promise<void>;
  /** Something on a map, to the north: dragged, by the arrow keys, or with a button where there is no script. */
  moveNorth(handle: Name, button: Name): Promise<void>;
  /** What can be read in `main`, or in a part of it, on one line with plain spaces. */
  words(part?: Part): Promise<string>;
}

export interface Dress {
  /** What the proxy says of where this browser is. */
  readonly address: string;
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly path: string }[];
}

/** How each kind of hand acts on what it has found. */
interface Acts {
  press(page: Page, target: Locator): Promise<void>;
  fill(page: Page, target: Locator, text: string): Promise<void>;
  choose(page: Page, target: Locator): Promise<void>;
  pick(page: Page, target: Locator, option: string): Promise<void>;
}

const clicks: Acts = {
  press: (_page, target) => target.click(),
  fill: (_page, target, text) => target.fill(text),
  choose: (_page, target) => target.check(),
  pick: async (_page, target, option) => {
    await target.selectOption({ label: option });
  },
};

const keys: Acts = {
  press: pressByKeys('Enter'),
  fill: typeInto,
  choose: async (page, target) => {
    await reach(page, target);
    if (!(await target.isChecked())) await page.keyboard.press('Space');
  },
  pick: async (page, target, option) => {
    await reach(page, target);
    const steps = await target.evaluate(
      (menu: HTMLSelectElement, label) =>
        Array.from(menu.options).findIndex(({ text }) => text.trim() === label) - menu.selectedIndex,
      option,
    );
    for (let left = Math.abs(steps); left > 0; left--)
      await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  },
};

const dresses: Readonly<Record<HandKind, { readonly acts: Acts; readonly options: BrowserContextOptions }>> =
  {
    pointer: { acts: clicks, options: { viewport: { width: 1280, height: 800 } } },
    keyboard: { acts: keys, options: { viewport: { width: 820, height: 1180 } } },
    'scripts-off': {
      acts: clicks,
      options: { viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
    },
  };

/** Patience with a machine that does something else, too. */
const longest = 10_000;

/**
 * Hands of one kind, each with a browser of its own at its address, signed in by its cookies and no others.
 * A browser is kept for the next row, so that styles and fonts are fetched once.
 */
export function openWardrobe(kind: HandKind, browser: Browser, url: string): (dress: Dress) => Promise<Hand> {
  const { acts, options } = dresses[kind];
  const kept = new Map<string, BrowserContext>();
  const contextAt = async (address: string) => {
    const known = kept.get(address);
    if (known) return known;
    const context = await browser.newContext({
      ...options,
      locale: 'fr-CA',
      timezoneId: 'America/Toronto',
      reducedMotion: 'reduce',
      userAgent: desktop,
      extraHTTPHeaders: { 'x-forwarded-for': address },
    });
    context.setDefaultTimeout(longest);
    kept.set(address, context);
    return context;
  };
  return async ({ address, cookies }) => {
    const context = await contextAt(address);
    await context.clearCookies();
    await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url })));
    return handOn(kind, await context.newPage(), acts, url);
  };
}

function handOn(kind: HandKind, page: Page, acts: Acts, url: string): Hand {
  const within = (part: Part | undefined) =>
    part === undefined ? page.locator('main') : page.getByRole(part.role).filter({ hasText: part.has });
  const named = (name: Name) => ({ name, exact: typeof name === 'string' });
  const labelled = (controls: string, label: Name, part?: Part) =>
    within(part)
      .getByLabel(label, { exact: typeof label === 'string' })
      .and(page.locator(controls))
      .and(page.locator(':visible'));
  const press = async (name: Name, part?: Part) => {
    const scope = part === undefined ? page : within(part);
    const target = scope.getByRole('button', named(name)).or(scope.getByRole('link', named(name)));
    if (!(await target.evaluate(leadsElsewhere))) return acts.press(page, target);
    const arrived = page.waitForEvent('load');
    await Promise.all([arrived, acts.press(page, target)]);
  };
  const pick = async (label: Name, option: Name, part?: Part) => {
    const menu = labelled('select', label, part);
    const all = await menu.locator('option').allTextContents();
    const wanted = all.filter((text) =>
      typeof option === 'string' ? plain(text) === plain(option) : option.test(plain(text)),
    );
    if (wanted.length !== 1) throw new Error(`${wanted.length} options are called ${option}: ${all}`);
    await acts.pick(page, menu, (wanted[0] ?? '').trim());
  };
  return {
    kind,
    page,
    goTo: async (path) => {
      await page.goto(new URL(path, url).href);
    },
    press,
    fill: (label, text, part) => acts.fill(page, labelled(texts, label, part), text),
    choose: (label, part) => {
      const scope = within(part);
      const radio = scope.getByRole('radio', named(label));
      return acts.choose(page, scope.getByRole('checkbox', named(label)).or(radio));
    },
    pick,
    filterBy: async (label, option, button = 'Afficher') => {
      if (kind === 'pointer' && (await page.locator('script[src*="/console."]').count()) > 0)
        return void (await Promise.all([page.waitForEvent('load'), pick(label, option)]));
      await pick(label, option);
      await press(button);
    },
    unfold: async (summary, part) => {
      const target = within(part).locator('summary').filter({ hasText: summary });
      await acts.press(page, target);
    },
    moveNorth: async (handle, button) => {
      if (kind === 'scripts-off') return press(button);
      const target = page.getByRole('button', named(handle));
      if (kind === 'keyboard') return pressByKeys('ArrowUp')(page, target);
      await target.hover();
      const box = await target.boundingBox();
      await page.mouse.down();
      await page.mouse.move(Number(box?.x) + Number(box?.width) / 2, Number(box?.y) - 20, { steps: 2 });
      await page.mouse.up();
    },
    words: async (part) => plain(await within(part).innerText()),
  };
}

const texts = 'textarea, input:not([type=range], [type=checkbox], [type=radio])';

/** No-break spaces are for the eye; lines, too. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A link to another document, or a button that sends its form. */
const leadsElsewhere = (element: Element): boolean =>
  element instanceof HTMLAnchorElement
    ? element.href.split('#')[0] !== location.href.split('#')[0] || !element.href.includes('#')
    : element instanceof HTMLButtonElement && element.type === 'submit' && element.form !== null;
