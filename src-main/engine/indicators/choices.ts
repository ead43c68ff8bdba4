import type { ChoiceEffect, Observation } from '#shared/domain/indicators.ts';
import { cellKey, headlineIfChosen, headlineOf } from '#shared/methods/indicator-headline.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { definitionFacts } from './definition-facts.ts';
import { listMonitorSlots } from './monitor.ts';
import { findObservation, listObservations } from './observations.ts';

/** All values of the cell that this one is in. */
export function cellOf(project: OpenProject, resourcesFolder: string, id: string): { one: Observation; cell: Observation[] } {
  const one = findObservation(project, id);
  const facts = definitionFacts(project, resourcesFolder);
  const { versions } = facts(one.indicatorCode);
  const key = cellKey(one, versions);
  const cell = listObservations(project).filter((other) => other.indicatorCode === one.indicatorCode && cellKey(other, versions) === key);
  return { one, cell };
}

/** What the headline says before and after, and what hangs on it. */
export function choiceEffect(project: OpenProject, resourcesFolder: string, id: string): ChoiceEffect {
  const { one, cell } = cellOf(project, resourcesFolder, id);
  const before = headlineOf(cell);
  const after = headlineIfChosen(cell, id);
  const difference = before.value === null || after.value === null ? null : after.value - before.value;
  return {
    before: { value: before.value, low: before.low, high: before.high },
    after: after.value,
    difference,
    usedBy: usedBy(
      project,
      resourcesFolder,
      one,
      cell.map((value) => value.id),
    ),
    isPrinted: true,
  };
}

function usedBy(project: OpenProject, resourcesFolder: string, one: Observation, ids: readonly string[]): ChoiceEffect['usedBy'] {
  const findings = project.all(
    sql
      .selectFrom('evidence as e')
      .innerJoin('finding as f', 'f.id', 'e.finding_id')
      .select(['f.id', 'f.sentence'])
      .where('e.ref_id', 'in', [...ids])
      .distinct()
      .orderBy('f.id'),
  );
  const measures = project.all(sql.selectFrom('measure').select(['id', 'title']).where('indicator_code', '=', one.indicatorCode).orderBy('id'));
  const targets = project.all(
    sql
      .selectFrom('indicator_target')
      .select(['id', 'target_year'])
      .where('indicator_code', '=', one.indicatorCode)
      .where('breakdown', '=', one.breakdown)
      .where('area_id', one.areaId === null ? 'is' : '=', one.areaId)
      .orderBy('id'),
  );
  const slots = listMonitorSlots(project, resourcesFolder).filter((slot) => slot.indicatorCodes.includes(one.indicatorCode));
  return [
    ...findings.map((row) => ({ kind: 'finding' as const, id: row.id, name: row.sentence })),
    ...measures.map((row) => ({ kind: 'measure' as const, id: row.id, name: row.title })),
    ...targets.map((row) => ({ kind: 'target' as const, id: row.id, name: String(row.target_year ?? '') })),
    ...slots.map((slot) => ({ kind: 'monitor' as const, id: slot.slot, name: slot.name || slot.slot })),
  ];
}

/** Marks one value of its cell and unmarks the others: one choice a cell, with its reason. */
export function writeChoice(write: ChangeWriter, cell: readonly Observation[], chosenId: string | null, reason: string): void {
  for (const value of cell) {
    const isChosen = value.id === chosenId;
    if (!isChosen && !value.isChosen && value.choiceReason === '') continue;
    write.run(
      sql
        .updateTable('observation')
        .set({ is_chosen: isChosen ? 1 : 0, choice_reason: isChosen ? reason : '' })
        .where('id', '=', value.id),
    );
  }
}
