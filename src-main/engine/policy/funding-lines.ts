import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { type FundingLine, type FundingLineInput, fundingLineSchema } from '#shared/domain/plan-costs.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { nextPosition } from './positions.ts';

const emptyLine: FundingLineInput = {
  ...{ kind: 'own', source: '', stakeholderId: null, amount: null, firstYear: null, lastYear: null, status: null },
};

export function fundingLinesByMeasure(project: OpenProject): Map<string, FundingLine[]> {
  const rows = project.all(sql.selectFrom('funding_line').selectAll().orderBy('position').orderBy('id')).map((row) => ({
    measureId: row.measure_id,
    line: fundingLineSchema.parse({
      ...{ id: row.id, kind: row.kind, source: row.source, stakeholderId: row.stakeholder_id, amount: row.amount },
      ...{ firstYear: row.first_year, lastYear: row.last_year, status: row.status || null },
    }),
  }));
  return new Map([...groupBy(rows, ({ measureId }) => measureId)].map(([id, own]) => [id, own.map(({ line }) => line)]));
}

export function addFundingLine(write: ChangeWriter, measureId: string, input: Partial<FundingLineInput>): string {
  const id = uuidv7();
  const line = { ...emptyLine, ...given(input) };
  write.run(sql.insertInto('funding_line').values({ id, measure_id: measureId, position: nextPosition(write, 'funding_line'), ...lineColumns(line) }));
  return id;
}

export function updateFundingLine(write: ChangeWriter, before: FundingLine, patch: Partial<FundingLineInput>): void {
  write.run(
    sql
      .updateTable('funding_line')
      .set(lineColumns({ ...before, ...given(patch) }))
      .where('id', '=', before.id),
  );
}

function lineColumns({ kind, source, stakeholderId, amount, firstYear, lastYear, status }: FundingLineInput) {
  return { kind, source, stakeholder_id: stakeholderId, amount, first_year: firstYear, last_year: lastYear, status: status ?? '' };
}
