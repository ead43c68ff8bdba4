import type { CopyReason } from '#shared/domain/copies.ts';

export interface DatedCopy {
  readonly name: string;
  readonly madeAt: Date;
  readonly reason: CopyReason;
}

/** How many copies stay: three of today, one of each day for two weeks, and for as long those that somebody asked for or that went before a step back. */
export const retention = { today: 3, days: 14, always: 3, deliberate: 10 };

/**
 * The names of the copies that stay. Days are calendar days of this machine. The newest stays whatever the clock says, and so do the three
 * newest: a project that rested for a year still has them. Copies dated after `now` (a clock that was set back) count by their own day.
 */
export function copiesToKeep(copies: readonly DatedCopy[], now: Date): Set<string> {
  const newestFirst = [...copies].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || (a.name < b.name ? 1 : -1));
  const today = dayNumber(now);
  const oldest = today - retention.days;
  const keep = new Set(newestFirst.slice(0, retention.always).map(({ name }) => name));
  const daysSeen = new Set<number>();
  let ofToday = 0;
  let deliberate = 0;
  for (const copy of newestFirst) {
    const day = dayNumber(copy.madeAt);
    if (day < oldest) continue;
    if (day === today && ofToday < retention.today) {
      ofToday += 1;
      keep.add(copy.name);
    }
    if (!daysSeen.has(day)) {
      daysSeen.add(day);
      keep.add(copy.name);
    }
    if (isDeliberate(copy.reason) && deliberate < retention.deliberate) {
      deliberate += 1;
      keep.add(copy.name);
    }
  }
  return keep;
}

const isDeliberate = (reason: CopyReason): boolean => reason === 'asked' || reason === 'update' || reason === 'replaced';

/** Calendar days as whole numbers one apart, also across a change of the clocks. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
