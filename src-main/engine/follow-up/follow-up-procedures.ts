import { shorten } from '../findings/shorten.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addActual, findActual, titleOfFollowed, updateActual } from './actuals.ts';
import { answerProcedures } from './answer-procedures.ts';
import { addCommitment, findCommitment, listCommitments, openPromises, takePromises, updateCommitment } from './commitments.ts';
import { followedIndicators } from './progress.ts';
import { addReport, findReport, measuresProgress, removeReport, updateReport } from './reports.ts';
import { scoreProcedures } from './score-procedures.ts';

const { followUp } = procedures;
const subjects = ['follow-up'] as const;
/** A report also says the measure's status in the plan. */
const withPlan = ['follow-up', 'policy'] as const;

/** What became of the plan: figures, measures, promises, and what the city answers. */
export const followUpProcedures = followUp.router({
  progress: followUp.progress.handler(({ context }) => followedIndicators(openProjectOf(context), context.services.folders.resources)),

  addActual: followUp.addActual.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const name = shorten(titleOfFollowed(project, { objectiveId: input.objectiveId ?? null, measureId: input.measureId ?? null }));
    const id = project.change({ name: 'followUp.addActual', params: { name }, subjects }, (write) => addActual(write, project, input));
    return findActual(project, id);
  }),

  updateActual: followUp.updateActual.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findActual(project, input.id);
    const params = { name: shorten(titleOfFollowed(project, before)), fields: changedFields(input.patch) };
    project.change({ name: 'followUp.updateActual', params, subjects }, (write) => updateActual(write, before, input.patch));
    return findActual(project, input.id);
  }),

  removeActual: followUp.removeActual.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const name = shorten(titleOfFollowed(project, findActual(project, input.id)));
    project.change({ name: 'followUp.removeActual', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('actual_value').where('id', '=', input.id));
    });
  }),

  measures: followUp.measures.handler(({ context }) => measuresProgress(openProjectOf(context))),

  addReport: followUp.addReport.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: titleOfFollowed(project, { measureId: input.measureId, objectiveId: null }) };
    const id = project.change({ name: 'followUp.addReport', params, subjects: withPlan }, (write) => addReport(write, project, input));
    return findReport(project, id);
  }),

  updateReport: followUp.updateReport.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findReport(project, input.id);
    const params = { name: titleOfFollowed(project, { measureId: before.measureId, objectiveId: null }), fields: changedFields(input.patch) };
    project.change({ name: 'followUp.updateReport', params, subjects: withPlan }, (write) => updateReport(write, project, before, input.patch));
    return findReport(project, input.id);
  }),

  removeReport: followUp.removeReport.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findReport(project, input.id);
    const params = { name: titleOfFollowed(project, { measureId: before.measureId, objectiveId: null }) };
    project.change({ name: 'followUp.removeReport', params, subjects: withPlan }, (write) => removeReport(write, project, before));
  }),

  commitments: followUp.commitments.handler(({ context }) => listCommitments(openProjectOf(context))),

  addCommitment: followUp.addCommitment.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: shorten(input.text ?? '') };
    const id = project.change({ name: 'followUp.addCommitment', params, subjects }, (write) => addCommitment(write, input));
    return findCommitment(project, id);
  }),

  updateCommitment: followUp.updateCommitment.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findCommitment(project, input.id);
    const params = { name: shorten(input.patch.text ?? before.text), fields: changedFields(input.patch) };
    project.change({ name: 'followUp.updateCommitment', params, subjects }, (write) => updateCommitment(write, project, before, input.patch));
    return findCommitment(project, input.id);
  }),

  removeCommitment: followUp.removeCommitment.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: shorten(findCommitment(project, input.id).text) };
    project.change({ name: 'followUp.removeCommitment', params, subjects }, (write) => {
      write.run(sql.deleteFrom('commitment').where('id', '=', input.id));
    });
  }),

  promises: followUp.promises.handler(({ context }) => openPromises(openProjectOf(context))),

  takePromises: followUp.takePromises.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const wanted = new Set(input.logEntryIds);
    const chosen = openPromises(project).filter(({ logEntryId }) => wanted.has(logEntryId));
    if (chosen.length === 0) refuse('object/not-found');
    project.change({ name: 'followUp.takePromises', params: { count: chosen.length }, subjects }, (write) => takePromises(write, project, chosen));
    return { count: chosen.length };
  }),

  ...answerProcedures,
  ...scoreProcedures,
});
