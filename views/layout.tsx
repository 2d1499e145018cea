import type { ComponentChildren, VNode } from 'preact';
import { assetHref } from './assets.ts';
import type { Frame } from './model.ts';
import { Padlock } from './parts/padlock.tsx';
import { demoHref, helpHref, privacyHref } from './places.ts';
import { wordsFor } from './words/index.ts';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /** `door` asks one question in a card; `reading` is text; `wide` holds tables. */
  readonly width?: 'door' | 'reading' | 'wide';
  readonly scripts?: readonly string[];
  /** What a script reads, on the main element. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children: ComponentChildren;
}

export function Page({ frame, title, width = 'door', scripts = [], data = {}, children }: PageProps): VNode {
  const words = wordsFor(frame.language).common;
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBFAF7" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#12161C" />
        <meta name="robots" content="noindex" />
        <title>{words.title(title)}</title>
        {['latin-400.woff2', 'latin-700.woff2'].map((font) => (
          <link
            key={font}
            rel="preload"
            as="font"
            type="font/woff2"
            href={assetHref(font)}
            crossOrigin="anonymous"
          />
        ))}
        <link rel="stylesheet" href={assetHref('style.css')} />
        <link rel="icon" type="image/svg+xml" href={assetHref('icon.svg')} />
        {scripts.map((name) => (
          <script key={name} type="module" src={assetHref(name)} />
        ))}
      </head>
      <body class={`width-${width}`}>
        <Header frame={frame} />
        <main {...data}>{children}</main>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

function Header({ frame }: { readonly frame: Frame }): VNode {
  const words = wordsFor(frame.language).common;
  return (
    <header>
      {frame.demo && (
        <p class="demo-banner">
          {words.demoBanner} <a href={demoHref}>{words.demoLink}</a>
        </p>
      )}
      <p class="brand">
        <span class="brand-mark">
          <Padlock state="closed" />
        </span>
        {words.brand}
      </p>
    </header>
  );
}

function Footer({ frame }: { readonly frame: Frame }): VNode {
  const words = wordsFor(frame.language).common;
  const other = frame.language === 'fr' ? 'en-CA' : 'fr-CA';
  return (
    <footer>
      <nav aria-label={words.footer}>
        <a href={helpHref}>{words.help}</a>
        <a href={privacyHref}>{words.privacy}</a>
        <a href={frame.otherLanguageHref} hreflang={other} lang={other}>
          {words.otherLanguage}
        </a>
      </nav>
    </footer>
  );
}
