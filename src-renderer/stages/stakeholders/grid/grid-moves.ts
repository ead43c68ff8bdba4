import type { Scores } from '../use-stakeholders.ts';

/** Lowest and highest score. */
export const lowestScore = 1;
export const highestScore = 5;
const middleScore = 3;

export interface Cell {
  readonly power: number;
  readonly interest: number;
}

/**
 * Where an arrow key moves a stakeholder: by one whole score, never off the field; one without a rating comes to the middle.
 * Null for any other key. Interest grows in the direction of writing.
 */
export function moveByKey(key: string, from: Scores, direction: 'ltr' | 'rtl'): Cell | null {
  const forward = direction === 'rtl' ? -1 : 1;
  const steps: Readonly<Record<string, readonly [power: number, interest: number]>> = {
    ArrowUp: [1, 0],
    ArrowDown: [-1, 0],
    ArrowRight: [0, forward],
    ArrowLeft: [0, -forward],
  };
  const step = steps[key];
  if (!step) return null;
  if (from.power === null || from.interest === null) return { power: from.power ?? middleScore, interest: from.interest ?? middleScore };
  return { power: within(from.power + step[0]), interest: within(from.interest + step[1]) };
}

function within(score: number): number {
  return Math.min(highestScore, Math.max(lowestScore, score));
}
