import type { IncidentFilter } from '#shared/domain/incidents.ts';

/** Two maps side by side: what tells the halves apart. */
export const mapPairs = ['dayNight', 'week', 'years'] as const;
export type MapPair = (typeof mapPairs)[number];

const dayHours = Array.from({ length: 12 }, (_, hour) => hour + 6);
const nightHours = [18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5];

export interface PairHalf {
  readonly where: IncidentFilter;
  /** A text key, or years to be told as they are. */
  readonly title: 'map.pair.day' | 'map.pair.night' | 'map.pair.weekdays' | 'map.pair.weekend' | null;
  readonly years: readonly number[];
}

/** The filters of the two halves, each narrowed by the screen's own; null where there is nothing to compare (a single year, one half filtered away). */
export function halvesOf(pair: MapPair, where: IncidentFilter, yearsOnRecord: readonly number[]): [PairHalf, PairHalf] | null {
  const narrowed = (all: readonly number[], chosen: readonly number[] | undefined) => all.filter((value) => !chosen || chosen.includes(value));
  const half = (patch: IncidentFilter, title: PairHalf['title'], years: readonly number[] = []): PairHalf => ({ where: { ...where, ...patch }, title, years });
  if (pair === 'dayNight') {
    const [day, night] = [narrowed(dayHours, where.hours), narrowed(nightHours, where.hours)];
    return day.length > 0 && night.length > 0 ? [half({ hours: day }, 'map.pair.day'), half({ hours: night }, 'map.pair.night')] : null;
  }
  if (pair === 'week') {
    const [week, weekend] = [narrowed([1, 2, 3, 4, 5], where.weekdays), narrowed([6, 7], where.weekdays)];
    return week.length > 0 && weekend.length > 0 ? [half({ weekdays: week }, 'map.pair.weekdays'), half({ weekdays: weekend }, 'map.pair.weekend')] : null;
  }
  const years = narrowed([...yearsOnRecord], where.years).sort((a, b) => a - b);
  if (years.length < 2) return null;
  const middle = Math.floor(years.length / 2);
  const [earlier, later] = [years.slice(0, middle), years.slice(-middle)];
  return [half({ years: earlier }, null, earlier), half({ years: later }, null, later)];
}
