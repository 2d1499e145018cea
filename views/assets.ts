import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Asset {
  readonly body: Buffer;
  readonly type: string;
}

const stylesheets = [
  'tokens',
  'base',
  'frame',
  'controls',
  'door',
  'lists',
  'waiting',
  'request',
  'reading',
  'demo',
  'console',
  'console-lists',
  'console-padlock',
  'console-rules',
  'console-devices',
  'console-person',
  'console-places',
  'map',
];
const scripts = ['password.js', 'waiting.js', 'code.js', 'proof.js', 'console.js', 'map.js'];
const fonts = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'];

const require = createRequire(import.meta.url);
const published = new Map<string, Asset>();
const hrefs = new Map<string, string>();

function own(path: string): Buffer {
  return readFileSync(new URL(`./assets/${path}`, import.meta.url));
}

/** The address holds a hash of the content: it can be kept for ever, and a change is seen at once. */
function publish(name: string, type: string, body: Buffer): void {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  const href = `/assets/${name.replace(/\.(?=[^.]+$)/, `.${hash}.`)}`;
  published.set(href, { body, type });
  hrefs.set(name, href);
}

for (const font of fonts) {
  const file = require.resolve(
    `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${font}-normal.woff2`,
  );
  publish(`${font}.woff2`, 'font/woff2', readFileSync(file));
}
publish('icon.svg', 'image/svg+xml', own('icon.svg'));
for (const script of scripts) publish(script, 'text/javascript; charset=utf-8', own(script));
publish('style.css', 'text/css; charset=utf-8', styles());

/** Fonts are named in the style sheet by their plain name, and served under their hashed one. */
function styles(): Buffer {
  const css = stylesheets.map((name) => own(`style/${name}.css`).toString('utf8')).join('\n');
  return Buffer.from(css.replace(/url\("([^"]+)"\)/g, (_, name: string) => `url("${assetHref(name)}")`));
}

/** What the server answers under `/assets`, by path. */
export const assets: ReadonlyMap<string, Asset> = published;

export function assetHref(name: string): string {
  const href = hrefs.get(name);
  if (href === undefined) throw new Error(`no asset is named \`${name}\``);
  return href;
}
