import { progressOf } from './progress.ts';

const targetGaps = ['no-baseline', 'no-target', 'no-value', 'target-is-baseline', 'other-wording', 'in-dispute'] as const;
export type TargetGap = (typeof targetGaps)[number];

export interface TargetProgress {
  /** (actual − baseline) / (target − baseline), unclamped; null where `gap` says why. */
  readonly share: number | null;
  readonly gap: TargetGap | null;
  /** The target lies on the side that the indicator's direction calls worse. Null where the direction scores nothing or a figure is missing. */
  readonly isAgainstDirection: boolean | null;
  readonly isReached: boolean | null;
}

/** Progress from the baseline to the target (methods, section 12), or why there is none. A target and its value must share one wording (indicators.md, rule 5). */
export function targetProgress(known: {
  baseline: number | null;
  target: number | null;
  actual: { value: number | null; wording: string; isInDispute: boolean } | null;
  wording: string;
  direction: 'up' | 'down' | 'show';
}): TargetProgress {
  const { baseline, target, actual, direction } = known;
  const scored = direction !== 'show' && baseline !== null && target !== null && Math.abs(target - baseline) > 1e-9;
  const isAgainstDirection = scored ? target > baseline !== (direction === 'up') : null;
  const none = (gap: TargetGap): TargetProgress => ({ share: null, gap, isAgainstDirection, isReached: null });
  if (baseline === null) return none('no-baseline');
  if (target === null) return none('no-target');
  if (Math.abs(target - baseline) <= 1e-9) return none('target-is-baseline');
  if (actual?.isInDispute) return none('in-dispute');
  if (!actual || actual.value === null) return none('no-value');
  if (actual.wording !== known.wording) return none('other-wording');
  const share = progressOf({ baseline, target, actual: actual.value });
  return { share, gap: null, isAgainstDirection, isReached: share === null ? null : share >= 1 - 1e-9 };
}
