/** Tables larger than this are not worked out: their things are paired as they come. */
const mostCells = 10_000;

/**
 * Pairs things of two lists without crossing, so that the pairs are together as alike as can be. `likeness` null = these two can never be a pair.
 * Returns the place in `before` by the place in `after`.
 */
export function alignInOrder<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  likeness: (one: Before, other: After) => number | null,
): Map<number, number> {
  const pairs = new Map<number, number>();
  if (before.length * after.length > mostCells) return asTheyCome(before, after, likeness);
  const likenesses = before.map((one) => after.map((other) => likeness(one, other)));
  // best[i][j]: the most that the things from i and j on can be alike.
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => {
    const alike = likenesses[i]?.[j] ?? null;
    return alike === null ? Number.NEGATIVE_INFINITY : alike + at(i + 1, j + 1);
  };
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = best[i];
    if (row) for (let j = after.length - 1; j >= 0; j -= 1) row[j] = Math.max(paired(i, j), at(i + 1, j), at(i, j + 1));
  }
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (paired(i, j) >= at(i, j)) {
      pairs.set(j, i);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function asTheyCome<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  likeness: (one: Before, other: After) => number | null,
): Map<number, number> {
  const pairs = new Map<number, number>();
  let start = 0;
  for (const [place, other] of after.entries()) {
    const one = before[start];
    if (one === undefined || likeness(one, other) === null) continue;
    pairs.set(place, start);
    start += 1;
  }
  return pairs;
}
