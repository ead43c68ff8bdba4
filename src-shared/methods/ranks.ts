/** Differences under this are none: 58.4 − 54.2 and 54.2 − 50.0 differ in binary (methods, section 0). */
const sameWithin = 1e-9;

/**
 * Ranks with 1 for the largest value; ties share the mean of the places they fill (mid-rank). Null stays null and fills no place.
 */
export function midRanks(values: readonly (number | null)[]): (number | null)[] {
  const ranks: (number | null)[] = values.map(() => null);
  const order = values.flatMap((value, index) => (value === null ? [] : [{ value, index }])).sort((a, b) => b.value - a.value);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && Math.abs((order[end]?.value ?? 0) - (order[end - 1]?.value ?? 0)) <= sameWithin) end++;
    // Places start + 1 … end; their mean.
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
