import type { Comparison, ObjectChange, ObjectMoment } from '#shared/domain/history.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { listTextChanges, projectWith, type TextChange, textChangeAt } from '../texts/past-texts.ts';
import { textColumns, textUpdateType } from '../texts/text-columns.ts';
import { nameOf } from './object-names.ts';

/** Puts what changes wrote into texts in the place of the updates that hold it: as fields of the project, before the first and after the last. */
export function tellTexts(project: OpenProject, revisions: readonly number[], details: Comparison): Comparison {
  const updates = details.counts.find(({ type }) => type === textUpdateType);
  if (!updates) return details;
  const objects = details.objects.filter(({ type }) => type !== textUpdateType);
  const counts = details.counts.filter(({ type }) => type !== textUpdateType);
  const total = details.total - updates.added - updates.changed - updates.removed;
  const written = projectChange(project, changeOver(project, revisions));
  if (written.fields.length === 0) return { counts, objects, total };
  const known = counts.some(({ type }) => type === 'project');
  if (known) return { counts, objects: objects.map((object) => (object.type === 'project' ? united(object, written) : object)), total };
  return { counts: [{ type: 'project', added: 0, changed: 1, removed: 0 }, ...counts], objects: [written, ...objects], total: total + 1 };
}

/** Adds the moments at which the project's texts changed to those of its row, newest first. */
export function addTextMoments(project: OpenProject, moments: readonly ObjectMoment[]): ObjectMoment[] {
  const byRevision = new Map(moments.map((moment) => [moment.revision, moment]));
  for (const change of listTextChanges(project.reader)) {
    const written = projectChange(project, change);
    const known = byRevision.get(change.revision);
    byRevision.set(change.revision, known ? { ...known, ...united(known, written) } : { ...written, ...momentOf(project, change.revision) });
  }
  return [...byRevision.values()].toSorted((a, b) => b.revision - a.revision);
}

function changeOver(project: OpenProject, revisions: readonly number[]): Pick<TextChange, 'before' | 'after'> {
  const changes = revisions.map((revision) => textChangeAt(project.reader, revision, viewOf(project, revision)));
  return { before: Object.assign({}, ...changes.map(({ before }) => before).toReversed()), after: Object.assign({}, ...changes.map(({ after }) => after)) };
}

/** A change of another copy is told as that copy made it. */
function viewOf(project: OpenProject, revision: number): 'own' | 'told' {
  return project.found(sql.selectFrom('change').select('merge_revision').where('revision', '=', revision)).merge_revision === null ? 'own' : 'told';
}

function projectChange(project: OpenProject, { before, after }: Pick<TextChange, 'before' | 'after'>): ObjectChange {
  const { type, id } = projectWith(project.reader, {});
  const fields = textColumns
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field] || null, after: after[field] || null }));
  return { type, id, name: nameOf(project, type, id), kind: 'changed', fields };
}

function united(object: ObjectChange, written: ObjectChange): ObjectChange {
  return { ...object, fields: [...object.fields, ...written.fields] };
}

function momentOf(project: OpenProject, revision: number): Pick<ObjectMoment, 'revision' | 'at' | 'changeName' | 'params' | 'person'> {
  const row = project.found(sql.selectFrom('change').select(['at', 'name', 'params', 'person']).where('revision', '=', revision));
  return { revision, at: row.at, changeName: row.name, params: JSON.parse(row.params), person: row.person };
}
