import { v7 as uuidv7 } from 'uuid';
import { type Risk, type RiskInput, riskInputSchema } from '#shared/domain/findings.ts';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { PrintedRisk } from '#shared/domain/risk-meetings.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const emptyRisk: RiskInput = {
  ...{ kind: 'threat', title: '', description: '', origin: 'local', areaIds: [], source: '' },
  ...{ flow: '', route: '', who: '', why: '', confidence: '', actionLevel: '', restrictedNote: '', isRestricted: false },
};

/** Threats and vulnerabilities in the order of entry. */
export function listRisks(project: OpenProject): Risk[] {
  const areas = groupBy(project.all(sql.selectFrom('risk_area').selectAll().orderBy('area_id')), (row) => row.risk_id);
  return project.all(sql.selectFrom('risk').selectAll().orderBy('id')).map(({ id, ...row }) => ({
    id,
    ...riskInputSchema.parse({
      ...row,
      areaIds: (areas.get(id) ?? []).map((area) => area.area_id),
      actionLevel: row.action_level,
      restrictedNote: row.restricted_note,
      isRestricted: row.is_restricted === 1,
    }),
  }));
}

/** What may leave the project: no restricted entries, and of the others no restricted note. */
export function listPrintedRisks(project: OpenProject): PrintedRisk[] {
  return listRisks(project).flatMap(({ restrictedNote: _note, isRestricted, ...risk }) => (isRestricted ? [] : [risk]));
}

export function findRisk(project: OpenProject, id: string): Risk {
  return listRisks(project).find((risk) => risk.id === id) ?? refuse('object/not-found');
}

/** Adds a threat or vulnerability; what is not given stays empty. Returns its id. */
export function addRisk(write: ChangeWriter, input: Partial<RiskInput>): string {
  const id = uuidv7();
  const risk = { ...emptyRisk, ...given(input) };
  write.run(sql.insertInto('risk').values({ id, ...riskColumns(risk) }));
  writeRiskAreas(write, id, risk.areaIds);
  return id;
}

export function updateRisk(write: ChangeWriter, id: string, input: RiskInput): void {
  write.run(sql.updateTable('risk').set(riskColumns(input)).where('id', '=', id));
  write.run(sql.deleteFrom('risk_area').where('risk_id', '=', id));
  writeRiskAreas(write, id, input.areaIds);
}

function riskColumns({ areaIds: _areas, actionLevel, restrictedNote, isRestricted, ...input }: RiskInput) {
  const { kind, title, description, origin, source, flow, route, who, why, confidence } = input;
  return {
    ...{ kind, title, description, origin, source, flow, route, who, why, confidence },
    ...{ action_level: actionLevel, restricted_note: restrictedNote, is_restricted: isRestricted ? 1 : 0 },
  };
}

function writeRiskAreas(write: ChangeWriter, riskId: string, areaIds: readonly string[]): void {
  const rows = [...new Set(areaIds)].map((areaId) => ({ risk_id: riskId, area_id: areaId }));
  if (rows.length > 0) write.run(sql.insertInto('risk_area').values(rows));
}
