import type { CategoryQuestion } from '#shared/domain/imports.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { nameLikeness } from '../../areas/area-names.ts';
import type { Keywords } from '../vocabulary.ts';

type Suggestions = CategoryQuestion['suggestions'];

const mostQuestions = 200;
const mostSuggestions = 6;
const leastScore = 0.5;

/** Values that stand for nothing known surely, gathered over the rows that hold them. */
export class CategoryQuestions {
  readonly #open = new Map<string, { field: string; column: string; value: string; rows: number }>();

  add(field: string, column: string, value: string, rows = 1): void {
    const key = `${field} ${plainWords(value) || value}`;
    const known = this.#open.get(key);
    if (known) known.rows += rows;
    else this.#open.set(key, { field, column, value, rows });
  }

  /** Most frequent first, each with what it may mean. */
  list(suggest: (field: string, value: string) => Suggestions): CategoryQuestion[] {
    return [...this.#open.values()]
      .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
      .slice(0, mostQuestions)
      .map((question) => ({ ...question, suggestions: suggest(question.field, question.value) }));
  }
}

/** Of a list of values and the words that tell them, the ones whose words are most like the text; then all others, so that each can be chosen. */
export function suggestMeanings<Meaning extends string>(text: string, keywords: Keywords<Meaning>, all: readonly Meaning[]): Suggestions {
  const plain = plainWords(text);
  const scores = new Map<string, number>(all.map((meaning) => [meaning, 0]));
  for (const [meaning, words] of keywords) {
    const best = words.reduce((most, word) => Math.max(most, nameLikeness(plain, word)), 0);
    scores.set(meaning, Math.max(scores.get(meaning) ?? 0, best));
  }
  return [...scores].map(([value, score]) => ({ value, score: rounded(score) })).sort((a, b) => b.score - a.score);
}

/** Of many names the few that are most like the text. */
export function suggestNames(text: string, names: Iterable<readonly [value: string, name: string]>): Suggestions {
  const plain = plainWords(text);
  const best = new Map<string, number>();
  for (const [value, name] of names) {
    const score = nameLikeness(plain, plainWords(name));
    if (score >= leastScore) best.set(value, Math.max(best.get(value) ?? 0, score));
  }
  return [...best]
    .map(([value, score]) => ({ value, score: rounded(score) }))
    .sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1))
    .slice(0, mostSuggestions);
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
