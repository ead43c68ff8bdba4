import { directionOf } from '#shared/i18n/languages.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';

/** A small page in plain words for someone who is not let in: what happened and what to do. */
export function doorPage(options: { t: Translate; language: string; title: TextKey; text: TextKey }): string {
  const { t, language } = options;
  return `<!doctype html><html lang="${escapeHtml(language)}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(t(options.title))}</title><h1>${escapeHtml(t(options.title))}</h1><p>${escapeHtml(t(options.text))}</p></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
