import type { JournalState } from './journal.ts';
import { type KillMoment, killMoments } from './moments.ts';

/** What a run of kills came to. */
export class KillReport {
  /** Changes that were acknowledged and found again after the next kill. */
  acknowledged = 0;
  /** Comparisons of one such change with the file, over all openings. */
  comparisons = 0;
  unansweredDone = 0;
  unansweredNotDone = 0;
  /** Automatic copies that were looked at. */
  copies = 0;
  /** Half-made new projects that the engine refused to open, by code. */
  readonly refusedNew = new Map<string, number>();
  readonly #kills = new Map<KillMoment, Record<JournalState, number>>();

  killed(moment: KillMoment, journal: JournalState): void {
    const counts = this.#kills.get(moment) ?? { none: 0, open: 0, hot: 0 };
    counts[journal]++;
    this.#kills.set(moment, counts);
  }

  /** Kills that left a journal in one of these states, or all kills. */
  count(...states: JournalState[]): number {
    return [...this.#kills.values()].reduce(
      (sum, counts) =>
        sum + (['none', 'open', 'hot'] as const).reduce((own, state) => own + (states.length === 0 || states.includes(state) ? counts[state] : 0), 0),
      0,
    );
  }

  toString(): string {
    const lines = killMoments.flatMap((moment) => {
      const counts = this.#kills.get(moment);
      if (!counts) return [];
      const sum = counts.none + counts.open + counts.hot;
      return [`  ${moment.padEnd(15)} ${String(sum).padStart(4)} kills, ${counts.open} with an open change, ${counts.hot} with the file half written`];
    });
    const refused = [...this.refusedNew].map(([code, count]) => `${count} ${code}`).join(', ');
    return [
      `${this.count()} kills: ${this.count('open', 'hot')} in the middle of a change, ${this.count('hot')} of them with the file half written`,
      ...lines,
      `  ${this.acknowledged} acknowledged changes, all found again (${this.comparisons} comparisons); ${this.unansweredDone} without an answer were wholly there, ${this.unansweredNotDone} not at all`,
      `  ${this.copies} copies made meanwhile, all whole`,
      ...(refused ? [`  killed while a project was being made, and refused afterwards: ${refused}`] : []),
    ].join('\n');
  }
}
