import type { PlaceMatch } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import type { AreaBook } from '../../areas/area-book.ts';
import type { PolygonIndex } from '../../areas/polygon-index.ts';
import { createLabelResolver, type LabelResolver, type ResolvedLabel } from '../area-labels.ts';
import { AreaQuestions, questionName } from '../area-questions.ts';
import { PlaceTally } from '../place-tally.ts';
import type { ProblemList } from '../problems.ts';
import type { RowFields } from '../row-fields.ts';
import type { Turns } from '../turns.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { IntColumn } from './columns.ts';
import type { IncidentStaging, Labels } from './staging.ts';

/** Where each staged row belongs: a number into `places`, or `leftOut`. */
export interface Placing {
  readonly placeOfRow: IntColumn;
  /** Area keys of each distinct place, at most one of each layer. */
  readonly places: readonly (readonly number[])[];
  readonly questions: AreaQuestions;
  readonly placeMatch: PlaceMatch;
  readonly usedLayer: LabelResolver['usedLayer'];
}

export const leftOut = -1;
const sliceLength = 2048;
const keyLimit = 4_194_304;

export interface PlacingOptions {
  readonly staging: IncidentStaging;
  readonly book: AreaBook;
  readonly polygons: ReadonlyMap<number, PolygonIndex>;
  readonly recipe: Recipe;
  readonly fields: RowFields;
  readonly vocabulary: Vocabulary;
  readonly problems: ProblemList;
  readonly turns: Turns;
  /** Whether a staged row will be imported at all. */
  readonly isUsable: (index: number) => boolean;
}

/**
 * Places every usable row: in each layer by the name it bears, else by its point. A point outside the named area is only counted unless
 * the recipe says that points go first: the name is what the source decided, and points are often moved to a street corner or a police station.
 */
export async function placeIncidents(options: PlacingOptions): Promise<Placing> {
  const { staging, book, polygons, recipe, fields, vocabulary, problems, turns, isUsable } = options;
  const labels = staging.distinctLabels;
  const weights = weightsOf(staging);
  const resolver = createLabelResolver({ labels, weights, book, recipe, vocabulary });
  const resolved: ResolvedLabel[] = [];
  for (const label of labels) {
    await turns.pass();
    resolved.push(resolver.resolve(label));
  }
  const layerKeys = book.layers.map(({ key }) => key);
  const indexes = layerKeys.map((key) => polygons.get(key) ?? null);
  const namedKeys = resolved.map(({ areas }) => Int32Array.from(layerKeys, (layerKey) => areas.find((area) => area.layerKey === layerKey)?.key ?? 0));
  const places = new PlaceTree(layerKeys.length);
  const placeOfRow = new IntColumn();
  const questions = new AreaQuestions();
  const ask = ({ area, parent, code }: Labels, parentKey: number | null, candidates: ResolvedLabel['candidates'], isLikelyElsewhere: boolean) =>
    questions.add(area || code || parent, area === '' ? '' : parent, { layerKey: resolver.areaLayerKey, parentKey, candidates, isLikelyElsewhere });
  const column = fields.columnOf('area') ?? fields.columnOf('areaCode') ?? fields.columnOf('parentArea');
  const hasAreas = book.areas.length > 0;
  if (!hasAreas && labels.some(({ area, parent, code }) => area !== '' || parent !== '' || code !== '')) problems.add('no-areas-yet', { column });
  const keys = new Int32Array(layerKeys.length);
  const tally = new PlaceTally(labels.length);
  const pointGoesFirst = recipe.onDisagreement === 'point';
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    if (!isUsable(i)) {
      placeOfRow.push(leftOut);
      continue;
    }
    const labelId = staging.labels.at(i);
    const label = labels[labelId];
    const { kind, parentKey, candidates } = resolved[labelId] as ResolvedLabel;
    const named = namedKeys[labelId] as Int32Array;
    const x = staging.longitudes.at(i);
    const y = staging.latitudes.at(i);
    let known = 0;
    let disagrees = 0;
    let moved = 0;
    for (let layer = 0; layer < keys.length; layer++) {
      const index = indexes[layer];
      let key = named[layer] as number;
      if (index && !Number.isNaN(x)) {
        if (key === 0) key = index.keyAt(x, y);
        else if (index.has(key) && !index.holds(key, x, y)) {
          disagrees = key;
          const there = pointGoesFirst ? index.keyAt(x, y) : 0;
          if (there !== 0) {
            moved = key;
            key = there;
          }
        }
      }
      keys[layer] = key;
      if (key !== 0) known++;
    }
    const written = label ? questionName(label.area || label.code || label.parent, label.area === '' ? '' : label.parent) : '';
    // A wide table has many figures in one row of the file, which has its problems only once.
    const isSameRow = i > 0 && staging.rows.at(i) === staging.rows.at(i - 1);
    if (disagrees > 0 && !isSameRow) {
      tally.disagreements++;
      const code = moved > 0 ? 'area-by-point' : 'area-disagrees';
      problems.add(code, { row: staging.rows.at(i), column, value: book.byKey(moved || disagrees)?.name ?? '' });
    }
    if (hasAreas && recipe.onlyKnownAreas && known === 0) {
      if (!isSameRow) {
        problems.add('outside-areas', { row: staging.rows.at(i), column, value: written });
        if (label && kind !== 'outside') ask(label, parentKey, candidates, true);
      }
      placeOfRow.push(leftOut);
      continue;
    }
    if (hasAreas && !isSameRow && (kind === 'unknown' || kind === 'ambiguous')) {
      const layer = resolver.areaLayerKey === null ? -1 : layerKeys.indexOf(resolver.areaLayerKey);
      const isPlaced = layer >= 0 ? keys[layer] !== 0 : known > 0;
      problems.add(isPlaced ? 'area-from-point' : kind === 'ambiguous' ? 'ambiguous-area' : 'unknown-area', {
        row: staging.rows.at(i),
        column,
        value: written,
      });
      if (!isPlaced && label) ask(label, parentKey, candidates, false);
    }
    if (!isSameRow) tally.add(labelId, known > 0, moved > 0);
    placeOfRow.push(places.idOf(keys));
  }
  const placeMatch = tally.summary(labels, resolved);
  return { placeOfRow, places: places.list(), questions, placeMatch, usedLayer: resolver.usedLayer };
}

function weightsOf(staging: IncidentStaging): Float64Array {
  const weights = new Float64Array(staging.distinctLabels.length);
  for (let i = 0; i < staging.labels.length; i++) weights[staging.labels.at(i)] = (weights[staging.labels.at(i)] ?? 0) + 1;
  return weights;
}

/** Numbers each distinct combination of area keys, layer by layer, without building a text for every row. */
class PlaceTree {
  readonly #nodes = new Map<number, number>();
  readonly #places: number[][] = [];
  readonly #placeOfNode = new Map<number, number>();
  readonly #layerCount: number;
  #nodeCount = 1;

  constructor(layerCount: number) {
    this.#layerCount = layerCount;
  }

  idOf(keys: Int32Array): number {
    let node = 0;
    for (let layer = 0; layer < this.#layerCount; layer++) {
      const step = node * keyLimit + (keys[layer] ?? 0);
      let next = this.#nodes.get(step);
      if (next === undefined) {
        next = this.#nodeCount++;
        this.#nodes.set(step, next);
      }
      node = next;
    }
    let place = this.#placeOfNode.get(node);
    if (place === undefined) {
      place = this.#places.length;
      this.#places.push([...keys].filter((key) => key !== 0));
      this.#placeOfNode.set(node, place);
    }
    return place;
  }

  list(): number[][] {
    return this.#places;
  }
}
