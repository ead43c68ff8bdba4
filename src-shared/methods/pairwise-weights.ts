import { type Known, undefinedAs } from '../domain/figure-facts.ts';

/** Version of the arithmetic below, kept with every figure. */
export const pairwiseWeightsVersion = '1';

/** Saaty's random index for 3 … 10 options; for one or two, comparisons cannot contradict each other. */
const randomIndex: Readonly<Record<number, number>> = { 3: 0.58, 4: 0.9, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49 };
/** Above it the comparisons contradict each other too much: ask again. */
export const mostConsistencyRatio = 0.1;

/** How many times as much the first option of a pair matters as the second, by `first:second`, first before second in the list. */
export type PairRatios = Readonly<Record<string, number>>;

export interface PairwiseWeights {
  /** In the order of the options; they add up to 1. */
  readonly weights: readonly number[];
  readonly lambda: number;
  readonly consistencyIndex: number;
  /** Null for one or two options, and for more than ten. */
  readonly consistencyRatio: number | null;
  readonly asksAgain: boolean;
}

/** Weights from a full square of comparisons: geometric means of the rows, normalised (Saaty 1980; methods, section 11). Undefined where a comparison is missing. */
export function pairwiseWeights(matrix: readonly (readonly number[])[]): Known<PairwiseWeights> {
  const count = matrix.length;
  const isWhole = count > 0 && matrix.every((row) => row.length === count && row.every((ratio) => Number.isFinite(ratio) && ratio > 0));
  if (!isWhole) return undefinedAs('no-answers');
  const means = matrix.map((row) => Math.exp(row.reduce((sum, ratio) => sum + Math.log(ratio), 0) / count));
  const total = means.reduce((sum, mean) => sum + mean, 0);
  const weights = means.map((mean) => mean / total);
  const lambda = matrix.reduce((sum, row, i) => sum + row.reduce((inner, ratio, j) => inner + ratio * (weights[j] ?? 0), 0) / (weights[i] ?? 1), 0) / count;
  const consistencyIndex = count < 2 ? 0 : (lambda - count) / (count - 1);
  const index = randomIndex[count];
  const consistencyRatio = index === undefined ? null : Math.max(0, consistencyIndex / index);
  return { weights, lambda, consistencyIndex, consistencyRatio, asksAgain: consistencyRatio !== null && consistencyRatio > mostConsistencyRatio };
}

/** The square of one person's comparisons; null where a pair was left out. */
export function pairMatrix(ratios: PairRatios, options: readonly string[]): number[][] | null {
  const matrix = options.map(() => options.map(() => 1));
  for (const [i, first] of options.entries()) {
    for (let j = i + 1; j < options.length; j += 1) {
      const ratio = ratios[`${first}:${options[j]}`];
      if (ratio === undefined || !(ratio > 0)) return null;
      (matrix[i] as number[])[j] = ratio;
      (matrix[j] as number[])[i] = 1 / ratio;
    }
  }
  return matrix;
}

/** What several people say together: the geometric mean of each comparison, which alone keeps «three times» and «a third» balanced (Aczél & Saaty 1983). */
export function commonMatrix(matrices: readonly (readonly (readonly number[])[])[]): number[][] {
  return (matrices[0] ?? []).map((row, i) =>
    row.map((_, j) => Math.exp(matrices.reduce((sum, matrix) => sum + Math.log(matrix[i]?.[j] ?? 1), 0) / matrices.length)),
  );
}
