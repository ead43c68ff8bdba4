import { supportLevels } from '#shared/domain/findings.ts';
import { approaches } from '#shared/domain/policy.ts';
import type { ReportWriter } from '../report/report-writer.ts';
import { ownerOf } from '../report/sections/policy-section.ts';
import { printedCells } from '../shown-indicators.ts';
import { incidentTables } from './incident-tables.ts';
import type { OpenTable } from './table-schema.ts';

/** Every table of the open data. Nothing of a person, nothing restricted, no text that somebody wrote about somebody: bodies stand under their public names only. */
export function openTables(writer: ReportWriter): OpenTable[] {
  return [
    areas(writer),
    ...incidentTables(writer),
    indicators(writer),
    findings(writer),
    priorities(writer),
    objectives(writer),
    measures(writer),
    sources(writer),
  ].filter(({ rows }) => rows.length > 0);
}

function areas({ data }: ReportWriter): OpenTable {
  return {
    name: 'areas',
    primaryKey: 'area_id',
    fields: [
      { name: 'area_id', type: 'string', isRequired: true, isUnique: true },
      { name: 'code', type: 'string' },
      { name: 'area', type: 'string', isRequired: true },
      { name: 'residents', type: 'number', least: 0 },
      { name: 'residents_year', type: 'year' },
      { name: 'area_km2', type: 'number', least: 0 },
    ],
    rows: data.areas.map((area) => [
      ...[area.id, area.code || null, area.name],
      ...[area.population?.value ?? null, area.population?.year ?? null, area.areaKm2 === null ? null : Math.round(area.areaKm2 * 1000) / 1000],
    ]),
  };
}

/** Values as they are printed: small counts and what repeats a hidden count of incidents are hidden. */
function indicators(writer: ReportWriter): OpenTable {
  const { data } = writer;
  const names = new Map(data.indicators.map(({ code, name, unit }) => [code, { name, unit }]));
  return {
    name: 'indicators',
    fields: [
      { name: 'indicator_code', type: 'string', isRequired: true },
      { name: 'indicator', type: 'string' },
      { name: 'unit', type: 'string' },
      { name: 'area_id', type: 'string' },
      { name: 'area', type: 'string' },
      { name: 'breakdown', type: 'string' },
      { name: 'year', type: 'year' },
      { name: 'value', type: 'number' },
      { name: 'value_low', type: 'number' },
      { name: 'value_high', type: 'number' },
      { name: 'hidden', type: 'boolean', isRequired: true },
      { name: 'quality', type: 'string' },
      { name: 'source', type: 'string' },
    ],
    foreignKeys: [{ field: 'area_id', table: 'areas', of: 'area_id' }],
    rows: printedCells(data, writer.incidents).flatMap(({ values }) =>
      values.map(({ observation, shown }) => {
        const known = observation.areaId !== null && data.areas.some(({ id }) => id === observation.areaId);
        return [
          ...[observation.indicatorCode, names.get(observation.indicatorCode)?.name ?? null, names.get(observation.indicatorCode)?.unit ?? null],
          ...[known ? observation.areaId : null, known ? writer.areaName(observation.areaId) : null, observation.breakdown || null, observation.year],
          ...[shown.value, shown.low, shown.high, shown.isHidden, observation.quality ?? null, observation.source || null],
        ];
      }),
    ),
  };
}

function findings(writer: ReportWriter): OpenTable {
  return {
    name: 'findings',
    primaryKey: 'number',
    fields: [
      { name: 'number', type: 'integer', isRequired: true, isUnique: true, least: 1 },
      { name: 'finding', type: 'string' },
      { name: 'support', type: 'string', isRequired: true, oneOf: [...supportLevels] },
      { name: 'areas', type: 'string' },
    ],
    rows: writer.data.findings.map((finding, place) => [
      place + 1,
      finding.sentence || null,
      finding.support,
      finding.areaIds.map((id) => writer.areaName(id)).join('; ') || null,
    ]),
  };
}

function priorities({ data }: ReportWriter): OpenTable {
  const people = data.vote.decided?.people ?? data.vote.groups.reduce((sum, group) => sum + group.people, 0);
  // A vote of a few people is theirs alone.
  const results = new Map(people < data.city.smallNumberThreshold ? [] : data.vote.results.map((result) => [result.priorityId, result]));
  return {
    name: 'priorities',
    fields: [
      { name: 'priority', type: 'string', isRequired: true },
      { name: 'is_chosen', type: 'boolean', isRequired: true },
      { name: 'votes', type: 'number', least: 0 },
      { name: 'share', type: 'number', least: 0, most: 1 },
      { name: 'rank', type: 'number', least: 1 },
    ],
    rows: data.priorities
      .filter(({ title }) => title.trim() !== '')
      .map((priority) => {
        const result = results.get(priority.id);
        return [priority.title, priority.isChosen, result?.dots ?? null, result?.share ?? null, result?.rank ?? null];
      }),
  };
}

function objectives({ data }: ReportWriter): OpenTable {
  return {
    name: 'objectives',
    primaryKey: 'objective_number',
    fields: [
      { name: 'objective_number', type: 'integer', isRequired: true, isUnique: true, least: 1 },
      { name: 'objective', type: 'string' },
      { name: 'indicator_code', type: 'string' },
      { name: 'baseline', type: 'number' },
      { name: 'target', type: 'number' },
      { name: 'target_on', type: 'string' },
    ],
    rows: data.objectives.map((objective, place) => [
      ...[place + 1, objective.title || null, objective.indicatorCode],
      ...[objective.baselineValue, objective.targetValue, objective.targetOn || null],
    ]),
  };
}

function measures(writer: ReportWriter): OpenTable {
  const { data } = writer;
  const places = new Map(data.objectives.map(({ id }, place) => [id, place + 1]));
  return {
    name: 'measures',
    fields: [
      { name: 'objective_number', type: 'integer', least: 1 },
      { name: 'measure', type: 'string' },
      { name: 'approach', type: 'string', oneOf: [...approaches] },
      { name: 'owner', type: 'string' },
      { name: 'start_year', type: 'year' },
      { name: 'end_year', type: 'year' },
      { name: 'currency', type: 'string' },
      { name: 'cost', type: 'number', least: 0 },
      { name: 'funded', type: 'number', least: 0 },
    ],
    foreignKeys: [{ field: 'objective_number', table: 'objectives', of: 'objective_number' }],
    rows: data.measures.map((measure) => [
      ...[
        places.get(measure.objectiveId) ?? null,
        measure.title || null,
        measure.approach,
        isPublicBody(writer, measure.ownerId) ? ownerOf(writer, measure) : null,
      ],
      ...[measure.startYear, measure.endYear, measure.currency || data.city.currency || null, measure.totalCost, measure.funding],
    ]),
  };
}

/** A stakeholder that is a person in a role may be known by name: it stays out. */
function isPublicBody({ data }: ReportWriter, id: string | null): boolean {
  return data.stakeholders.some((body) => body.id === id && body.kind !== 'person-in-role');
}

function sources({ data }: ReportWriter): OpenTable {
  return {
    name: 'sources',
    fields: [
      { name: 'holds', type: 'string', isRequired: true },
      { name: 'source', type: 'string' },
      { name: 'file', type: 'string' },
      { name: 'licence', type: 'string' },
      { name: 'published_on', type: 'date' },
      { name: 'sha256', type: 'string' },
    ],
    rows: data.datasets.map((dataset) => [
      dataset.kind,
      dataset.source || null,
      dataset.fileName || null,
      dataset.licence || null,
      dataset.publishedOn,
      dataset.sha256 || null,
    ]),
  };
}
