import type { Neighbours } from './getis-ord.ts';

/** Lists of neighbours by place made flat. */
export function flatNeighbours(lists: readonly (readonly number[])[]): Neighbours {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  const flat = new Int32Array(starts[lists.length] ?? 0);
  for (const [i, list] of lists.entries()) flat.set(list, starts[i]);
  return { starts, list: flat };
}

export interface GridCell {
  readonly column: number;
  readonly row: number;
}

const squareSteps = [-1, 0, 1].flatMap((up) => [-1, 0, 1].map((across) => [across, up] as const)).filter(([across, up]) => across !== 0 || up !== 0);
/** Hexagons in rows with a corner at the top; odd rows stand half a cell to the east. */
const evenRowSteps = [
  [1, 0],
  [-1, 0],
  [-1, 1],
  [0, 1],
  [-1, -1],
  [0, -1],
] as const;
const oddRowSteps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [1, 1],
  [0, -1],
  [1, -1],
] as const;

/** Neighbours of each cell among those given: eight of a square (edges and corners), six of a hexagon. One step a neighbour, not a pair. */
export function gridNeighbours(shape: 'square' | 'hexagon', cells: readonly GridCell[]): Neighbours {
  const positions = new Map(cells.map(({ column, row }, position) => [cellKey(column, row), position]));
  return flatNeighbours(
    cells.map(({ column, row }) => {
      const steps = shape === 'square' ? squareSteps : row % 2 === 0 ? evenRowSteps : oddRowSteps;
      return steps.flatMap(([across, up]) => positions.get(cellKey(column + across, row + up)) ?? []);
    }),
  );
}

/** Columns and rows within ± 33 million. */
export function cellKey(column: number, row: number): number {
  return (column + 2 ** 25) * 2 ** 26 + row + 2 ** 25;
}
