import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formats } from '#shared/i18n/formats.ts';
import { directionOf } from '#shared/i18n/languages.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { type Markup, markup, nothing, ownMarkup } from './markup.ts';
import type { Pictures } from './pictures.ts';

/** Who reads a page, and how. */
export interface Reader {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: string;
  /** Languages that can be switched to, with their own names. */
  readonly languages: readonly { code: string; name: string }[];
  readonly isLarge: boolean;
  readonly pictures: Pictures;
  readonly cityName: string;
  /** Number of this phone; null before it is in. */
  readonly number: number | null;
}

export interface PageParts {
  readonly title: string;
  readonly body: Markup;
  /** State of the room that the page shows: it is asked for again by itself when that changes. Absent: it stays as it is. */
  readonly version?: string;
  /** Without script, or always, the page is asked for again after so many seconds. Never where somebody types. */
  readonly refresh?: { readonly seconds: number; readonly always?: boolean };
  /** Id of the form that carries what was filled in along when language or print is switched. */
  readonly form?: string;
  readonly style?: string;
  readonly isLarge?: boolean;
}

export interface Page {
  readonly body: string;
  /** For the Content-Security-Policy: the page's own styles and no others. */
  readonly styleHash: string;
}

const settingsForm = 'look';

/** Reads the styles once; they travel inside each page, so that a page is one request. */
export function createPageMaker(resources: string): (reader: Reader, parts: PageParts) => Page {
  const styles = readFileSync(join(resources, 'room', 'room.css'), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/;}/g, '}')
    .trim();
  return (reader, parts) => {
    const style = styles + (parts.style ?? '');
    return { body: String(render(reader, parts, style)), styleHash: createHash('sha256').update(style).digest('base64') };
  };
}

function render(reader: Reader, parts: PageParts, style: string): Markup {
  const { t } = reader;
  const isLarge = reader.isLarge || parts.isLarge === true;
  return markup`<!doctype html><html lang="${reader.language}" dir="${directionOf(reader.language)}" class="${isLarge ? 'large' : ''}" data-version="${parts.version ?? ''}"><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>${parts.title}</title><link rel=icon href="data:,">${refreshOf(parts)}<style>${ownMarkup(style)}</style></head><body>
<header><bdi>${reader.cityName}</bdi>${reader.number === null ? nothing : markup`<b>${t('room.phone', { number: reader.formats.count(reader.number) })}</b>`}</header>
<main>${parts.version === undefined ? nothing : markup`<p id=news class=h><a href="/">${t('room.news')}</a></p>`}${parts.body}</main>
${footer(reader, parts)}${parts.version === undefined ? nothing : ownMarkup('<script src="/watch.js" async></script>')}</body></html>`;
}

function refreshOf({ refresh }: PageParts): Markup {
  if (!refresh) return nothing;
  const meta = `<meta http-equiv=refresh content=${refresh.seconds}>`;
  return ownMarkup(refresh.always ? meta : `<noscript>${meta}</noscript>`);
}

/** Language and print, at the end: Enter in a field presses the first button, which must be the page's own. */
function footer(reader: Reader, parts: PageParts): Markup {
  const form = parts.form ?? settingsForm;
  const print = reader.isLarge ? 'plain' : 'large';
  const languages = reader.languages.length < 2 ? [] : reader.languages;
  return markup`<footer>${parts.form === undefined ? markup`<form method=post action="/look" id=${settingsForm}></form>` : nothing}${languages.map(
    ({ code, name }) =>
      markup`<button form=${form} name=go value="language-${code}" lang="${code}" aria-pressed=${String(code === reader.language)}>${name}</button>`,
  )}<button form=${form} name=go value="print-${print}">${reader.t(reader.isLarge ? 'room.print.plain' : 'room.print.large')}</button></footer>`;
}
