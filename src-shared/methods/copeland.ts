import { fullRanks, type Ranking } from './preference-ranks.ts';

export interface Copeland {
  /** Pairs won less pairs lost, in the order of the options; they add up to 0. */
  readonly scores: readonly number[];
  readonly won: readonly number[];
  readonly lost: readonly number[];
  /** `preferred[a][b]`: how many people put a before b. */
  readonly preferred: readonly (readonly number[])[];
  /** The option that beats every other one by itself, if there is one (Condorcet's winner). */
  readonly beatsAll: number | null;
  /** Options whose majorities go round in a circle (A before B, B before C, C before A): a finding about the room, not an error. */
  readonly circle: readonly number[];
}

/** Every pair of options by itself: more people before = won, as many = drawn and counted 0 (Copeland 1951; methods, section 11). */
export function copeland(rankings: readonly Ranking[], options: readonly string[]): Copeland {
  const preferred = options.map(() => options.map(() => 0));
  for (const ranking of rankings) countPairs(preferred, fullRanks(ranking, options));
  const beats = (a: number, b: number) => (preferred[a]?.[b] ?? 0) > (preferred[b]?.[a] ?? 0);
  const others = (a: number) => options.flatMap((_, b) => (a === b ? [] : [b]));
  const won = options.map((_, a) => others(a).filter((b) => beats(a, b)).length);
  const lost = options.map((_, a) => others(a).filter((b) => beats(b, a)).length);
  const best = won.findIndex((count) => options.length > 1 && count === options.length - 1);
  return {
    scores: won.map((count, a) => count - (lost[a] ?? 0)),
    won,
    lost,
    preferred,
    beatsAll: best < 0 ? null : best,
    circle: inCircle(options.length, beats),
  };
}

function countPairs(preferred: number[][], ranks: readonly number[]): void {
  for (const [a, first] of ranks.entries()) {
    const row = preferred[a];
    if (row) for (const [b, second] of ranks.entries()) if (first < second) row[b] = (row[b] ?? 0) + 1;
  }
}

/** Options that come back to themselves along strict majorities. */
function inCircle(count: number, beats: (a: number, b: number) => boolean): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  const reaches = all.map((a) => all.map((b) => beats(a, b)));
  for (const by of all) for (const a of all) if (reaches[a]?.[by]) for (const b of all) if (reaches[by]?.[b]) (reaches[a] as boolean[])[b] = true;
  return all.filter((option) => reaches[option]?.[option]);
}
