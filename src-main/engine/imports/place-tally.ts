import type { PlaceMatch } from '#shared/domain/imports.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { nameSimilarity } from '../areas/area-names.ts';
import type { AreaLabel, PlaceWay, ResolvedLabel } from './area-labels.ts';
import { questionName } from './area-questions.ts';

const mostFuzzy = 500;
type Tier = 'exact' | 'normalised' | 'fuzzy' | 'decided';
const tiers: Readonly<Record<PlaceWay, Tier>> = {
  code: 'exact',
  exact: 'exact',
  plain: 'normalised',
  core: 'normalised',
  similar: 'fuzzy',
  decided: 'decided',
};

/** Counts rows by the way in which they found their place. */
export class PlaceTally {
  disagreements = 0;
  /** Rows of each label that lie somewhere, and of those the ones whose point went before the name. */
  readonly #placed: Float64Array;
  readonly #moved: Float64Array;
  readonly #rows: Float64Array;

  constructor(labelCount: number) {
    this.#placed = new Float64Array(labelCount);
    this.#moved = new Float64Array(labelCount);
    this.#rows = new Float64Array(labelCount);
  }

  add(label: number, isPlaced: boolean, isMoved = false): void {
    this.#rows[label] = (this.#rows[label] as number) + 1;
    if (isPlaced) this.#placed[label] = (this.#placed[label] as number) + 1;
    if (isMoved) this.#moved[label] = (this.#moved[label] as number) + 1;
  }

  summary(labels: readonly AreaLabel[], resolved: readonly ResolvedLabel[]): PlaceMatch {
    const match: PlaceMatch = { exact: 0, normalised: 0, fuzzy: 0, decided: 0, point: 0, none: 0, disagreements: this.disagreements, fuzzyMatches: [] };
    labels.forEach((label, id) => {
      const [rows, placed, moved] = [this.#rows[id] ?? 0, this.#placed[id] ?? 0, this.#moved[id] ?? 0];
      const { way = null, areas = [] } = resolved[id] ?? {};
      const [area] = areas;
      match.none += rows - placed;
      match.point += way === null || !area ? placed : moved;
      if (way === null || !area || rows === 0) return;
      match[tiers[way]] += placed - moved;
      if (way === 'similar') match.fuzzyMatches.push({ ...fuzzyMatch(label, area.name), areaId: area.id, rows });
    });
    match.fuzzyMatches.sort((a, b) => a.score - b.score || b.rows - a.rows);
    return { ...match, fuzzyMatches: joinSame(match.fuzzyMatches).slice(0, mostFuzzy) };
  }
}

function fuzzyMatch({ area, parent }: AreaLabel, areaName: string): { name: string; areaName: string; score: number } {
  const written = area || parent;
  const score = nameSimilarity(plainWords(written), plainWords(areaName));
  return { name: area === '' ? parent : questionName(area, parent), areaName, score: Math.round(score * 100) / 100 };
}

/** One name in several cases or with another code is one match. */
function joinSame(matches: PlaceMatch['fuzzyMatches']): PlaceMatch['fuzzyMatches'] {
  const joined = new Map<string, PlaceMatch['fuzzyMatches'][number]>();
  for (const match of matches) {
    const key = `${plainWords(match.name)} ${match.areaId}`;
    const known = joined.get(key);
    if (known) known.rows += match.rows;
    else joined.set(key, match);
  }
  return [...joined.values()];
}
