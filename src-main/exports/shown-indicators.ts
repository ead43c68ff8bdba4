import { groupBy } from '#shared/domain/group-by.ts';
import type { Observation } from '#shared/domain/indicators.ts';
import { type FamilyCell, hideAlongside } from '#shared/methods/indicator-families.ts';
import { cellKey, type HeadlineState, headlineOf } from '#shared/methods/indicator-headline.ts';
import { peopleBehind, type ShownIndicatorValue, shownHeadline, shownIndicatorValue } from '#shared/methods/indicator-shown.ts';
import type { ProfileData } from './profile-data.ts';
import type { ShownIncidents } from './shown-incidents.ts';

/** A value as it may be printed, beside what was entered. */
export interface PrintedValue {
  readonly observation: Observation;
  readonly shown: ShownIndicatorValue;
  /** What its cell says: whether it is the only value, the chosen one, or one of several in dispute. */
  readonly state: HeadlineState;
}
/** A cell as a whole: one value, or the range of several in dispute. */
export interface PrintedCell {
  readonly indicatorCode: string;
  readonly shown: ShownIndicatorValue;
  readonly state: HeadlineState;
  readonly values: readonly PrintedValue[];
}

/**
 * The indicators' values by cell, in the order of the catalogue. Small counts are hidden, computed values that would repeat a hidden count of incidents,
 * and values from which a hidden one could be worked out.
 */
export function printedCells(data: ProfileData, incidents: ShownIncidents | null): PrintedCell[] {
  const cells = cellsByThemselves(data, incidents);
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const hidden = hideAlongside(
    cells.map((cell, place) => familyCell(cell, place, catalogue.get(cell.indicatorCode), data.city.smallNumberThreshold)),
    new Map(data.areas.map(({ id, layerId, parentId }) => [id, { layerId, parentId }])),
  );
  return cells.map((cell, place) =>
    hidden.has(String(place))
      ? { ...cell, shown: withoutFigures(cell.shown), values: cell.values.map((value) => ({ ...value, shown: withoutFigures(value.shown) })) }
      : cell,
  );
}

/** A cell among those of its indicator, wording and period. Of several values the smallest counts. */
function familyCell({ values }: PrintedCell, place: number, definition: ProfileData['indicators'][number] | undefined, threshold: number): FamilyCell {
  const people = values.map(({ observation }) => peopleBehind(observation, definition));
  const least = (counts: readonly (number | null)[]) =>
    counts.reduce((least, count) => (least === null || (count !== null && count < least) ? count : least), null);
  const [first] = values;
  return {
    key: String(place),
    family: first ? cellKey({ ...first.observation, areaId: null, breakdown: '' }, definition?.versions ?? []) : '',
    areaId: first?.observation.areaId ?? null,
    breakdown: first?.observation.breakdown.trim().toLocaleLowerCase('en') ?? '',
    counted: least(people.map(({ counted }) => counted)),
    others: least(people.map(({ others }) => others)),
    smallest: Math.max(threshold, definition?.smallestCount ?? 0),
    isHidden: values.some(({ shown }) => shown.isHidden),
  };
}

function cellsByThemselves(data: ProfileData, incidents: ShownIncidents | null): PrintedCell[] {
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const places = new Map(data.indicators.map((indicator, place) => [indicator.code, place]));
  const threshold = data.city.smallNumberThreshold;
  const withValue = data.observations.filter((observation) => observation.value !== null);
  const cells = [...groupBy(withValue, (observation) => cellKey(observation, catalogue.get(observation.indicatorCode)?.versions ?? [])).values()];
  return cells
    .flatMap((cell): PrintedCell[] => {
      const definition = catalogue.get(cell[0]?.indicatorCode ?? '');
      const headline = headlineOf(cell);
      const shown = shownHeadline(headline, definition, threshold);
      if (!shown) return [];
      const values = cell.map((observation): PrintedValue => {
        const value = shownIndicatorValue(observation, definition, threshold);
        return { observation, shown: repeatsHidden(observation, data, incidents) ? withoutFigures(value) : value, state: headline.state };
      });
      const isHidden =
        values.some((value) => value.shown.isHidden) &&
        (headline.figure === null || values.some(({ observation, shown: own }) => own.isHidden && observation.id === headline.figure?.id));
      return [{ indicatorCode: cell[0]?.indicatorCode ?? '', shown: isHidden ? withoutFigures(shown) : shown, state: headline.state, values }];
    })
    .sort((a, b) => (places.get(a.indicatorCode) ?? 1e9) - (places.get(b.indicatorCode) ?? 1e9));
}

function withoutFigures(value: ShownIndicatorValue): ShownIndicatorValue {
  return { ...value, value: null, low: null, high: null, numerator: null, denominator: null, isHidden: true };
}

/**
 * A value that was computed from incidents tells a sum of theirs by year. While nothing is hidden by year and by group, it tells no more than the tables do;
 * offences that it counts together are protected together. Else it is hidden with them.
 */
function repeatsHidden(observation: Observation, data: ProfileData, incidents: ShownIncidents | null): boolean {
  if (!observation.computation?.inputs.some(({ unit }) => unit === 'incidents') || !data.incidents) return false;
  if (!incidents) return true;
  if (incidents.byYear.some((row) => row.isHidden) || incidents.byGroup.some((row) => row.isHidden)) return true;
  const years = observation.year === null ? incidents.years : [observation.year];
  return years.some((year) => incidents.groups.some((group) => incidents.groupYear.why(group, year) !== null));
}
