/** Interface languages. Adding one is adding `resources/locales/<code>.json` with its own `language.name` and `language.direction`. */
export const fallbackLanguage = 'en';

export type Direction = 'ltr' | 'rtl';

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb']);

/** Direction of writing of a language tag. */
export function directionOf(language: string): Direction {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
