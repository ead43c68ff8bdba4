/** Version of the arithmetic below, kept with every figure. */
export const weekHoursVersion = '1';

/** A clock hour this many times its neighbours is more likely a default of the form than a fact (rule of thumb). */
const heapedFrom = 2;
/** Fewer at the hour itself say nothing. */
const fewestHeaped = 20;

export interface HeapedHour {
  readonly hour: number;
  readonly count: number;
  /** Mean of the hours before and after. */
  readonly beside: number;
}

/** Hours that were probably filled in where nobody knew: midnight or noon far above the hours beside them. Counts of the hours 0-23. */
export function heapedHours(byHour: readonly number[]): HeapedHour[] {
  return [0, 12].flatMap((hour) => {
    const count = byHour[hour] ?? 0;
    const beside = ((byHour[(hour + 23) % 24] ?? 0) + (byHour[hour + 1] ?? 0)) / 2;
    return count >= fewestHeaped && count > heapedFrom * beside ? [{ hour, count, beside }] : [];
  });
}
