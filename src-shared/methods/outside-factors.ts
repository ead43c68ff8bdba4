import type { OutsideBand } from '../domain/factors.ts';

/**
 * Impact × likelihood, both whole numbers from 1 to 4, so 1–16, and its band: up to 3 low, to 6 medium, to 9 high, from 12 very high
 * (methods reference 2, a convention). Null where one of them is not judged.
 */
export function weighOutside(impact: number | null, likelihood: number | null): { score: number; band: OutsideBand } | null {
  if (impact === null || likelihood === null) return null;
  const score = impact * likelihood;
  return { score, band: bandOf(score) };
}

export function bandOf(score: number): OutsideBand {
  if (score <= 3) return 'low';
  if (score <= 6) return 'medium';
  return score <= 9 ? 'high' : 'very-high';
}
