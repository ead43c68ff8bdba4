import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { createWords } from '#main/exports/words.ts';
import { writeWorkbook } from '#main/exports/workbook/workbook.ts';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { Attacker, type Known, type Sum } from '../../fixtures/attacker.ts';
import { exportContextOf } from '../../fixtures/export-context.ts';
import { inventProfile, offenceIdOf, summariesOf } from '../../fixtures/invented-profile.ts';
import { cases, fc, propertyTimes } from '../../property-cases.ts';

/** Small cities on paper: a reader of the finished workbook, who reads cells and nothing else, tries to work out what is hidden. */

const base = inventProfile();
const context = exportContextOf('en');
const words = createWords(context);
const areaPlaces = [0, 1, 2, 3, null] as const;
const offences: readonly (readonly [string, OffenceGroup])[] = [
  ['Assault', 'violence'],
  ['Domestic violence', 'violence'],
  ['Rape', 'sexual'],
  ['Street robbery', 'theft'],
  ['Pickpocketing and all the rest', 'theft'],
];
const years = [2023, 2024, 2025];
/** 0 = the month is not known. */
const months = [1, 2, 0];
const sensitive = 'Domestic violence';

interface Kind {
  readonly areaPlace: number | null;
  readonly offence: string;
  readonly group: OffenceGroup;
  readonly year: number;
  readonly month: number;
}
const kinds: readonly Kind[] = areaPlaces.flatMap((areaPlace) =>
  offences.flatMap(([offence, group]) => years.flatMap((year) => months.map((month) => ({ areaPlace, offence, group, year, month })))),
);
const sumOf = (is: (kind: Kind) => boolean): Sum => kinds.flatMap((kind, place) => (is(kind) ? [place] : []));

function cityOf(counts: readonly number[]): ProfileData {
  const cells = kinds.flatMap((kind, place) => {
    const count = counts[place] ?? 0;
    return count > 0 ? [{ ...kind, weekday: 1 + (place % 7), hour: place % 24, count }] : [];
  });
  const summaries = summariesOf(cells);
  return { ...base, incidents: { ...summaries, smallest: { ...summaries.smallest, offences: { [offenceIdOf(sensitive)]: 10, [offenceIdOf('Rape')]: 10 } } } };
}

type Cells = readonly (readonly unknown[])[];

/** What the workbook says, as equations. Rates and shares are taken back to counts. */
function readEverything(bytes: Uint8Array): Known[] | null {
  const book = read(bytes, { UTC: true });
  const sheet = (name: string): Cells | null => {
    const found = book.Sheets[name];
    return found ? utils.sheet_to_json<unknown[]>(found, { header: 1, blankrows: false, defval: null }).slice(2) : null;
  };
  const areaYear = sheet('Incidents by area and year');
  const areaGroup = sheet('Incidents by area and group');
  const groups = sheet('Incidents by group');
  const byOffence = sheet('Offences');
  if (!areaYear || !areaGroup || !groups || !byOffence) return null;
  const areaOf = new Map<unknown, (kind: Kind) => boolean>(
    areaPlaces.map((place) => [place === null ? context.t('output.areaNotStated') : base.areas[place]?.name, (kind) => kind.areaPlace === place]),
  );
  const groupOf = new Map<unknown, (kind: Kind) => boolean>(offenceGroups.map((group) => [words.offenceGroup(group), (kind) => kind.group === group]));
  const any = () => true;
  const totals = new Set<unknown>([context.t('output.total'), context.t('output.cityTotal')]);
  const known: Known[] = [];
  const learn = (is: (kind: Kind) => boolean, value: unknown) => {
    if (typeof value === 'number') known.push({ sum: sumOf(is), value: Math.round(value) });
  };
  const learnTable = (table: Cells, rowOf: ReadonlyMap<unknown, (kind: Kind) => boolean>, columnOf: (header: unknown) => ((kind: Kind) => boolean) | null) => {
    const [header = [], ...rows] = table;
    for (const row of rows) {
      const isRow = rowOf.get(row[0]) ?? (totals.has(row[0]) ? any : null);
      if (!isRow) continue;
      for (const [column, value] of row.entries()) {
        const isColumn = column === 0 ? null : columnOf(header[column]);
        if (isColumn) learn((kind) => isRow(kind) && isColumn(kind), value);
      }
    }
  };
  const yearOf = (header: unknown) =>
    header === context.t('workbook.column.allYears') ? any : years.includes(Number(header)) ? (kind: Kind) => kind.year === Number(header) : null;
  learnTable(areaYear, areaOf, yearOf);
  learnTable(groups, groupOf, yearOf);
  learnTable(areaGroup, areaOf, (header) => (header === context.t('output.total') ? any : (groupOf.get(header) ?? null)));
  learnTable(byOffence, new Map(offences.map(([name]) => [name, (kind: Kind) => kind.offence === name])), (header) =>
    header === context.t('output.column.incidents') ? any : null,
  );
  const byMonth = sheet('Incidents by month');
  if (byMonth)
    learnTable(
      byMonth,
      new Map(months.filter(Boolean).map((month) => [context.formats.monthName(month, 'long'), (kind: Kind) => kind.month === month])),
      yearOf,
    );
  const [header = []] = areaYear;
  const rate = header.indexOf(context.t('workbook.column.rate'));
  const people = header.indexOf(context.t('workbook.column.personYears'));
  for (const row of areaYear.slice(1)) {
    if (typeof row[rate] === 'number' && typeof row[people] === 'number') learn(areaOf.get(row[0]) ?? any, (row[rate] * row[people]) / 100_000);
  }
  const all = known.find(({ sum }) => sum.length === kinds.length)?.value ?? 0;
  for (const row of groups.slice(1)) {
    const share = row.at(-1);
    if (typeof share === 'number') learn(groupOf.get(row[0]) ?? any, share * all);
  }
  return known;
}

/** Every figure that somebody might want to know, with the smallest count that may be shown. */
const wanted: readonly { readonly name: string; readonly sum: Sum; readonly threshold: number }[] = [
  ...areaPlaces.map((place) => ({ name: `area ${place}`, sum: sumOf((kind) => kind.areaPlace === place), threshold: 5 })),
  ...years.map((year) => ({ name: `${year}`, sum: sumOf((kind) => kind.year === year), threshold: 5 })),
  ...offences.map(([name, group]) => ({ name, sum: sumOf((kind) => kind.offence === name), threshold: group === 'sexual' || name === sensitive ? 10 : 5 })),
  ...(['violence', 'sexual', 'theft'] as const).flatMap((group) => [
    { name: group, sum: sumOf((kind) => kind.group === group), threshold: group === 'sexual' ? 10 : 5 },
    ...areaPlaces.map((place) => ({
      name: `${group} in area ${place}`,
      sum: sumOf((kind) => kind.group === group && kind.areaPlace === place),
      threshold: group === 'sexual' ? 10 : 5,
    })),
    ...years.map((year) => ({
      name: `${group} in ${year}`,
      sum: sumOf((kind) => kind.group === group && kind.year === year),
      threshold: group === 'sexual' ? 10 : 5,
    })),
  ]),
  ...years.flatMap((year) => [
    ...areaPlaces.map((place) => ({ name: `area ${place} in ${year}`, sum: sumOf((kind) => kind.areaPlace === place && kind.year === year), threshold: 5 })),
    ...months
      .filter(Boolean)
      .map((month) => ({ name: `month ${month} of ${year}`, sum: sumOf((kind) => kind.year === year && kind.month === month), threshold: 5 })),
  ]),
];

describe('a reader of the whole workbook', () => {
  const runs = cases(12);
  it('cannot narrow a small figure below the smallest count that may be shown', async () => {
    const count = fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.integer({ min: 1, max: 4 }), weight: 3 }, fc.integer({ min: 0, max: 40 }));
    const told = { cities: 0, silent: 0, small: 0, equations: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(count, { minLength: kinds.length, maxLength: kinds.length }), fc.integer({ min: 0, max: 3 }), async (all, emptier) => {
        // Some cities are nearly empty, and all have months for most of what happened.
        const counts = all.map((value, place) => (place % 4 < emptier || (kinds[place]?.month === 0 && place % 5 > 0) ? 0 : value));
        const known = readEverything(await writeWorkbook(cityOf(counts), context));
        if (!known) {
          told.silent += 1;
          return;
        }
        told.cities += 1;
        told.equations += known.length;
        const attacker = await Attacker.with(known);
        for (const { name, sum, threshold } of wanted) {
          const value = sum.reduce((total, place) => total + (counts[place] ?? 0), 0);
          if (value === 0 || value >= threshold) continue;
          told.small += 1;
          const { low, high } = attacker.range(sum);
          expect(high - low, `${name}: ${value} lies between ${low} and ${high}`).toBeGreaterThanOrEqual(threshold - 1e-6);
        }
      }),
      { numRuns: runs },
    );
    expect(told.small).toBeGreaterThan(0);
    if (propertyTimes > 1) console.info(told);
  }, 900_000);
});
