import type { Insertable, Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import {
  type EvidenceInput,
  type EvidenceItem,
  evidenceItemSchema,
  type Finding,
  type FindingInput,
  findingInputSchema,
  type Validation,
} from '#shared/domain/findings.ts';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { supportOf } from '#shared/methods/evidence-support.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { EvidenceTable, FindingTable } from '../project/schema.ts';
import { listValidations } from './validation/validations.ts';

const emptyFinding: FindingInput = { sentence: '', areaIds: [], groups: [], kind: '', note: '', isRestricted: false };

/** Every finding in the order of entry, with its evidence and how well it stands. */
export function listFindings(project: OpenProject): Finding[] {
  const areas = groupBy(project.all(sql.selectFrom('finding_area').selectAll().orderBy('area_id')), (row) => row.finding_id);
  const evidence = groupBy(
    project.all(sql.selectFrom('evidence').selectAll().where('finding_id', 'is not', null).orderBy('id')),
    (row) => row.finding_id ?? '',
  );
  const validations = groupBy(listValidations(project), (validation) => validation.findingId);
  return project
    .all(sql.selectFrom('finding').selectAll().orderBy('id'))
    .map((row) => readFinding(row, areas.get(row.id) ?? [], evidence.get(row.id) ?? [], validations.get(row.id) ?? []));
}

export function findFinding(project: OpenProject, id: string): Finding {
  const row = project.found(sql.selectFrom('finding').selectAll().where('id', '=', id));
  const areas = project.all(sql.selectFrom('finding_area').select('area_id').where('finding_id', '=', id).orderBy('area_id'));
  const evidence = project.all(sql.selectFrom('evidence').selectAll().where('finding_id', '=', id).orderBy('id'));
  return readFinding(row, areas, evidence, listValidations(project, id));
}

function readFinding(
  row: Selectable<FindingTable>,
  areas: readonly { area_id: string }[],
  evidence: readonly Selectable<EvidenceTable>[],
  validations: Validation[],
): Finding {
  const items = evidence.map(readEvidence);
  return {
    id: row.id,
    sentence: row.sentence,
    areaIds: areas.map((area) => area.area_id),
    groups: JSON.parse(row.resident_groups),
    kind: findingInputSchema.shape.kind.catch('').parse(row.kind),
    note: row.note,
    isRestricted: row.is_restricted === 1,
    evidence: items,
    support: supportOf(items),
    validations,
    withheldCount: 0,
  };
}

/** Adds a finding with its evidence; what is not given stays empty. Returns its id. */
export function addFinding(write: ChangeWriter, input: Partial<FindingInput>, evidence: readonly EvidenceInput[]): string {
  const id = uuidv7();
  const finding = { ...emptyFinding, ...given(input) };
  write.run(sql.insertInto('finding').values({ id, ...findingColumns(finding) }));
  writeFindingAreas(write, id, finding.areaIds);
  for (const item of evidence) addEvidence(write, id, item);
  return id;
}

export function updateFinding(write: ChangeWriter, id: string, input: FindingInput): void {
  write.run(sql.updateTable('finding').set(findingColumns(input)).where('id', '=', id));
  write.run(sql.deleteFrom('finding_area').where('finding_id', '=', id));
  writeFindingAreas(write, id, input.areaIds);
}

function findingColumns({ sentence, groups, kind, note, isRestricted }: FindingInput) {
  return { sentence, resident_groups: JSON.stringify(groups), kind, note, is_restricted: isRestricted ? 1 : 0 };
}

function writeFindingAreas(write: ChangeWriter, findingId: string, areaIds: readonly string[]): void {
  const rows = [...new Set(areaIds)].map((areaId) => ({ finding_id: findingId, area_id: areaId }));
  if (rows.length > 0) write.run(sql.insertInto('finding_area').values(rows));
}

/** Puts an evidence item under a finding, or keeps it for one to come. Returns its id. */
export function addEvidence(write: ChangeWriter, findingId: string | null, input: EvidenceInput): string {
  const id = uuidv7();
  write.run(sql.insertInto('evidence').values({ id, finding_id: findingId, ...evidenceColumns(input) }));
  return id;
}

export function evidenceColumns(input: EvidenceInput): Omit<Insertable<EvidenceTable>, 'id' | 'finding_id'> {
  const { kind, stance, text, source, refId, shown, datasetId, isRestricted } = input;
  const words = { kind, stance, text, source, ref_id: refId, shown: shown ? JSON.stringify(shown) : null };
  return { ...words, dataset_id: datasetId ?? null, is_restricted: isRestricted ? 1 : 0 };
}

/** Evidence items that wait for their finding, newest first. */
export function listWaitingEvidence(project: OpenProject): EvidenceItem[] {
  return project.all(sql.selectFrom('evidence').selectAll().where('finding_id', 'is', null).orderBy('id', 'desc')).map(readEvidence);
}

/** An evidence item and the finding it stands under. */
export function findEvidence(project: OpenProject, id: string): { findingId: string | null; item: EvidenceItem } {
  const row = project.found(sql.selectFrom('evidence').selectAll().where('id', '=', id));
  return { findingId: row.finding_id, item: readEvidence(row) };
}

function readEvidence(row: Selectable<EvidenceTable>): EvidenceItem {
  return evidenceItemSchema.parse({
    ...row,
    refId: row.ref_id,
    shown: row.shown === null ? null : JSON.parse(row.shown),
    datasetId: row.dataset_id,
    isRestricted: row.is_restricted === 1,
  });
}
