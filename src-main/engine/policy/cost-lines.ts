import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { type CostLineInput, costLineInputSchema } from '#shared/domain/plan-costs.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { nextPosition } from './positions.ts';

const emptyLine: CostLineInput = {
  ...{ title: '', kind: 'capital', unit: '', unitCost: null, quantity: null, firstYear: null, lastYear: null, source: '' },
};
type StoredLine = CostLineInput & { id: string };

export function costLinesByMeasure(project: OpenProject): Map<string, StoredLine[]> {
  const rows = project.all(sql.selectFrom('cost_line').selectAll().orderBy('position').orderBy('id')).map((row) => ({
    measureId: row.measure_id,
    line: {
      id: row.id,
      ...costLineInputSchema.parse({
        ...{ title: row.title, kind: row.kind, unit: row.unit, unitCost: row.unit_cost, quantity: row.quantity },
        ...{ firstYear: row.first_year, lastYear: row.last_year, source: row.source },
      }),
    },
  }));
  return new Map([...groupBy(rows, ({ measureId }) => measureId)].map(([id, own]) => [id, own.map(({ line }) => line)]));
}

export function addCostLine(write: ChangeWriter, measureId: string, input: Partial<CostLineInput>): string {
  const id = uuidv7();
  const line = { ...emptyLine, ...given(input) };
  write.run(sql.insertInto('cost_line').values({ id, measure_id: measureId, position: nextPosition(write, 'cost_line'), ...lineColumns(line) }));
  return id;
}

export function updateCostLine(write: ChangeWriter, before: StoredLine, patch: Partial<CostLineInput>): void {
  write.run(
    sql
      .updateTable('cost_line')
      .set(lineColumns({ ...before, ...given(patch) }))
      .where('id', '=', before.id),
  );
}

function lineColumns({ title, kind, unit, unitCost, quantity, firstYear, lastYear, source }: CostLineInput) {
  return { title, kind, unit, unit_cost: unitCost, quantity, first_year: firstYear, last_year: lastYear, source };
}
