import type { ReadingLevel } from '../domain/policy-checks.ts';

/** A formula made for passages says nothing of a few lines. */
const fewestWords = 60;

/**
 * How hard a text is to read, as a rough guide: words and sentences, not what they mean. English: Flesch reading ease (Flesch 1948),
 * 206.835 − 1.015 W/S − 84.6 Y/W. Spanish: Szigriszt-Pazos' perspicuity (1993), 206.835 − W/S − 62.3 Y/W. W words, S sentences, Y syllables.
 * Arabic and any other language: words to a sentence.
 */
export function readingLevel(text: string, language: string): ReadingLevel {
  const base = language.split('-')[0] ?? '';
  const formula = base === 'en' ? 'flesch' : base === 'es' ? 'szigriszt' : 'sentence-length';
  const words = wordsOf(text, language);
  const sentences = sentencesOf(text, language).length;
  const wordsPerSentence = sentences === 0 ? null : words.length / sentences;
  if (wordsPerSentence === null || words.length < fewestWords) return { words: words.length, sentences, wordsPerSentence, formula, score: null, band: null };
  if (formula === 'sentence-length') return { words: words.length, sentences, wordsPerSentence, formula, score: null, band: bandOfLength(wordsPerSentence) };
  const syllables = words.reduce((sum, word) => sum + (formula === 'flesch' ? englishSyllables(word) : spanishSyllables(word)), 0) / words.length;
  const score = formula === 'flesch' ? 206.835 - 1.015 * wordsPerSentence - 84.6 * syllables : 206.835 - wordsPerSentence - 62.3 * syllables;
  return { words: words.length, sentences, wordsPerSentence, formula, score, band: bandOfScore(score, formula) };
}

/** Flesch: «difficult» below 50, «very difficult» below 30. Szigriszt (INFLESZ scale): «somewhat difficult» below 55, «very difficult» below 40. */
function bandOfScore(score: number, formula: 'flesch' | 'szigriszt'): ReadingLevel['band'] {
  const [easy, hard] = formula === 'flesch' ? [50, 30] : [55, 40];
  return score >= easy ? 'easy' : score >= hard ? 'hard' : 'very-hard';
}

/** Convention of this application for languages without a settled formula. */
function bandOfLength(wordsPerSentence: number): ReadingLevel['band'] {
  return wordsPerSentence <= 20 ? 'easy' : wordsPerSentence <= 30 ? 'hard' : 'very-hard';
}

/** Words as the language divides them: no figures, no punctuation. */
export function wordsOf(text: string, language: string): string[] {
  return [...new Intl.Segmenter(language || 'en', { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike && /\p{L}/u.test(segment))
    .map(({ segment }) => segment);
}

/** Sentences with words in them. A new line ends a sentence: headings and list items have no full stop. */
export function sentencesOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language || 'en', { granularity: 'sentence' });
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** By groups of vowels; a silent e at the end or before an ending (safe-ty), and an -ed or -es that is not spoken, do not count. */
export function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/([^aeiouy])e(?=(?:ty|ly|ful|less|ness)$)/, '$1')
    .replace(/(?:[^laeiouy]es|[^dtlaeiouy]ed|[^laeiouy]e)$/, (end) => end.slice(0, 1))
    .replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/** By the rules of Spanish: two strong vowels, or a stressed weak one beside a strong one, are two syllables; other neighbours are one. */
export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('h', '')
    .replace(/y$/, 'i')
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g');
  let syllables = 0;
  let before = '';
  for (const letter of letters) {
    const isVowel = /[aeiouáéíóúü]/.test(letter);
    if (isVowel && (!/[aeiouáéíóúü]/.test(before) || isHiatus(before, letter))) syllables += 1;
    before = letter;
  }
  return Math.max(1, syllables);
}

function isHiatus(one: string, other: string): boolean {
  const isStrong = (letter: string) => /[aeoáéó]/.test(letter);
  return (isStrong(one) && isStrong(other)) || /[íú]/.test(one) !== /[íú]/.test(other) || one === other;
}
