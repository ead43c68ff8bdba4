import type { IncidentFilter } from '#shared/domain/incidents.ts';
import type { HexagonCell, HexagonQuery, Hexagons } from '#shared/domain/maps.ts';
import { hideInList } from '#shared/methods/disclosure.ts';
import { boundariesOf, listLayers, requireLayer } from '../areas/areas.ts';
import { incidentColumns, incidentPoints } from '../incidents/incident-columns.ts';
import { filterCondition, rowsWanted } from '../incidents/incident-filter.ts';
import { remembered } from '../incidents/remembered.ts';
import { readCity } from '../project/city.ts';
import type { OpenProject } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { type CityCells, cellsOfCity } from './city-cells.ts';

/** Honeycombs of the open project by layer and cell size; a few sizes are tried, then one stays. */
const keptCells = remembered(['areas'], () => new Map<string, CityCells>());

/** Smallest count shown for sensitive groups (methods, section 15). */
const smallestSensitive = 10;

/** Incidents by cell. No count below the smallest that may be shown leaves this function, nor one that would give such a count away. */
export function hexagonsOf(project: OpenProject, query: HexagonQuery): Hexagons {
  const layerId = query.layerId ?? listLayers(project).find((layer) => layer.withBoundaryCount > 0)?.id ?? refuse('maps/no-boundaries');
  const city = cityCells(project, layerId, query.cellMetres);
  if (city.cells.length === 0) refuse('maps/no-boundaries');
  const smallestCount = smallestFor(project, query);
  const counted = query.filters.map((filter) => countInCells(project, city, filter));
  const hidden = hiddenCells(
    counted.map(({ counts }) => counts),
    smallestCount,
  );
  return {
    cells: city.cells.map(
      ({ id, boundary }, place): HexagonCell => ({
        id,
        boundary,
        counts: counted.map(({ counts }) => (hidden.has(place) ? { count: null, isHidden: true } : { count: counts[place] ?? 0, isHidden: false })),
      }),
    ),
    cellKm2: city.grid.surface / 1e6,
    smallestCount,
    totals: counted.map(({ inCells, outside, withoutPoint }) => ({ inCells, outside, withoutPoint })),
  };
}

/** The honeycomb of a layer, kept while its areas stay as they are. */
export function cityCells(project: OpenProject, layerId: string, cellMetres: number): CityCells {
  requireLayer(project, layerId);
  const kept = keptCells(project);
  const key = `${layerId} ${cellMetres}`;
  const known = kept.get(key);
  if (known) return known;
  const boundaries = boundariesOf(project, layerId).features.map((feature) => feature.geometry);
  const cells = cellsOfCity(boundaries, cellMetres);
  kept.set(key, cells);
  return cells;
}

function smallestFor(project: OpenProject, { isSensitive, filters }: HexagonQuery): number {
  const general = readCity(project).smallNumberThreshold;
  const onlySexual = filters.some((filter) => filter.groups !== undefined && filter.groups.length > 0 && filter.groups.every((group) => group === 'sexual'));
  return isSensitive || onlySexual ? Math.max(general, smallestSensitive) : general;
}

interface Counted {
  /** In step with the city's cells. */
  readonly counts: number[];
  readonly inCells: number;
  readonly outside: number;
  readonly withoutPoint: number;
}

function countInCells(project: OpenProject, { metres, grid, cells }: CityCells, filter: IncidentFilter): Counted {
  const columns = incidentColumns(project);
  const { longitude, latitude } = incidentPoints(project);
  const wanted = rowsWanted(columns, filterCondition(project, filter));
  const finder = new CellFinder(cells);
  const counts = cells.map(() => 0);
  let outside = 0;
  let withoutPoint = 0;
  for (let row = 0; row < columns.length; row += 1) {
    if (wanted && wanted[row] === 0) continue;
    const weight = columns.count?.[row] ?? 1;
    const x = longitude[row] ?? Number.NaN;
    if (Number.isNaN(x)) {
      withoutPoint += weight;
      continue;
    }
    const at = grid.cellAt(metres.east(x), metres.north(latitude[row] ?? 0));
    const place = finder.placeOf(at.column, at.row);
    if (place === -1) outside += weight;
    else counts[place] = (counts[place] ?? 0) + weight;
  }
  return { counts, inCells: counts.reduce((sum, count) => sum + count, 0), outside, withoutPoint };
}

/** Position of a cell in the list by its column and row, through one flat table. */
class CellFinder {
  readonly #places: Int32Array;
  readonly #firstColumn: number;
  readonly #firstRow: number;
  readonly #columnCount: number;
  readonly #rowCount: number;

  constructor(cells: CityCells['cells']) {
    const columns = cells.map((cell) => cell.column);
    const rows = cells.map((cell) => cell.row);
    this.#firstColumn = columns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
    this.#firstRow = rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
    this.#columnCount = columns.reduce((most, column) => Math.max(most, column), Number.NEGATIVE_INFINITY) - this.#firstColumn + 1;
    this.#rowCount = rows.reduce((most, row) => Math.max(most, row), Number.NEGATIVE_INFINITY) - this.#firstRow + 1;
    this.#places = new Int32Array(this.#columnCount * this.#rowCount).fill(-1);
    for (const [place, { column, row }] of cells.entries()) this.#places[(row - this.#firstRow) * this.#columnCount + column - this.#firstColumn] = place;
  }

  placeOf(column: number, row: number): number {
    const across = column - this.#firstColumn;
    const up = row - this.#firstRow;
    if (across < 0 || up < 0 || across >= this.#columnCount || up >= this.#rowCount) return -1;
    return this.#places[up * this.#columnCount + across] ?? -1;
  }
}

/** The same cells are hidden for every filter: the sum of two halves may be known from elsewhere. */
function hiddenCells(lists: readonly (readonly number[])[], smallestCount: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const counts of lists) {
    const { hiding, isSafe } = hideInList(counts, smallestCount);
    for (const [place, count] of counts.entries()) if (isSafe ? hiding[place] !== null : count > 0) hidden.add(place);
  }
  return hidden;
}
