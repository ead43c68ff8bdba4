import { v7 as uuidv7 } from 'uuid';
import type { Comparison, DifferenceCount, ObjectChange, Snapshot } from '#shared/domain/history.ts';
import { refuse } from '../../refuse.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { readTexts } from '../texts/write-texts.ts';
import { authorOfRequest } from './request-author.ts';
import { statesAt } from './restore.ts';
import { type RowValues, sameValue } from './row-values.ts';
import { readObjectChange } from './timeline.ts';
import { StateWriter } from './write-states.ts';

/** Named states of the project, newest first. */
export function listSnapshots(project: OpenProject): Snapshot[] {
  return project.all(sql.selectFrom('snapshot').selectAll().orderBy('revision', 'desc')).map((row) => ({
    id: row.id,
    name: row.name,
    note: row.note,
    madeAt: row.made_at,
    person: row.person,
    revision: row.revision,
  }));
}

export function findSnapshot(project: OpenProject, id: string): Snapshot {
  return listSnapshots(project).find((snapshot) => snapshot.id === id) ?? refuse('object/not-found');
}

/** Names the state of the project as it is now. */
export function addSnapshot(project: OpenProject, { name, note }: { name: string; note: string }): Snapshot {
  const id = uuidv7();
  project.change({ name: 'history.addSnapshot', params: { name }, subjects: ['project'] }, (write) => {
    write.run(
      sql
        .insertInto('snapshot')
        .values({ id, name, note, made_at: project.nowText(), person: authorOfRequest() ?? project.author.person, revision: write.revision }),
    );
  });
  return findSnapshot(project, id);
}

export function updateSnapshot(project: OpenProject, id: string, values: { name: string; note: string }): Snapshot {
  project.change({ name: 'history.updateSnapshot', params: { name: values.name }, subjects: ['project'] }, (write) => {
    write.run(sql.updateTable('snapshot').set(values).where('id', '=', id));
  });
  return findSnapshot(project, id);
}

export function removeSnapshot(project: OpenProject, id: string): void {
  const { name } = findSnapshot(project, id);
  project.change({ name: 'history.removeSnapshot', params: { name }, subjects: ['project'] }, (write) => {
    write.run(sql.deleteFrom('snapshot').where('id', '=', id));
  });
}

const mostListed = 500;

/** What differs between two moments of this file (revisions; null = now): counts by type, and the objects in words. */
export function compareMoments(project: OpenProject, from: number | null, to: number | null): Comparison {
  const earlier = rowsAt(project, from);
  const later = rowsAt(project, to);
  const reader = new StateWriter(project.reader, project.loggedTables);
  const counts = new Map<string, DifferenceCount>();
  const objects: ObjectChange[] = [];
  let total = 0;
  const order = new Map(project.loggedTables.map(({ name }, index) => [name, index]));
  const touched = [...new Map([...earlier, ...later]).values()].filter(({ type }) => type !== 'snapshot');
  for (const { type, id } of touched.toSorted((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0))) {
    const name = `${type} ${id}`;
    const row = reader.read(type, id);
    const present = row && type === 'project' ? { ...row, ...readTexts(project.reader) } : row;
    const before = whole(present, earlier.get(name));
    const after = whole(present, later.get(name));
    if (before === null && after === null) continue;
    if (before && after && Object.keys(after).every((column) => sameValue(before[column], after[column]))) continue;
    const count = counts.get(type) ?? { type, added: 0, changed: 0, removed: 0 };
    count[before === null ? 'added' : after === null ? 'removed' : 'changed'] += 1;
    counts.set(type, count);
    total += 1;
    if (objects.length < mostListed) objects.push(readObjectChange(project, type, id, before, after));
  }
  return { counts: [...counts.values()], objects, total };
}

interface KnownState {
  readonly type: string;
  readonly id: string;
  readonly values: RowValues | null;
}

/** Objects that were touched since a moment, with what differed from now. */
function rowsAt(project: OpenProject, revision: number | null): Map<string, KnownState> {
  if (revision === null) return new Map();
  return new Map(statesAt(project, revision).map((state) => [`${state.type} ${state.id}`, state]));
}

function whole(present: RowValues | null, state: KnownState | undefined): RowValues | null {
  if (!state) return present;
  return state.values === null ? null : { ...present, ...state.values };
}
