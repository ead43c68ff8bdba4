import type { OutsideFactor } from '#shared/domain/factors.ts';

/** An outside factor with the number that it bears in the list and on the grid. */
export interface Numbered {
  readonly factor: OutsideFactor;
  readonly number: number;
}
