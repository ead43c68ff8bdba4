import type { Observation } from '#shared/domain/indicators.ts';
import type { MeasureInput, ObjectiveInput } from '#shared/domain/policy.ts';
import type { StakeholderInput } from '#shared/domain/stakeholders.ts';
import type { ReadBackKind } from '../../../exports/workbook/read-back/editable-columns.ts';
import { addObservation, findObservation, observationColumns } from '../../indicators/observations.ts';
import { addMeasure, findMeasure, updateMeasure } from '../../policy/measures.ts';
import { addObjective, findObjective, updateObjective } from '../../policy/objectives.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { addStakeholder, findStakeholder, updateStakeholder } from '../../stakeholders/stakeholders.ts';
import type { ReadBackAction } from './compare-edited.ts';

/** Does what was chosen, everything about one object at once. Patches hold values of their fields: `readCell` made them. */
export function takeChanges(project: OpenProject, write: ChangeWriter, actions: readonly ReadBackAction[]): void {
  const patches = new Map<string, { kind: ReadBackKind; id: string; patch: Record<string, unknown> }>();
  for (const action of actions) {
    if (action.does !== 'patch') continue;
    const known = patches.get(action.id);
    patches.set(action.id, { kind: action.kind, id: action.id, patch: { ...known?.patch, ...action.patch } });
  }
  for (const { kind, id, patch } of patches.values()) patchObject(project, write, kind, id, patch);
  for (const action of actions) {
    if (action.does === 'add') addObject(write, action.kind, action.patch);
    else if (action.does === 'remove') removeObject(write, action.kind, action.id);
  }
}

function patchObject(project: OpenProject, write: ChangeWriter, kind: ReadBackKind, id: string, patch: Record<string, unknown>): void {
  switch (kind) {
    case 'stakeholder':
      updateStakeholder(write, id, { ...findStakeholder(project, id), ...(patch as Partial<StakeholderInput>) });
      return;
    case 'objective':
      updateObjective(write, id, { ...findObjective(project, id), ...(patch as Partial<ObjectiveInput>) });
      return;
    case 'measure':
      updateMeasure(write, findMeasure(project, id), patch as Partial<MeasureInput>);
      return;
    case 'observation': {
      const after = { ...findObservation(project, id), ...(patch as Partial<Observation>) };
      write.run(sql.updateTable('observation').set(observationColumns(after)).where('id', '=', id));
    }
  }
}

function addObject(write: ChangeWriter, kind: ReadBackKind, patch: Readonly<Record<string, unknown>>): void {
  switch (kind) {
    case 'stakeholder':
      addStakeholder(write, patch as Partial<StakeholderInput>);
      return;
    case 'objective':
      addObjective(write, patch as Partial<ObjectiveInput>);
      return;
    case 'measure':
      addMeasure(write, patch as Partial<MeasureInput> & Pick<MeasureInput, 'objectiveId'>);
      return;
    case 'observation':
      addObservation(write, patch as Partial<Observation> & Pick<Observation, 'indicatorCode'>, { isComputed: false, enteredAt: new Date().toISOString() });
  }
}

function removeObject(write: ChangeWriter, kind: ReadBackKind, id: string): void {
  if (kind === 'measure') write.run(sql.deleteFrom('measure').where('id', '=', id));
  if (kind === 'observation') write.run(sql.deleteFrom('observation').where('id', '=', id));
}
