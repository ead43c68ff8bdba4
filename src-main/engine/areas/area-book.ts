import { groupBy } from '#shared/domain/group-by.ts';
import { isSafelySame, letterPairs, type NameForms, nameForms, nameLikeness } from './area-names.ts';

export interface BookArea {
  readonly key: number;
  readonly id: string;
  readonly layerKey: number;
  readonly parentKey: number | null;
  readonly name: string;
  readonly code: string;
}

export interface BookLayer {
  readonly key: number;
  readonly id: string;
  readonly name: string;
}

/** How a name found its area, from the surest to the least sure. */
export type MatchWay = 'code' | 'exact' | 'plain' | 'core' | 'similar';
export type Match =
  | { readonly kind: 'found'; readonly area: BookArea; readonly way: MatchWay }
  | { readonly kind: 'ambiguous'; readonly areas: readonly BookArea[] }
  | { readonly kind: 'unknown' };

export interface MatchOptions {
  readonly parentKey?: number | null;
  readonly code?: string;
  /** False: names that are merely alike do not count (for telling which layer names belong to). */
  readonly withSimilar?: boolean;
}

export interface Suggestion {
  readonly area: BookArea;
  readonly score: number;
}

interface Entry {
  readonly area: BookArea;
  readonly forms: NameForms;
}

const unknown: Match = { kind: 'unknown' };
const suggestionCount = 5;
const leastScore = 0.5;

/** The areas of one layer by every form of their names. */
class LayerNames {
  readonly #entries: readonly Entry[];
  readonly #written: ReadonlyMap<string, Entry[]>;
  readonly #plain: ReadonlyMap<string, Entry[]>;
  readonly #core: ReadonlyMap<string, Entry[]>;
  readonly #code: ReadonlyMap<string, Entry[]>;
  readonly #byPair = new Map<string, number[]>();

  constructor(areas: readonly BookArea[], commonWords: ReadonlySet<string>) {
    this.#entries = areas.map((area) => ({ area, forms: nameForms(area.name, commonWords) }));
    this.#written = groupBy(this.#entries, ({ forms }) => forms.written);
    this.#plain = groupBy(this.#entries, ({ forms }) => forms.plain);
    this.#core = groupBy(this.#entries, ({ forms }) => forms.core);
    this.#code = groupBy(
      this.#entries.filter(({ area }) => area.code !== ''),
      ({ area }) => plainCode(area.code),
    );
    this.#entries.forEach(({ forms }, index) => {
      for (const pair of letterPairs(forms.plain)) {
        const list = this.#byPair.get(pair);
        if (list) list.push(index);
        else this.#byPair.set(pair, [index]);
      }
    });
  }

  byCode(code: string): Match {
    return pick(this.#code.get(plainCode(code)) ?? [], 'code');
  }

  /** Stops at the first way that finds anything, so that a sure match is never put in doubt by a vague one. */
  byName(forms: NameForms, isPossible: (area: BookArea) => boolean, withSimilar: boolean): Match {
    const ways: readonly (readonly [MatchWay, readonly Entry[] | undefined])[] = [
      ['exact', this.#written.get(forms.written)],
      ['plain', this.#plain.get(forms.plain)],
      ['core', this.#core.get(forms.core)],
    ];
    for (const [way, entries] of ways) {
      const possible = entries?.filter(({ area }) => isPossible(area));
      if (possible && possible.length > 0) return pick(possible, way);
    }
    if (!withSimilar) return unknown;
    const similar = this.#alike(forms.plain)
      .map((index) => this.#entries[index])
      .filter((entry): entry is Entry => entry !== undefined && isPossible(entry.area) && isSafelySame(entry.forms.core, forms.core));
    return similar.length === 1 ? pick(similar, 'similar') : unknown;
  }

  suggest(forms: NameForms, isPossible: (area: BookArea) => boolean): Suggestion[] {
    return this.#alike(forms.plain)
      .map((index) => this.#entries[index])
      .filter((entry): entry is Entry => entry !== undefined && isPossible(entry.area))
      .map(({ area, forms: other }) => ({ area, score: Math.max(nameLikeness(other.core, forms.core), nameLikeness(other.plain, forms.plain)) }))
      .filter(({ score }) => score >= leastScore)
      .sort((a, b) => b.score - a.score || a.area.key - b.area.key)
      .slice(0, suggestionCount);
  }

  /** Indexes of the entries that share most letter pairs with the name. */
  #alike(plain: string): number[] {
    const shared = new Uint16Array(this.#entries.length);
    const pairs = letterPairs(plain);
    for (const pair of pairs) for (const index of this.#byPair.get(pair) ?? []) shared[index] = (shared[index] ?? 0) + 1;
    const alike: number[] = [];
    for (let index = 0; index < shared.length; index++) if ((shared[index] ?? 0) * 3 >= Math.max(1, pairs.size)) alike.push(index);
    return alike.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b).slice(0, 40);
  }
}

function plainCode(code: string): string {
  // Leading zeros come and go when a code passes through a spreadsheet.
  return code
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

function pick(entries: readonly Entry[], way: MatchWay): Match {
  const [first, ...others] = entries;
  if (!first) return unknown;
  return others.length === 0 ? { kind: 'found', area: first.area, way } : { kind: 'ambiguous', areas: entries.map(({ area }) => area) };
}

/**
 * All areas of a project by name and code. A name is looked up exactly as written, then without accents, case and punctuation, then
 * without common words, and last by likeness, which is taken only where it is safe (`isSafelySame`) and fits one area.
 */
export class AreaBook {
  readonly layers: readonly BookLayer[];
  readonly areas: readonly BookArea[];
  readonly #byKey: ReadonlyMap<number, BookArea>;
  readonly #byId: ReadonlyMap<string, BookArea>;
  readonly #names: ReadonlyMap<number, LayerNames>;
  readonly #commonWords: ReadonlySet<string>;

  constructor(layers: readonly BookLayer[], areas: readonly BookArea[], commonWords: ReadonlySet<string>) {
    this.layers = layers;
    this.areas = areas;
    this.#byKey = new Map(areas.map((area) => [area.key, area]));
    this.#byId = new Map(areas.map((area) => [area.id, area]));
    const byLayer = groupBy(areas, (area) => area.layerKey);
    this.#names = new Map(layers.map((layer) => [layer.key, new LayerNames(byLayer.get(layer.key) ?? [], commonWords)]));
    this.#commonWords = commonWords;
  }

  byKey(key: number): BookArea | undefined {
    return this.#byKey.get(key);
  }

  byId(id: string): BookArea | undefined {
    return this.#byId.get(id);
  }

  /** The area itself and all that hold it, from the smallest up. */
  lineOf(area: BookArea): BookArea[] {
    const line = [area];
    for (let next = area; next.parentKey !== null; ) {
      const parent = this.#byKey.get(next.parentKey);
      if (!parent || line.includes(parent)) break;
      line.push(parent);
      next = parent;
    }
    return line;
  }

  /** Looks a name up in one layer; with a parent only among the areas that it holds (and those whose parent is not known). */
  match(layerKey: number, name: string, options: MatchOptions = {}): Match {
    const names = this.#names.get(layerKey);
    if (!names) return unknown;
    if (options.code) {
      const byCode = names.byCode(options.code);
      if (byCode.kind === 'found' || name === '') return byCode;
    }
    const forms = this.#forms(name);
    if (forms.plain === '') return unknown;
    return names.byName(forms, this.#within(options.parentKey ?? null), options.withSimilar ?? true);
  }

  suggest(layerKey: number, name: string, parentKey: number | null = null): Suggestion[] {
    return this.#names.get(layerKey)?.suggest(this.#forms(name), this.#within(parentKey)) ?? [];
  }

  #forms(name: string): NameForms {
    return nameForms(name, this.#commonWords);
  }

  #within(parentKey: number | null): (area: BookArea) => boolean {
    if (parentKey === null) return () => true;
    return (area) => area.parentKey === null || area.key === parentKey || this.lineOf(area).some((holder) => holder.key === parentKey);
  }
}
