import type { AreaQuestion } from '#shared/domain/imports.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { AreaBook, BookArea } from '../areas/area-book.ts';
import type { Turns } from './turns.ts';

const mostQuestions = 500;
const nearlyTheSame = 0.7;

interface OpenQuestion {
  readonly name: string;
  readonly layerKey: number | null;
  readonly parentKey: number | null;
  readonly label: string;
  /** Only asked when an area has nearly this name. */
  readonly isLikelyElsewhere: boolean;
  /** Areas that share the name, when it is not unknown but ambiguous. */
  readonly candidates: readonly BookArea[];
  rows: number;
}

/** How a name with its larger area is written in a question and in the answers of a recipe: «Centro (Cuauhtémoc)». */
export function questionName(area: string, parent: string): string {
  return parent === '' ? area : `${area} (${parent})`;
}

export interface QuestionPlace {
  readonly layerKey: number | null;
  readonly parentKey: number | null;
  readonly candidates?: readonly BookArea[];
  readonly isLikelyElsewhere?: boolean;
}

/** Names that match no area surely, gathered over rows that write them differently. */
export class AreaQuestions {
  readonly #open = new Map<string, OpenQuestion>();

  add(area: string, parent: string, place: QuestionPlace, rows = 1): void {
    const name = questionName(area, parent);
    const key = plainWords(name);
    const known = this.#open.get(key);
    if (known) known.rows += rows;
    else
      this.#open.set(key, {
        name,
        label: area,
        rows,
        layerKey: place.layerKey,
        parentKey: place.parentKey,
        candidates: place.candidates ?? [],
        isLikelyElsewhere: place.isLikelyElsewhere ?? false,
      });
  }

  /** Most frequent first, each with the areas that it may mean. */
  async list(book: AreaBook, turns: Turns): Promise<AreaQuestion[]> {
    const sorted = [...this.#open.values()].sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
    const questions: AreaQuestion[] = [];
    for (const { name, label, rows, layerKey, parentKey, candidates, isLikelyElsewhere } of sorted) {
      if (questions.length === mostQuestions) break;
      await turns.pass();
      const suggestions = candidates.length > 0 ? candidates.slice(0, 10).map((area) => ({ area, score: 1 })) : suggest(book, layerKey, label, parentKey);
      if (isLikelyElsewhere && !suggestions.some(({ score }) => score >= nearlyTheSame)) continue;
      questions.push({
        name,
        rows,
        suggestions: suggestions.map(({ area, score }) => ({ areaId: area.id, name: nameWithHolder(book, area), score: Math.round(score * 100) / 100 })),
      });
    }
    return questions;
  }
}

function suggest(book: AreaBook, layerKey: number | null, label: string, parentKey: number | null) {
  if (layerKey === null)
    return book.layers
      .flatMap(({ key }) => book.suggest(key, label))
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
  const inside = book.suggest(layerKey, label, parentKey);
  // The larger area in the file may be the one that is wrong.
  return inside.length > 0 ? inside : book.suggest(layerKey, label);
}

function nameWithHolder(book: AreaBook, area: BookArea): string {
  const parent = area.parentKey === null ? undefined : book.byKey(area.parentKey);
  return questionName(area.name, parent?.name ?? '');
}

/** The answers of a recipe, by plain name: an area's key, null = leave without an area, undefined = not answered. */
export function decisionsOf(book: AreaBook, decisions: Readonly<Record<string, string | null>>): (area: string, parent: string) => BookArea | null | undefined {
  const byName = new Map(Object.entries(decisions).map(([name, id]) => [plainWords(name), id === null ? null : book.byId(id)]));
  if (byName.size === 0) return () => undefined;
  return (area, parent) => {
    const exact = byName.get(plainWords(questionName(area, parent)));
    return exact === undefined ? byName.get(plainWords(area)) : exact;
  };
}
