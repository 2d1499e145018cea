import type { Context } from 'koa';
import type { Frame, Language } from '../../views/model.ts';
import { postedFrom } from './posted-from.ts';

const cookieName = 'cadenas_language';
const oneYear = 365 * 24 * 60 * 60_000;

const isLanguage = (value: unknown): value is Language => value === 'fr' || value === 'en';

/** What was chosen, here or by the application (`ui_locales`), else what the browser prefers, else French. */
export function languageOf(ctx: Context, uiLocales?: unknown): Language {
  const asked = ctx.query.lang;
  if (isLanguage(asked)) {
    ctx.cookies.set(cookieName, asked, { maxAge: oneYear, signed: false, sameSite: 'lax', overwrite: true });
    return asked;
  }
  const remembered = ctx.cookies.get(cookieName, { signed: false });
  if (isLanguage(remembered)) return remembered;
  const wished = typeof uiLocales === 'string' ? uiLocales.toLowerCase().split(' ') : [];
  const application = wished.map((tag) => tag.split('-')[0]).find(isLanguage);
  if (application) return application;
  return ctx.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
}

export function frameOf(ctx: Context, demo: boolean, uiLocales?: unknown): Frame {
  const language = languageOf(ctx, uiLocales);
  const other = new URLSearchParams(ctx.querystring);
  other.set('lang', language === 'fr' ? 'en' : 'fr');
  const page = ctx.method === 'POST' ? postedFrom(ctx.path) : ctx.path;
  // Relative: the page's own address, whatever it is, however it was mounted; or where its form was filled in.
  return { language, otherLanguageHref: `${page === ctx.path ? '' : page}?${other}`, demo };
}
