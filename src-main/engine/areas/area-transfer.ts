import { FillRule, intersect } from 'clipper2-ts';
import type { TransferInput, TransferResult } from '#shared/domain/areas.ts';
import { PopulationBook } from '../incidents/population-book.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { AreaBoxes, type FlatArea, flatAreas } from './flat-areas.ts';
import { pathsKm2 } from './plane.ts';

/** How much of a thing lies in each area of another layer; shares below this are seams between drawings. */
const leastShare = 1e-4;

interface Piece {
  readonly target: FlatArea;
  readonly share: number;
}

/**
 * Residents of one layer's areas as estimates for another's (areal weighting): each figure is dealt out by the surface that both areas
 * share, or by the residents of a finer layer whose middle lies in both. What lies in no target area is told as lost, never dealt to others.
 */
export function transferResidents(project: OpenProject, input: TransferInput): TransferResult {
  if (input.fromLayerId === input.toLayerId) refuse('areas/same-layer');
  if (input.by === 'residents' && input.weightLayerId === null) refuse('areas/unknown-layer', { layer: '' });
  const { layers } = flatAreas(project, [input.fromLayerId, input.toLayerId, ...(input.weightLayerId === null ? [] : [input.weightLayerId])]);
  const [sources = [], targets = [], weights = []] = layers;
  const book = new PopulationBook(project);
  const residentsOf = (area: FlatArea) => book.figure(area.key, input.year);
  const piecesOf = input.by === 'surface' ? bySurface(targets) : byResidents(targets, weights, residentsOf);
  const sums = new Map<number, number>();
  const left: TransferResult['left'] = [];
  let [total, lost] = [0, 0];
  for (const source of sources) {
    const residents = residentsOf(source);
    if (residents === null || source.paths.length === 0) {
      left.push({ areaId: source.id, name: source.name });
      continue;
    }
    const pieces = piecesOf(source);
    total += residents;
    lost += residents * Math.max(0, 1 - pieces.reduce((sum, { share }) => sum + share, 0));
    for (const { target, share } of pieces) sums.set(target.key, (sums.get(target.key) ?? 0) + residents * share);
  }
  const counted = countedAreas(project, input.year);
  return {
    rows: targets.filter(({ key }) => sums.has(key)).map(({ key, id, name }) => ({ areaId: id, name, value: sums.get(key) ?? 0, isCounted: counted.has(key) })),
    ...{ total, lost, left },
    method: input.by,
  };
}

/** Where areas of the target layer overlap, the common surface is theirs in equal parts, so that nobody is counted twice. */
function bySurface(targets: readonly FlatArea[]): (source: FlatArea) => Piece[] {
  const boxes = new AreaBoxes(targets);
  return (source) => {
    const pieces = boxes
      .near(source.paths)
      .map((target) => ({ target, share: pathsKm2(intersect(source.paths, target.paths, FillRule.NonZero)) / source.km2 }))
      .filter(({ share }) => share >= leastShare);
    return withinWhole(pieces);
  };
}

/** Shares that add up to more than the whole are brought down to it. */
function withinWhole(pieces: Piece[]): Piece[] {
  const sum = pieces.reduce((total, { share }) => total + share, 0);
  return sum <= 1 ? pieces : pieces.map((piece) => ({ ...piece, share: piece.share / sum }));
}

function byResidents(
  targets: readonly FlatArea[],
  weights: readonly FlatArea[],
  residentsOf: (area: FlatArea) => number | null,
): (source: FlatArea) => Piece[] {
  const byTarget = bySurface(targets);
  const weighing = new AreaBoxes(weights);
  const dealt = new Map(weights.map((weight) => [weight.key, byTarget(weight)]));
  return (source) => {
    const sums = new Map<FlatArea, number>();
    let all = 0;
    for (const weight of weighing.near(source.paths)) {
      const residents = residentsOf(weight);
      if (residents === null) continue;
      const inside = (residents * pathsKm2(intersect(source.paths, weight.paths, FillRule.NonZero))) / weight.km2;
      all += inside;
      for (const { target, share } of dealt.get(weight.key) ?? []) sums.set(target, (sums.get(target) ?? 0) + inside * share);
    }
    // Where nobody lives by the finer layer's account only the surface is left to go by.
    if (all <= 0) return byTarget(source);
    return withinWhole([...sums].map(([target, residents]) => ({ target, share: residents / all })).filter(({ share }) => share >= leastShare));
  };
}

/** Areas that have a counted total of the year: an estimate never takes its place. */
function countedAreas(project: OpenProject, year: number | null): ReadonlySet<number> {
  const rows = project.all(
    sql
      .selectFrom('population')
      .select('area_key')
      .where('sex', '=', 'all')
      .where('age_band', '=', '')
      .where('is_estimate', '=', 0)
      .where('year', year === null ? 'is' : '=', year),
  );
  return new Set(rows.map((row) => row.area_key));
}

/** Writes the estimates in one change; counted figures stay. Returns what was worked out. */
export function writeTransfer(project: OpenProject, input: TransferInput, words: { from: string; to: string; method: string }): TransferResult {
  const result = transferResidents(project, input);
  const wanted = result.rows.filter(({ isCounted }) => !isCounted);
  const params = { from: words.from, to: words.to, count: wanted.length };
  project.change({ name: 'areas.transfer', params, subjects: ['areas', 'incidents', 'indicators'] }, (write) => {
    for (const { areaId, value } of wanted) {
      const { key } = project.found(sql.selectFrom('area').select('key').where('id', '=', areaId));
      const cell = { area_key: key, year: input.year, sex: 'all', age_band: '' };
      write.run(
        sql
          .deleteFrom('population')
          .where('area_key', '=', key)
          .where('sex', '=', 'all')
          .where('age_band', '=', '')
          .where('year', input.year === null ? 'is' : '=', input.year),
      );
      write.run(
        sql.insertInto('population').values({ ...cell, value: Math.round(value), source: words.method, dataset_key: null, is_estimate: 1, method: input.by }),
      );
    }
  });
  return result;
}
