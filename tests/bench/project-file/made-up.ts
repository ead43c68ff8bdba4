/** Numbers and words that look like a project's, the same in every run. */
export interface MadeUp {
  /** A whole number from 0 up to below the limit. */
  number(limit: number): number;
  /** Words in a row, as a sentence. */
  sentence(words: number): string;
  id(): string;
}

const words =
  'the market street lamps after dark neighbours say police patrol school girls walk home bus stop fights weekend bars young men knives theft phones shops close early fear women lighting repair council budget evening plaza families park benches broken vendors agreement mediation football pitch youth work training jobs families flooding evictions register complaint victims hospital trust'.split(
    ' ',
  );

export function madeUp(seed: number): MadeUp {
  let state = seed >>> 0;
  // A linear congruential generator.
  const number = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const hex = (digits: number) => Array.from({ length: digits }, () => number(16).toString(16)).join('');
  return {
    number,
    sentence: (count) => {
      const text = Array.from({ length: count }, () => words[number(words.length)]).join(' ');
      return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
    },
    id: () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
