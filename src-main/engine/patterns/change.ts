import { type FigureFacts, factInput, isUndefined } from '#shared/domain/figure-facts.ts';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import type { ChangeQuery, ChangeRow, Period, PeriodChanges } from '#shared/domain/patterns.ts';
import { isSmall } from '#shared/methods/disclosure.ts';
import { falseDiscoveryFlags } from '#shared/methods/getis-ord.ts';
import { periodChange, periodChangeVersion, type SeasonCounts } from '#shared/methods/period-change.ts';
import type { OpenProject } from '../project/open-project.ts';
import { smallestCountOf } from '../releases/smallest-count.ts';
import { hiddenPlaces } from './heat.ts';
import { PatternScope } from './pattern-scope.ts';
import { type Calendar, calendarOf, coveredMonths, monthNumber } from './period-months.ts';

/** What changed between two periods: the whole, by area, by offence group. Only months of the year that both periods have whole are compared. */
export function changesOf(project: OpenProject, query: ChangeQuery): PeriodChanges {
  const scope = new PatternScope(project, query);
  const calendar = calendarOf(scope);
  const periods = periodsOf(query, calendar);
  if (!calendar || !periods) {
    const facts = scope.facts({ method: 'periodChange', version: periodChangeVersion, undefinedReason: calendar ? 'one-period' : 'no-days' });
    const whole = { ...nothing, earlier: null, later: null, isHidden: false, facts };
    return { earlier: null, later: null, months: [], whole, byArea: [], byGroup: [], leftOut: 0 };
  }
  const counted = new SeasonTable(scope, calendar, periods);
  const base = scope.facts({
    ...{ method: 'periodChange', version: periodChangeVersion, missing: counted.leftOut },
    params: [
      factInput('earlierPeriod', `${periods.earlier.from} – ${periods.earlier.to}`),
      factInput('laterPeriod', `${periods.later.from} – ${periods.later.to}`),
    ],
  });
  const smallest = smallestCountOf(project).byGroup;
  const areas = scope.layer?.areas ?? [];
  return {
    ...periods,
    months: counted.sharedMonths,
    whole: rowOf(counted.whole(), base, {}, isTooSmall({ keys: {}, seasons: counted.whole(), smallest: scope.smallestCount })),
    byArea: listed(
      areas.map((area, position) => ({ keys: { areaId: area.id, area: area.name }, seasons: counted.ofArea(position), smallest: scope.smallestCount })),
      base,
    ),
    byGroup: listed(
      offenceGroups.map((group, position) => ({ keys: { group }, seasons: counted.ofGroup(position), smallest: smallest[group] })),
      base,
    ),
    leftOut: counted.leftOut,
  };
}

interface Entry {
  readonly keys: { areaId?: string; area?: string; group?: OffenceGroup };
  readonly seasons: readonly SeasonCounts[];
  readonly smallest: number;
}

const nothing = { areaId: null, area: null, group: null, change: null, low: null, high: null, p: null, verdict: null };
const sums = (seasons: readonly SeasonCounts[], period: 'earlier' | 'later') =>
  seasons.reduce((sum, season) => sum + (season.earlierMonths > 0 && season.laterMonths > 0 ? season[period] : 0), 0);

/** Rows that have incidents; where many are tested at once, a verdict stands only if it does so among all of them. */
function listed(entries: readonly Entry[], base: FigureFacts): ChangeRow[] {
  const present = entries.filter(({ seasons }) => sums(seasons, 'earlier') + sums(seasons, 'later') > 0);
  const threshold = Math.max(0, ...present.map(({ smallest }) => smallest));
  const hidden = (['earlier', 'later'] as const).map((period) =>
    hiddenPlaces(
      Float64Array.from(present, ({ seasons }) => sums(seasons, period)),
      threshold,
    ),
  );
  const isHidden = (place: number) => hidden.some((places) => places.has(place)) || isTooSmall(present[place]);
  const rows = present.map(({ keys, seasons }, place) => rowOf(seasons, base, keys, isHidden(place)));
  const flags = falseDiscoveryFlags(rows.map((row) => (row.verdict === 'few' ? Number.NaN : (row.p ?? Number.NaN))));
  return rows.map((row, place) => ((row.verdict === 'rise' || row.verdict === 'fall') && !flags[place] ? { ...row, verdict: 'chance' } : row));
}

function isTooSmall(entry: Entry | undefined): boolean {
  return entry !== undefined && (['earlier', 'later'] as const).some((period) => isSmall(sums(entry.seasons, period), entry.smallest));
}

function rowOf(seasons: readonly SeasonCounts[], base: FigureFacts, keys: Entry['keys'], isHidden: boolean): ChangeRow {
  const named = { ...nothing, ...keys, isHidden };
  const found = periodChange(seasons);
  if (isHidden) return { ...named, earlier: null, later: null, facts: { ...base, undefinedReason: 'hidden' } };
  if (isUndefined(found)) return { ...named, earlier: null, later: null, facts: { ...base, undefinedReason: found.undefined } };
  return {
    ...named,
    ...{ earlier: found.earlier, later: found.later, change: found.change, low: found.interval?.low ?? null, high: found.interval?.high ?? null },
    ...{ p: found.pWithSpread, verdict: found.verdict },
    facts: {
      ...base,
      n: found.earlier + found.later,
      inputs: [
        ...[factInput('earlierCount', found.earlier, 'incidents'), factInput('earlierMonths', found.earlierMonths, 'months')],
        ...[factInput('laterCount', found.later, 'incidents'), factInput('laterMonths', found.laterMonths, 'months')],
      ],
      undefinedReason: found.verdict === 'few' ? 'few-counts' : null,
    },
  };
}

function periodsOf(query: ChangeQuery, calendar: Calendar | null): { earlier: Period; later: Period } | null {
  if (!calendar) return null;
  if (query.earlier && query.later) return { earlier: query.earlier, later: query.later };
  const lastYear = calendar.lastWholeYear;
  if (lastYear === null || lastYear - 1 < calendar.firstYear) return null;
  const year = (number: number): Period => ({ from: `${number}-01-01`, to: `${number}-12-31` });
  return { earlier: query.earlier ?? year(lastYear - 1), later: query.later ?? year(lastYear) };
}

/** Counts by month of the year in both periods, for the whole, each area and each group, in one pass. */
class SeasonTable {
  readonly leftOut: number;
  readonly sharedMonths: number[];
  readonly #covered: { readonly earlier: readonly number[]; readonly later: readonly number[] };
  readonly #seasonCount: number;
  readonly #areas: Float64Array;
  readonly #groups: Float64Array;

  constructor(scope: PatternScope, calendar: Calendar, periods: { earlier: Period; later: Period }) {
    const seasons = calendar.hasMonths ? 12 : 1;
    this.#seasonCount = seasons;
    const periodOf = coveredMonths(calendar, periods);
    this.#covered = periodOf.covered;
    this.#areas = new Float64Array((scope.layer?.areas.length ?? 0) * seasons * 2);
    this.#groups = new Float64Array(offenceGroups.length * seasons * 2);
    this.sharedMonths = calendar.hasMonths
      ? this.#covered.earlier.flatMap((months, season) => (months > 0 && (this.#covered.later[season] ?? 0) > 0 ? [season + 1] : []))
      : [];
    const areaOf = scope.areaOfPlace();
    const groupOf = scope.groupOfOffence();
    const { year, month, place, offence } = scope.columns;
    let leftOut = 0;
    scope.each((row, count) => {
      const own = monthNumber(year[row] ?? 0, calendar.hasMonths ? (month[row] ?? 0) : 1);
      const period = own === null ? -1 : periodOf.at(own);
      const season = calendar.hasMonths ? (month[row] ?? 0) - 1 : 0;
      if (period === -1 || (this.#covered.earlier[season] ?? 0) === 0 || (this.#covered.later[season] ?? 0) === 0) {
        if (own === null || period !== -1) leftOut += count;
        return;
      }
      const at = period * seasons + season;
      const area = areaOf[place[row] ?? 0] ?? -1;
      const group = groupOf[offence[row] ?? 0] ?? -1;
      if (area >= 0) this.#areas[area * seasons * 2 + at] = (this.#areas[area * seasons * 2 + at] ?? 0) + count;
      if (group >= 0) this.#groups[group * seasons * 2 + at] = (this.#groups[group * seasons * 2 + at] ?? 0) + count;
    });
    this.leftOut = leftOut;
  }

  ofArea(position: number): SeasonCounts[] {
    return this.#seasons((at) => this.#areas[position * this.#seasonCount * 2 + at] ?? 0);
  }

  ofGroup(position: number): SeasonCounts[] {
    return this.#seasons((at) => this.#groups[position * this.#seasonCount * 2 + at] ?? 0);
  }

  /** Every incident has a group, not every one an area. */
  whole(): SeasonCounts[] {
    return this.#seasons((at) => offenceGroups.reduce((sum, _, group) => sum + (this.#groups[group * this.#seasonCount * 2 + at] ?? 0), 0));
  }

  #seasons(countAt: (at: number) => number): SeasonCounts[] {
    return Array.from({ length: this.#seasonCount }, (_, season) => ({
      earlier: countAt(season),
      later: countAt(this.#seasonCount + season),
      earlierMonths: this.#covered.earlier[season] ?? 0,
      laterMonths: this.#covered.later[season] ?? 0,
    }));
  }
}
