import type { Comparison, ObjectChange, ObjectMoment } from '#shared/domain/history.ts';
import { blocksOf, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { revisionsOfSection, sectionAt, sectionsChangedAt } from '../texts/past-section-texts.ts';
import { listTextChanges, type PastView, projectWith, type TextChange, textChangeAt } from '../texts/past-texts.ts';
import { richTextType, textColumns, textUpdateType } from '../texts/text-columns.ts';
import { nameOf } from './object-names.ts';

/** Puts what changes wrote into texts in the place of the updates that hold it: as fields of what the text belongs to, before the first and after the last. */
export function tellTexts(project: OpenProject, revisions: readonly number[], details: Comparison): Comparison {
  const updates = details.counts.find(({ type }) => type === textUpdateType);
  if (!updates) return details;
  const written = [projectChange(project, changeOver(project, revisions)), ...sectionChanges(project, revisions)].filter(({ fields }) => fields.length > 0);
  const others = {
    counts: details.counts.filter(({ type }) => type !== textUpdateType),
    objects: details.objects.filter(({ type }) => type !== textUpdateType),
    total: details.total - updates.added - updates.changed - updates.removed,
  };
  return written.reduce(addChange, others);
}

/** Beside the fields of its row where that changed too. A text that came with its row, or went with it, is told by the row. */
function addChange({ counts, objects, total }: Comparison, written: ObjectChange): Comparison {
  const known = objects.find(({ type, id }) => type === written.type && id === written.id);
  if (known) return { counts, objects: objects.map((object) => (object === known ? united(object, written) : object)), total };
  const count = counts.find(({ type }) => type === written.type) ?? { type: written.type, added: 0, changed: 0, removed: 0 };
  const more = { ...count, changed: count.changed + 1 };
  return { counts: [more, ...counts.filter((other) => other !== count)], objects: [written, ...objects], total: total + 1 };
}

function sectionChanges(project: OpenProject, revisions: readonly number[]): ObjectChange[] {
  const { reader } = project;
  const [first, last] = [revisions[0], revisions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ids = [...new Set(revisions.flatMap((revision) => sectionsChangedAt(reader, revision)))];
  return ids.map((id) => sectionChange(project, id, { first, last, view: viewOf(project, last) }));
}

function sectionChange(project: OpenProject, id: string, { first, last, view }: { first: number; last: number; view: PastView }): ObjectChange {
  const [before, after] = [first - 1, last].map((revision) => plainTextOf(blocksOf(sectionAt(project.reader, id, revision, view))) || null);
  const fields = before === after ? [] : [{ field: 'plain_text', before: before ?? null, after: after ?? null }];
  return { type: richTextType, id, name: nameOf(project, richTextType, id), kind: 'changed', fields };
}

/** Adds the moments at which a section's text changed to those of its row, newest first. */
export function addSectionMoments(project: OpenProject, id: string, moments: readonly ObjectMoment[]): ObjectMoment[] {
  const byRevision = new Map(moments.map((moment) => [moment.revision, moment]));
  for (const revision of revisionsOfSection(project.reader, id)) {
    const written = sectionChange(project, id, { first: revision, last: revision, view: 'own' });
    const known = byRevision.get(revision);
    byRevision.set(revision, known ? { ...known, ...united(known, written) } : { ...written, ...momentOf(project, revision) });
  }
  return [...byRevision.values()].toSorted((a, b) => b.revision - a.revision);
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
function viewOf(project: OpenProject, revision: number): PastView {
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
