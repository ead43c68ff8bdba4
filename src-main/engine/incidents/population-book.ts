import { groupBy } from '#shared/domain/group-by.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

interface YearValue {
  readonly year: number | null;
  readonly value: number;
}

/** Share of each year that is counted: 1 for a whole one. */
export type YearWeights = ReadonlyMap<number, number>;

/**
 * Residents of areas by year. The figure nearest to a year counts, of two equally near ones the newer; one without a year stands
 * for every year that has none better. Where only parts are known (all ages, both sexes) their sum is the total; one sex alone is none.
 */
export class PopulationBook {
  readonly #byArea: ReadonlyMap<number, readonly YearValue[]>;

  constructor(project: OpenProject) {
    const rows = project.all(sql.selectFrom('population').select(['area_key', 'year', 'sex', 'age_band', 'value']));
    this.#byArea = new Map([...groupBy(rows, (row) => row.area_key)].map(([area, own]) => [area, yearTotals(own)]));
  }

  has(areaKey: number): boolean {
    return (this.#byArea.get(areaKey)?.length ?? 0) > 0;
  }

  /** The figure of just this year; null = the newest. Null where there is none. */
  figure(areaKey: number, year: number | null): number | null {
    const known = this.#byArea.get(areaKey) ?? [];
    if (year !== null) return known.find((entry) => entry.year === year)?.value ?? null;
    return known.reduce<YearValue | undefined>((best, entry) => ((entry.year ?? 0) > (best?.year ?? -1) ? entry : best), undefined)?.value ?? null;
  }

  /** Residents in the year; null where nothing is known about the area. */
  residents(areaKey: number, year: number): number | null {
    const known = this.#byArea.get(areaKey);
    if (!known) return null;
    let best: YearValue | undefined;
    for (const entry of known) if (!best || isNearer(entry, best, year)) best = entry;
    return best?.value ?? null;
  }

  /** Sum of the residents over areas and years; null where no area has a figure or no year is known. Areas without a figure add nothing. */
  personYears(areaKeys: Iterable<number>, years: YearWeights): number | null {
    let sum: number | null = null;
    for (const areaKey of areaKeys) {
      for (const [year, weight] of years) {
        const residents = this.residents(areaKey, year);
        if (residents !== null) sum = (sum ?? 0) + residents * weight;
      }
    }
    return sum;
  }
}

function isNearer(entry: YearValue, best: YearValue, year: number): boolean {
  if (entry.year === null) return false;
  if (best.year === null) return true;
  const difference = Math.abs(entry.year - year) - Math.abs(best.year - year);
  return difference < 0 || (difference === 0 && entry.year > best.year);
}

function yearTotals(rows: readonly { year: number | null; sex: string; age_band: string; value: number }[]): YearValue[] {
  return [...groupBy(rows, (row) => row.year)].flatMap(([year, own]) => {
    const pick = (isWanted: (row: (typeof own)[number]) => boolean) => own.filter(isWanted);
    const candidates = [
      pick((row) => row.sex === 'all' && row.age_band === ''),
      pick((row) => row.sex === 'all' && row.age_band !== ''),
      pick((row) => row.sex !== 'all' && row.age_band === ''),
      pick((row) => row.sex !== 'all' && row.age_band !== ''),
    ];
    const best = candidates.find((rowsOfKind) => rowsOfKind.length > 0) ?? [];
    const sexes = new Set(best.map((row) => row.sex));
    const isWhole = sexes.has('all') || (sexes.has('female') && sexes.has('male'));
    return isWhole ? [{ year, value: best.reduce((sum, row) => sum + row.value, 0) }] : [];
  });
}
