import { plainWords } from '#shared/domain/plain-words.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import type { AreaBook, BookArea, MatchWay } from '../areas/area-book.ts';
import { refuse } from '../refuse.ts';
import { decisionsOf } from './area-questions.ts';
import type { CheckedImport } from './kind-import.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which area a row names, with the larger one around it and a code; '' where a row does not say. */
export interface AreaLabel {
  readonly area: string;
  readonly parent: string;
  readonly code: string;
}

export interface ResolvedLabel {
  /**
   * `found` the named area (or there is nothing to find); `silent` the row names none; `outside` it says that it is elsewhere;
   * `unknown` and `ambiguous` need a decision.
   */
  readonly kind: 'found' | 'silent' | 'outside' | 'unknown' | 'ambiguous';
  /** Areas known by name, at most one of each layer. */
  readonly areas: readonly BookArea[];
  readonly parentKey: number | null;
  readonly candidates: readonly BookArea[];
  /** How the name (of the larger area, where only that is written) was found. */
  readonly way: PlaceWay | null;
}

/** A person's decision, or the way in which the book of areas found a name. */
export type PlaceWay = MatchWay | 'decided';

export interface LabelResolver {
  /** The layer that the names belong to; null where no layer has any of them. */
  readonly areaLayerKey: number | null;
  /** That layer and the share of all rows whose names it has. */
  readonly usedLayer: CheckedImport['usedLayer'];
  resolve(label: AreaLabel): ResolvedLabel;
}

/** Looks up the layer of a recipe by name or id; refused as `areas/unknown-layer`. */
function layerOfRecipe(book: AreaBook, layer: string): number {
  const found = book.layers.find(({ id, name }) => id === layer || plainWords(name) === plainWords(layer));
  return found?.key ?? refuse('areas/unknown-layer', { layer });
}

/**
 * Resolves the area names of a file. All names of a column belong to one layer: the recipe's, else the layer that has most of them (counted by
 * rows). Larger areas are looked up in the layer that has most of those, and narrow the search for the smaller.
 */
export function createLabelResolver(options: {
  readonly labels: readonly AreaLabel[];
  /** Rows of each label. */
  readonly weights: ArrayLike<number>;
  readonly book: AreaBook;
  readonly recipe: Pick<Recipe, 'layer' | 'areaDecisions'>;
  readonly vocabulary: Vocabulary;
}): LabelResolver {
  const { labels, weights, book, recipe, vocabulary } = options;
  const decide = decisionsOf(book, recipe.areaDecisions);
  const says = readerOf(vocabulary);
  const parentLayerKey = bestLayer(book, (layerKey) =>
    weigh(labels, weights, ({ parent }) => parent !== '' && book.match(layerKey, parent, { withSimilar: false }).kind === 'found'),
  );
  const areaLayerKey =
    recipe.layer !== null
      ? layerOfRecipe(book, recipe.layer)
      : bestLayer(book, (layerKey) =>
          weigh(
            labels,
            weights,
            ({ area, code }) => (area !== '' || code !== '') && book.match(layerKey, area, { code, withSimilar: false }).kind !== 'unknown',
          ),
        );

  const resolve = (label: AreaLabel): ResolvedLabel => {
    const isSilent = label.code === '' && says(label.area) === 'nothing';
    const parent = parentLayerKey !== null && label.parent !== '' ? book.match(parentLayerKey, label.parent) : null;
    const holder = parent?.kind === 'found' ? parent.area : null;
    const around = holder ? book.lineOf(holder) : [];
    const parentKey = holder?.key ?? null;
    const none = { areas: around, parentKey, candidates: [], way: parent?.kind === 'found' ? parent.way : null };
    const found = (area: BookArea, way: PlaceWay): ResolvedLabel => {
      return { kind: 'found', areas: oneOfEachLayer([...book.lineOf(area), ...around]), parentKey, candidates: [], way };
    };
    if (says(label.area) === 'outside' || says(label.parent) === 'outside') return { kind: 'outside', ...none };
    const decided = decide(label.area, label.parent);
    if (decided === null) return { kind: 'silent', ...none };
    if (decided) return found(decided, 'decided');
    if (isSilent) {
      // Where only the larger area is written, its name is the one that must be known.
      return { kind: label.parent !== '' && holder === null && parentLayerKey !== null && says(label.parent) === 'a name' ? 'unknown' : 'silent', ...none };
    }
    if (areaLayerKey === null) return { kind: 'unknown', ...none };
    const match = book.match(areaLayerKey, label.area, { parentKey: holder?.key ?? null, code: label.code });
    if (match.kind === 'found') return found(match.area, match.way);
    return { kind: match.kind, ...none, candidates: match.kind === 'ambiguous' ? match.areas : [] };
  };
  return { areaLayerKey, usedLayer: shareOf(book, areaLayerKey, labels, weights), resolve };
}

function shareOf(book: AreaBook, layerKey: number | null, labels: readonly AreaLabel[], weights: ArrayLike<number>): CheckedImport['usedLayer'] {
  const layer = book.layers.find(({ key }) => key === layerKey);
  if (!layer) return null;
  const named = weigh(labels, weights, ({ area, code }) => area !== '' || code !== '');
  const found = weigh(
    labels,
    weights,
    ({ area, code }) => (area !== '' || code !== '') && book.match(layer.key, area, { code, withSimilar: false }).kind !== 'unknown',
  );
  return named === 0 ? null : { name: layer.name, share: found / named };
}

function oneOfEachLayer(areas: readonly BookArea[]): BookArea[] {
  return areas.filter((area, index) => areas.findIndex((other) => other.layerKey === area.layerKey) === index);
}

function weigh(labels: readonly AreaLabel[], weights: ArrayLike<number>, matches: (label: AreaLabel) => boolean): number {
  return labels.reduce((sum, label, index) => (matches(label) ? sum + (weights[index] ?? 0) : sum), 0);
}

/** The layer with the highest weight; the first of equals; null where none has any. */
function bestLayer(book: AreaBook, weightOf: (layerKey: number) => number): number | null {
  let best: { key: number; weight: number } | null = null;
  for (const { key } of book.layers) {
    const weight = weightOf(key);
    if (weight > (best?.weight ?? 0)) best = { key, weight };
  }
  return best?.key ?? null;
}

function readerOf(vocabulary: Vocabulary): (text: string) => 'nothing' | 'outside' | 'a name' {
  return (text) => {
    const plain = plainWords(text);
    if (plain === '' || vocabulary.noArea.has(plain)) return 'nothing';
    return vocabulary.outside.some((start) => plain.startsWith(`${start} `)) ? 'outside' : 'a name';
  };
}
