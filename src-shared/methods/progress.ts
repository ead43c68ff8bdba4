/**
 * How far an indicator has come from its baseline to its target, 0-1 and beyond: (actual − baseline) / (target − baseline).
 * Negative = moved the wrong way, above 1 = past the target; never clamped. Null where a figure is missing or target = baseline.
 */
export function progressOf(figures: { baseline: number | null; target: number | null; actual: number | null }): number | null {
  const { baseline, target, actual } = figures;
  if (baseline === null || target === null || actual === null || Math.abs(target - baseline) <= 1e-9) return null;
  return (actual - baseline) / (target - baseline);
}
