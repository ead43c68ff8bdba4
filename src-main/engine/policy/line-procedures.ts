import { given } from '#shared/domain/given.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addCostLine, updateCostLine } from './cost-lines.ts';
import { addFundingLine, updateFundingLine } from './funding-lines.ts';
import { findMeasure, listMeasures } from './measures.ts';

const policy = procedures.policy;
const subjects = ['policy'] as const;

/** Lines of cost and funding; each procedure answers the measure, computed anew. */
export const lineProcedures = {
  addCostLine: policy.addCostLine.handler(({ context, input: { measureId, ...input } }) => {
    const project = openProjectOf(context);
    const { title } = findMeasure(project, measureId);
    project.change({ name: 'policy.addCostLine', params: { name: title }, subjects }, (write) => addCostLine(write, measureId, input));
    return findMeasure(project, measureId);
  }),

  updateCostLine: policy.updateCostLine.handler(({ context, input: { id, patch } }) => {
    const project = openProjectOf(context);
    const { measure, line } = lineOf(project, id, 'costLines');
    const params = { name: measure.title, fields: changedFields(given(patch)) };
    project.change({ name: 'policy.updateCostLine', params, subjects }, (write) => updateCostLine(write, line, patch));
    return findMeasure(project, measure.id);
  }),

  removeCostLine: policy.removeCostLine.handler(({ context, input: { id } }) => {
    const project = openProjectOf(context);
    const { measure } = lineOf(project, id, 'costLines');
    project.change({ name: 'policy.removeCostLine', params: { name: measure.title }, subjects }, (write) => {
      write.run(sql.deleteFrom('cost_line').where('id', '=', id));
    });
    return findMeasure(project, measure.id);
  }),

  addFundingLine: policy.addFundingLine.handler(({ context, input: { measureId, ...input } }) => {
    const project = openProjectOf(context);
    const { title } = findMeasure(project, measureId);
    const params = { name: title };
    project.change({ name: 'policy.addFundingLine', params, subjects }, (write) => addFundingLine(write, measureId, input));
    return findMeasure(project, measureId);
  }),

  updateFundingLine: policy.updateFundingLine.handler(({ context, input: { id, patch } }) => {
    const project = openProjectOf(context);
    const { measure, line } = lineOf(project, id, 'fundingLines');
    const params = { name: measure.title, fields: changedFields(given(patch)) };
    project.change({ name: 'policy.updateFundingLine', params, subjects }, (write) => updateFundingLine(write, line, patch));
    return findMeasure(project, measure.id);
  }),

  removeFundingLine: policy.removeFundingLine.handler(({ context, input: { id } }) => {
    const project = openProjectOf(context);
    const { measure } = lineOf(project, id, 'fundingLines');
    project.change({ name: 'policy.removeFundingLine', params: { name: measure.title }, subjects }, (write) => {
      write.run(sql.deleteFrom('funding_line').where('id', '=', id));
    });
    return findMeasure(project, measure.id);
  }),
};

function lineOf<Kind extends 'costLines' | 'fundingLines'>(project: OpenProject, id: string, kind: Kind): { measure: Measure; line: Measure[Kind][number] } {
  for (const measure of listMeasures(project)) {
    const lines: readonly Measure[Kind][number][] = measure[kind];
    const line = lines.find((candidate) => candidate.id === id);
    if (line) return { measure, line };
  }
  return refuse('object/not-found');
}
