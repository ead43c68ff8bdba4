/** Words of a text as a reader of the language counts them: Unicode's word borders (UAX 29), so that scripts without spaces count too. */
export function countWords(text: string, language: string): number {
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) count += 1;
  return count;
}

/** Words against a limit: `over` is how many there are too many, 0 within it. */
export interface WordsAgainstLimit {
  readonly words: number;
  readonly limit: number;
  readonly over: number;
}

export function againstLimit(texts: readonly string[], limit: number, language: string): WordsAgainstLimit {
  const words = texts.reduce((sum, text) => sum + countWords(text, language), 0);
  return { words, limit, over: Math.max(0, words - limit) };
}
