import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { AreaBook } from '../../areas/area-book.ts';
import { readAreaBook, readPolygonIndexes } from '../../areas/areas.ts';
import { sql } from '../../project/open-project.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { findParents } from './area-parents.ts';
import { type AreaRow, AreaRows } from './area-rows.ts';
import { type ReadyArea, writeAreas } from './write-areas.ts';

export function createAreaImport(work: ImportWork): KindImport {
  const rows = new AreaRows(work);
  return {
    take: (batch) => {
      for (const row of batch) rows.take(row);
    },
    finish: () => finish(work, rows),
  };
}

async function* finish(work: ImportWork, rows: AreaRows): AsyncGenerator<Progress, CheckedImport> {
  const { project, recipe, vocabulary } = work;
  const areas = rows.areas;
  yield { step: 'matching', done: 0, total: areas.length };
  reportSameBoundaries(work, areas);
  const book = readAreaBook(project, vocabulary.commonAreaWords);
  const layerName = recipe.layer ?? '';
  const layerKey = book.layers.find(({ id, name }) => id === layerName || plainWords(name) === plainWords(layerName))?.key ?? null;
  const surfaces = new Map(project.all(sql.selectFrom('area').select(['key', 'area_km2'])).map((row) => [row.key, row.area_km2 ?? 0]));
  const parents = await findParents(areas, { work, book, polygons: readPolygonIndexes(project), surfaces, layerKey });
  const taken = new Set<number>();
  const ready = areas.map((area, index): ReadyArea => {
    const parentKey = parents[index] ?? null;
    const key = layerKey === null ? null : knownArea(book, layerKey, area, parentKey, taken);
    if (key !== null) taken.add(key);
    return { ...area, parentKey, key };
  });
  const year = Number(recipe.constants.year) || null;
  return {
    ...nothingFound,
    rowCount: rows.rowCount,
    usableRowCount: ready.length,
    recipe,
    firstYear: ready.some(({ population }) => population !== null) ? year : null,
    lastYear: ready.some(({ population }) => population !== null) ? year : null,
    subjects: ['areas', 'incidents'],
    write: (write, dataset) =>
      writeAreas(write, dataset, { project, areas: ready, layerKey, layerName, year, source: work.source, replacedKey: work.replaces?.key ?? null }),
  };
}

/** One boundary under two names: a point in it can only be given to one of them. */
function reportSameBoundaries({ problems, fields }: ImportWork, areas: readonly AreaRow[]): void {
  const names = new Map<string, string>();
  for (const { row, name, boundary } of areas) {
    if (!boundary) continue;
    const text = JSON.stringify(boundary.coordinates);
    const other = names.get(text);
    if (other !== undefined) problems.add('same-boundary', { row, column: fields.columnOf('name'), value: name, params: { other } });
    else names.set(text, name);
  }
}

/** The area of the layer that a row of a newer file is about: the same code, else the same name in the same larger area. */
function knownArea(book: AreaBook, layerKey: number, area: AreaRow, parentKey: number | null, taken: ReadonlySet<number>): number | null {
  const byCode = area.code === '' ? null : book.match(layerKey, '', { code: area.code });
  if (byCode?.kind === 'found' && !taken.has(byCode.area.key)) return byCode.area.key;
  const byName = book.match(layerKey, area.name, { parentKey });
  const isSure = byName.kind === 'found' && (byName.way === 'exact' || byName.way === 'plain');
  const hasOtherCode = isSure && area.code !== '' && byName.area.code !== '' && byName.area.code !== area.code;
  return isSure && !hasOtherCode && !taken.has(byName.area.key) ? byName.area.key : null;
}
