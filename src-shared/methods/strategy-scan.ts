import type { Appearance, Mention, TermCount, TermTheme } from '../domain/strategies.ts';

/** A term in one language: its forms are phrases of normalised words; a word that ends in `*` stands for all that begin so. */
export interface ScanTerm {
  readonly code: string;
  readonly theme: TermTheme;
  readonly forms: readonly string[];
}

export interface ScanResult {
  readonly wordCount: number;
  /** Terms that occur, in the order of the list. */
  readonly terms: readonly TermCount[];
  /** Where safety is spoken of, in the order of the text. */
  readonly mentions: readonly Mention[];
}

/** Words on either side of a mention. */
const wordsAround = 9;
/** A text that speaks of safety on every page is not quoted whole. */
const mostMentions = 60;
/** One word in a thousand, about one mention every two pages: from here on safety is a subject (a convention). */
const subjectFrom = 1;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
type Form = readonly { readonly stem: string; readonly isWhole: boolean }[];

/** Small letters, no accents; of Arabic no vowel signs and stretching, one form of alif, ya and ta marbuta. */
function normaliseWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}

/** An Arabic word without the article, «and», «for», «in», «as» written to its front, one layer after another. */
function bareForms(word: string): string[] {
  if (!/^\p{Script=Arabic}/u.test(word)) return [word];
  const forms = [word];
  for (const prefix of ['وبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال', 'و', 'ب', 'ل', 'ف', 'ك']) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 3) forms.push(word.slice(prefix.length));
  }
  return forms;
}

function wordsOf(text: string, language: string): Word[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: normaliseWord(segment), start: index, end: index + segment.length });
  }
  return words;
}

const readForm = (form: string): Form => form.split(' ').map((word) => ({ stem: normaliseWord(word.replace(/\*$/, '')), isWhole: !word.endsWith('*') }));

/**
 * Counts the terms in a text, each place for one term only: phrases before single words, so that «social security» is not taken for security.
 * Words are those of the language's own rules (Unicode word boundaries). `pageStarts`: where in the text each page begins, where it has pages.
 */
export function scanText(text: string, language: string, terms: readonly ScanTerm[], pageStarts: readonly number[] = []): ScanResult {
  const words = wordsOf(text, language);
  const bare = words.map((word) => bareForms(word.text));
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ term, form: readForm(form) }))).sort((a, b) => b.form.length - a.form.length);
  const counts = new Map<string, number>();
  const mentions: Mention[] = [];
  const matches = (form: Form, at: number): boolean =>
    form.every(({ stem, isWhole }, step) => bare[at + step]?.some((word) => (isWhole ? word === stem : word.startsWith(stem))) === true);
  for (let at = 0; at < words.length; at++) {
    const found = forms.find(({ form }) => matches(form, at));
    if (!found) continue;
    const { term, form } = found;
    counts.set(term.code, (counts.get(term.code) ?? 0) + 1);
    if (term.theme === 'safety' && mentions.length < mostMentions) {
      mentions.push({ code: term.code, ...around(text, words, at, at + form.length - 1), ...pageOf(words[at]?.start ?? 0, pageStarts) });
    }
    at += form.length - 1;
  }
  return {
    wordCount: words.length,
    terms: terms.flatMap(({ code, theme }) => {
      const count = counts.get(code);
      return count === undefined ? [] : [{ code, theme, count }];
    }),
    mentions,
  };
}

function pageOf(at: number, pageStarts: readonly number[]): Pick<Mention, 'page'> {
  const next = pageStarts.findIndex((start) => start > at);
  return pageStarts.length === 0 ? {} : { page: next < 0 ? pageStarts.length : next };
}

function around(text: string, words: readonly Word[], first: number, last: number): Omit<Mention, 'code'> {
  const from = words[Math.max(0, first - wordsAround)]?.start ?? 0;
  const to = words[Math.min(words.length - 1, last + wordsAround)]?.end ?? text.length;
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? start;
  const flat = (part: string) => part.replace(/\s+/g, ' ');
  return { before: flat(text.slice(from, start)), match: flat(text.slice(start, end)), after: flat(text.slice(end, to)) };
}

/** Common words that no text of the language does without. */
const commonWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'in', 'for', 'is', 'with', 'by', 'that'],
  es: ['de', 'la', 'el', 'los', 'las', 'en', 'y', 'que', 'del', 'para'],
  fr: ['de', 'la', 'le', 'les', 'et', 'des', 'en', 'du', 'pour', 'une'],
  pt: ['de', 'da', 'do', 'os', 'as', 'em', 'e', 'que', 'dos', 'para', 'uma', 'nao'],
  ar: ['من', 'في', 'على', 'الى', 'عن', 'التي', 'هذا', 'هذه', 'ان', 'مع'],
};

/** The language that most of a text's common words belong to; null for a text that has none of them. */
export function guessLanguage<Language extends string>(text: string, languages: readonly Language[]): Language | null {
  const words = wordsOf(text.slice(0, 200_000), 'en').map((word) => word.text);
  const scores = languages.map((language) => {
    const common = new Set((commonWords[language] ?? []).map(normaliseWord));
    return { language, score: words.filter((word) => common.has(word)).length };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a), { language: null as Language | null, score: 0 });
  return best.language;
}

/** Words about safety per 1,000 words, and what that makes of the strategy. Null counts: no text was read. */
export function readAppearance(
  wordCount: number | null,
  terms: readonly TermCount[],
): { safetyCount: number | null; perThousand: number | null; appearance: Appearance } {
  if (wordCount === null || wordCount === 0) return { safetyCount: null, perThousand: null, appearance: 'not-read' };
  const safetyCount = terms.filter(({ theme }) => theme === 'safety').reduce((sum, { count }) => sum + count, 0);
  const perThousand = (safetyCount / wordCount) * 1000;
  if (safetyCount === 0) return { safetyCount, perThousand, appearance: 'absent' };
  return { safetyCount, perThousand, appearance: perThousand >= subjectFrom ? 'subject' : 'passing' };
}
