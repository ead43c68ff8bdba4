import { given } from '#shared/domain/given.ts';
import type { ObservationInput } from '#shared/domain/indicators.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { computableObservations } from './computable.ts';
import { listIndicators } from './indicator-catalogue.ts';
import { addObservation, findObservation, listObservations, observationColumns } from './observations.ts';

const indicators = procedures.indicators;

/** Whether a value is the one the project's own data give. */
function isComputedValue(project: OpenProject, resources: string, input: Partial<ObservationInput>): boolean {
  if (input.value == null) return false;
  if (input.areaId || input.breakdown) return false;
  return computableObservations(project, resources).some(
    (known) => known.indicatorCode === input.indicatorCode && known.year === (input.year ?? null) && known.value === input.value,
  );
}

export const indicatorProcedures = indicators.router({
  catalogue: indicators.catalogue.handler(({ context, input }) =>
    listIndicators(context.services.folders.resources, context.services.session.current, input.language),
  ),

  observations: indicators.observations.handler(({ context }) => listObservations(openProjectOf(context))),

  add: indicators.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const origin = { isComputed: isComputedValue(project, context.services.folders.resources, input), enteredAt: project.nowText() };
    const params = { name: input.indicatorCode, year: input.year ?? '' };
    const id = project.change({ name: 'indicators.add', params, subjects: ['indicators'] }, (write) => addObservation(write, input, origin));
    return findObservation(project, id);
  }),

  update: indicators.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findObservation(project, input.id);
    const after = { ...before, ...given(input.patch) };
    // Once somebody changes the figure itself it is theirs.
    const isComputed = before.isComputed && after.value === before.value && after.year === before.year && after.indicatorCode === before.indicatorCode;
    const params = { name: after.indicatorCode, year: after.year ?? '', fields: changedFields(input.patch) };
    project.change({ name: 'indicators.update', params, subjects: ['indicators'] }, (write) => {
      write.run(
        sql
          .updateTable('observation')
          .set({ ...observationColumns(after), is_computed: isComputed ? 1 : 0 })
          .where('id', '=', input.id),
      );
    });
    return findObservation(project, input.id);
  }),

  remove: indicators.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findObservation(project, input.id);
    const params = { name: before.indicatorCode, year: before.year ?? '' };
    project.change({ name: 'indicators.remove', params, subjects: ['indicators'] }, (write) => {
      write.run(sql.deleteFrom('observation').where('id', '=', input.id));
    });
  }),

  computable: indicators.computable.handler(({ context }) => computableObservations(openProjectOf(context), context.services.folders.resources)),
});
