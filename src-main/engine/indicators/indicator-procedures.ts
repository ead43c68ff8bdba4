import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { emptyOwnDefinition } from '#shared/domain/indicators.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { cellOf, choiceEffect, writeChoice } from './choices.ts';
import { computableObservations, computeIndicators, matchingComputable, staleValues } from './computable.ts';
import { definitionFacts } from './definition-facts.ts';
import { listIndicators, loadCatalogue } from './indicator-catalogue.ts';
import { findKnowledge, listKnowledge, writeKnowledge } from './knowledge.ts';
import { listMonitorNotes, listMonitorSlots, writeMonitorSlot } from './monitor.ts';
import { addObservation, emptyObservation, findObservation, listObservations, observationColumns } from './observations.ts';
import { findOwnIndicator, listOwnIndicators } from './own-indicators.ts';
import { addTarget, findTarget, listTargets, targetFrom } from './targets.ts';
import { workedOut } from './worked-out.ts';

const indicators = procedures.indicators;

export const indicatorProcedures = indicators.router({
  catalogue: indicators.catalogue.handler(({ context, input }) =>
    listIndicators(context.services.folders.resources, context.services.session.current, input.language),
  ),

  observations: indicators.observations.handler(({ context }) => listObservations(openProjectOf(context))),

  add: indicators.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { resources } = context.services.folders;
    const match = matchingComputable(project, resources, input);
    const facts = definitionFacts(project, resources)(input.indicatorCode);
    const draft = match ? input : workedOut(null, { ...emptyObservation, ...given(input), indicatorCode: input.indicatorCode }, facts);
    const origin = { isComputed: match !== undefined, enteredAt: project.nowText(), computation: match?.facts ?? null };
    const params = { name: input.indicatorCode, year: input.year ?? '' };
    const id = project.change({ name: 'indicators.add', params, subjects: ['indicators'] }, (write) => addObservation(write, draft, origin));
    return findObservation(project, id);
  }),

  update: indicators.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { resources } = context.services.folders;
    const before = findObservation(project, input.id);
    const patched = { ...before, ...given(input.patch) };
    const after = workedOut(before, patched, definitionFacts(project, resources)(patched.indicatorCode));
    const isSameFigure = after.value === before.value && after.year === before.year && after.indicatorCode === before.indicatorCode;
    const match = before.isComputed && !isSameFigure ? matchingComputable(project, resources, after) : undefined;
    // Once somebody changes the figure itself it is theirs; brought up to date with the data it stays computed.
    const isComputed = (before.isComputed && isSameFigure) || match !== undefined;
    const computation = match ? JSON.stringify(match.facts) : isComputed && before.computation ? JSON.stringify(before.computation) : null;
    const params = { name: after.indicatorCode, year: after.year ?? '', fields: changedFields(input.patch) };
    project.change({ name: 'indicators.update', params, subjects: ['indicators'] }, (write) => {
      write.run(
        sql
          .updateTable('observation')
          .set({ ...observationColumns(after), is_computed: isComputed ? 1 : 0, computation })
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
  gaps: indicators.gaps.handler(({ context }) => [...computeIndicators(openProjectOf(context), context.services.folders.resources).gaps]),
  stale: indicators.stale.handler(({ context }) => staleValues(openProjectOf(context), context.services.folders.resources)),

  choiceEffect: indicators.choiceEffect.handler(({ context, input }) => choiceEffect(openProjectOf(context), context.services.folders.resources, input.id)),

  choose: indicators.choose.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { one, cell } = cellOf(project, context.services.folders.resources, input.id);
    const params = { name: one.indicatorCode, year: one.year ?? '' };
    project.change({ name: 'indicators.choose', params, subjects: ['indicators'] }, (write) => writeChoice(write, cell, input.id, input.reason));
  }),

  unchoose: indicators.unchoose.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { one, cell } = cellOf(project, context.services.folders.resources, input.id);
    const params = { name: one.indicatorCode, year: one.year ?? '' };
    project.change({ name: 'indicators.unchoose', params, subjects: ['indicators'] }, (write) => writeChoice(write, cell, null, ''));
  }),

  knowledge: indicators.knowledge.handler(({ context }) => listKnowledge(openProjectOf(context))),

  setKnowledge: indicators.setKnowledge.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findKnowledge(project, input.indicatorCode), ...given(input.patch) };
    const params = { name: input.indicatorCode, fields: changedFields(input.patch) };
    project.change({ name: 'indicators.setKnowledge', params, subjects: ['indicators'] }, (write) => writeKnowledge(write, after));
    return after;
  }),

  targets: indicators.targets.handler(({ context }) => listTargets(openProjectOf(context))),

  addTarget: indicators.addTarget.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { baselineId, ...wish } = input;
    const target = targetFrom(project, context.services.folders.resources, baselineId, wish);
    const params = { name: target.indicatorCode };
    project.change({ name: 'indicators.addTarget', params, subjects: ['indicators'] }, (write) => addTarget(write, target));
    return target;
  }),

  updateTarget: indicators.updateTarget.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findTarget(project, input.id), ...given(input.patch) };
    const params = { name: after.indicatorCode, fields: changedFields(input.patch) };
    project.change({ name: 'indicators.updateTarget', params, subjects: ['indicators'] }, (write) => {
      write.run(
        sql
          .updateTable('indicator_target')
          .set({ target_value: after.targetValue, target_year: after.targetYear, reason: after.reason })
          .where('id', '=', input.id),
      );
    });
    return after;
  }),

  removeTarget: indicators.removeTarget.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { indicatorCode } = findTarget(project, input.id);
    project.change({ name: 'indicators.removeTarget', params: { name: indicatorCode }, subjects: ['indicators'] }, (write) => {
      write.run(sql.deleteFrom('indicator_target').where('id', '=', input.id));
    });
  }),

  addOwn: indicators.addOwn.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const shipped = loadCatalogue(context.services.folders.resources).indicators.find((entry) => entry.code === input.code);
    const isTaken = (shipped && !shipped.isSlot) || listOwnIndicators(project).some((own) => own.code === input.code);
    if (isTaken) refuse('indicator/code-taken', { code: input.code });
    const definition = { ...emptyOwnDefinition, ...given(input.definition) };
    const id = uuidv7();
    const params = { name: definition.name || input.code };
    project.change({ name: 'indicators.addOwn', params, subjects: ['indicators'] }, (write) => {
      write.run(sql.insertInto('own_indicator').values({ id, code: input.code, definition: JSON.stringify(definition) }));
    });
    return { id, code: input.code };
  }),

  own: indicators.own.handler(({ context, input }) => findOwnIndicator(openProjectOf(context), input.id)),

  updateOwn: indicators.updateOwn.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findOwnIndicator(project, input.id);
    const definition = { ...before.definition, ...given(input.patch) };
    const params = { name: definition.name || before.code };
    project.change({ name: 'indicators.updateOwn', params, subjects: ['indicators'] }, (write) => {
      write.run(
        sql
          .updateTable('own_indicator')
          .set({ definition: JSON.stringify(definition) })
          .where('id', '=', input.id),
      );
    });
  }),

  removeOwn: indicators.removeOwn.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findOwnIndicator(project, input.id);
    project.change({ name: 'indicators.removeOwn', params: { name: before.definition.name || before.code }, subjects: ['indicators'] }, (write) => {
      write.run(sql.deleteFrom('own_indicator').where('id', '=', input.id));
    });
  }),

  monitor: indicators.monitor.handler(({ context }) => listMonitorSlots(openProjectOf(context), context.services.folders.resources)),

  setSlot: indicators.setSlot.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { resources } = context.services.folders;
    const before = listMonitorSlots(project, resources).find((slot) => slot.slot === input.slot) ?? refuse('object/not-found');
    const after = { ...before, ...given(input.patch) };
    project.change({ name: 'indicators.setSlot', params: { name: input.slot }, subjects: ['indicators'] }, (write) => writeMonitorSlot(write, after));
    return listMonitorSlots(project, resources).find((slot) => slot.slot === input.slot) ?? before;
  }),

  monitorNotes: indicators.monitorNotes.handler(({ context }) => listMonitorNotes(openProjectOf(context))),

  setMonitorNote: indicators.setMonitorNote.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'indicators.setMonitorNote', params: { name: input.question }, subjects: ['indicators'] }, (write) => {
      write.run(
        sql
          .insertInto('monitor_note')
          .values(input)
          .onConflict((conflict) => conflict.column('question').doUpdateSet({ text: input.text })),
      );
    });
  }),
});
