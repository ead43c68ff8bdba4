import { offenceGroups } from '#shared/domain/incidents.ts';
import type { ReportWriter } from '../report/report-writer.ts';
import type { ShownRow } from '../small-numbers.ts';
import type { OpenField, OpenTable } from './table-schema.ts';

const year: OpenField = { name: 'year', type: 'year' };
const group: OpenField = { name: 'offence_group', type: 'string', isRequired: true, oneOf: [...offenceGroups] };
const area: readonly OpenField[] = [
  { name: 'area_id', type: 'string' },
  { name: 'area', type: 'string' },
];
const ofArea = [{ field: 'area_id', table: 'areas', of: 'area_id' }];
const count: readonly OpenField[] = [
  { name: 'incidents', type: 'integer', least: 0 },
  { name: 'hidden', type: 'boolean', isRequired: true },
];
const rate: readonly OpenField[] = [
  { name: 'rate', type: 'number', least: 0 },
  { name: 'rate_low', type: 'number', least: 0 },
  { name: 'rate_high', type: 'number', least: 0 },
];

/**
 * Recorded incidents as the profile and the workbook show them: the same protection, so that no table of one gives away what another hides. Published tables of incidents by day, hour or
 * offence are left to the workbook, which goes to people and not to the world.
 */
export function incidentTables(writer: ReportWriter): OpenTable[] {
  const { incidents } = writer;
  if (!incidents) return [];
  const counted = (row: ShownRow) => [row.count, row.isHidden];
  const rated = (row: ShownRow) => [row.rate, row.low, row.high].map(rounded);
  const named = (areaId: string | null) => [areaId, areaId === null ? null : writer.areaName(areaId)];
  return [
    { name: 'incidents-by-year', fields: [year, ...count, ...rate], rows: incidents.byYear.map((row) => [row.year ?? null, ...counted(row), ...rated(row)]) },
    {
      name: 'incidents-by-group',
      fields: [group, ...count],
      primaryKey: 'offence_group',
      rows: incidents.byGroup.map((row) => [row.group ?? 'other', ...counted(row)]),
    },
    {
      name: 'incidents-by-group-and-year',
      fields: [group, year, ...count],
      rows: incidents.groups.flatMap((name) =>
        incidents.years.map((each) => [name, each, incidents.groupYear.count(name, each), incidents.groupYear.why(name, each) !== null]),
      ),
    },
    ...(incidents.byArea.length === 0
      ? []
      : [
          {
            name: 'incidents-by-area',
            fields: [...area, ...count, ...rate],
            foreignKeys: ofArea,
            rows: incidents.byArea.map((row) => [...named(row.areaId ?? null), ...counted(row), ...rated(row)]),
          },
          {
            name: 'incidents-by-area-and-year',
            fields: [...area, year, ...count],
            foreignKeys: ofArea,
            rows: incidents.areaYear.rows.flatMap((areaId) =>
              incidents.areaYear.columns.map((each) => [
                ...named(areaId),
                each,
                incidents.areaYear.count(areaId, each),
                incidents.areaYear.why(areaId, each) !== null,
              ]),
            ),
          },
        ]),
  ];
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
