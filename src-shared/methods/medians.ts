/** Median of numbers; the mean of the middle two for an even count; null for none. */
export function median(values: readonly number[]): number | null {
  return quartile(values, 0.5);
}

/** Quantile by linear interpolation at position 1 + (n − 1)p in the sorted values (methods, section 0); null for none. */
export function quartile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
