import type { Comparison, DifferenceCount, HistoryEntry, HistorySize, ObjectChange, ObjectMoment, ObjectReference } from '#shared/domain/history.ts';
import type { Subject } from '#shared/domain/project.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { documentOfSection, richTextType, textUpdateType } from '../texts/text-columns.ts';
import { editKind, undoState } from './change-log.ts';
import { linkedNameOf, nameOf, nameOfRow } from './object-names.ts';
import { partsOf } from './related-objects.ts';
import { decodeRow, type RowValues, type SqlValue, sameValue } from './row-values.ts';
import { addSectionMoments, addTextMoments, tellTexts } from './text-changes.ts';

export interface TimelineFilter {
  readonly before?: number | undefined;
  readonly until?: string | undefined;
  readonly limit: number;
  readonly subject?: Subject | undefined;
  readonly person?: string | undefined;
  /** Null = while no session ran. */
  readonly sessionId?: string | null | undefined;
  readonly object?: ObjectReference | undefined;
  readonly mergeRevision?: number | undefined;
}

/** Newest first: what was done in this file, or what came in with one merge. */
export function listChanges(project: OpenProject, filter: TimelineFilter): HistoryEntry[] {
  let query = sql
    .selectFrom('change as c')
    .innerJoin('writer as w', 'w.key', 'c.writer_key')
    .leftJoin('change as t', 't.revision', 'c.target')
    .select(['c.revision', 'c.at', 'c.kind', 'c.name', 'c.params', 'c.subjects', 'c.person', 'c.session_id', 'c.undo_state', 'c.merge_revision'])
    .select(['w.copy_name', 'c.target', 't.name as target_name', 't.params as target_params'])
    .select((eb) => eb.selectFrom('edit as e').whereRef('e.change_revision', '=', 'c.revision').select(eb.fn.countAll<number>().as('n')).as('objects'));
  if (filter.mergeRevision !== undefined) query = query.where('c.merge_revision', '=', filter.mergeRevision).where('c.revision', '<>', filter.mergeRevision);
  else if (!filter.object) query = query.where('c.merge_revision', 'is', null);
  else query = query.where((eb) => eb.or([eb('c.merge_revision', 'is', null), eb('c.merge_revision', '<>', eb.ref('c.revision'))]));
  if (filter.before !== undefined) query = query.where('c.revision', '<', filter.before);
  if (filter.until !== undefined) query = query.where('c.at', '<=', filter.until);
  if (filter.subject) query = query.where('c.subjects', 'like', `%"${filter.subject}"%`);
  if (filter.person !== undefined) query = query.where('c.person', '=', filter.person);
  if (filter.sessionId !== undefined) query = query.where('c.session_id', filter.sessionId === null ? 'is' : '=', filter.sessionId);
  const { object } = filter;
  if (object) {
    // By the object's own entries, not by looking into every change.
    query = query.where('c.revision', 'in', (eb) =>
      eb
        .selectFrom('edit as e')
        .innerJoin('object as o', 'o.key', 'e.object_key')
        .select('e.change_revision')
        .where((or) =>
          or.or([
            or.and([or('o.type', '=', object.type), or('o.id', '=', object.id)]),
            // The project's texts stand in the history update by update.
            ...(object.type === 'project' ? [or('o.type', '=', textUpdateType)] : []),
            ...(object.type === richTextType
              ? [or('o.id', 'in', (texts) => texts.selectFrom('text_update').select('id').where('document', '=', documentOfSection(object.id)))]
              : []),
          ]),
        ),
    );
  }
  return project.all(query.orderBy('c.revision', 'desc').limit(filter.limit)).map((row) => ({
    revision: row.revision,
    at: row.at,
    kind: row.kind as HistoryEntry['kind'],
    name: row.name,
    params: JSON.parse(row.params),
    subjects: JSON.parse(row.subjects),
    person: row.person,
    copyName: row.copy_name,
    sessionId: row.session_id,
    objects: row.objects ?? 0,
    isUndone: row.undo_state === undoState.undone || row.undo_state === undoState.left,
    mergeRevision: row.merge_revision,
    target:
      row.target !== null && row.target_name !== null ? { revision: row.target, name: row.target_name, params: JSON.parse(row.target_params ?? '{}') } : null,
  }));
}

/** Everybody who is named beside a change. */
export function listPeople(project: OpenProject): string[] {
  return project.all(sql.selectFrom('change').select('person').distinct().where('person', '<>', '').orderBy('person')).map(({ person }) => person);
}

/** What a change did: how many objects of each kind, and the first of them field by field. */
export function detailsOf(project: OpenProject, revision: number, limit: number): Comparison {
  const counts = new Map<string, DifferenceCount>();
  const tallies = project.all(
    sql
      .selectFrom('edit as e')
      .innerJoin('object as o', 'o.key', 'e.object_key')
      .select(({ fn }) => ['o.type', 'e.kind', fn.countAll<number>().as('n')])
      .where('e.change_revision', '=', revision)
      .where('e.kind', '<=', editKind.delete)
      .groupBy(['o.type', 'e.kind']),
  );
  for (const { type, kind, n } of tallies) {
    const count = counts.get(type) ?? { type, added: 0, changed: 0, removed: 0 };
    count[kindWords[kind] ?? 'changed'] += n;
    counts.set(type, count);
  }
  const order = new Map(project.loggedTables.map(({ name }, index) => [name, index]));
  const sorted = [...counts.values()].toSorted((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0));
  return tellTexts(project, [revision], {
    counts: sorted,
    objects: project
      .all(editsQuery.where('c.revision', '=', revision).orderBy('o.type').orderBy('o.id').limit(limit))
      .map((row) => readObjectChange(project, row.type, row.id, decodeRow(row.before), decodeRow(row.after))),
    total: tallies.reduce((total, { n }) => total + n, 0),
  });
}

const kindWords: Readonly<Record<number, ObjectChange['kind']>> = { 0: 'added', 1: 'changed', 2: 'removed' };

const mostMoments = 500;

/** The past of one object and of its parts (a stakeholder's ratings), newest first. */
export function momentsOf(project: OpenProject, object: ObjectReference): ObjectMoment[] {
  const moments = [object, ...partsOf(project, object)].flatMap((part) => momentsOfOne(project, part));
  return moments.toSorted((a, b) => b.revision - a.revision).slice(0, mostMoments);
}

function momentsOfOne(project: OpenProject, { type, id }: ObjectReference): ObjectMoment[] {
  const newest = editsQuery.where('o.type', '=', type).where('o.id', '=', id).orderBy('c.revision', 'desc').limit(mostMoments);
  const moments = project.all(newest).map((row) => ({
    ...readObjectChange(project, type, id, decodeRow(row.before), decodeRow(row.after)),
    revision: row.revision,
    at: row.at,
    changeName: row.name,
    params: JSON.parse(row.params),
    person: row.person,
  }));
  if (type === richTextType) return addSectionMoments(project, id, moments);
  return type === 'project' ? addTextMoments(project, moments) : moments;
}

const editsQuery = sql
  .selectFrom('edit as e')
  .innerJoin('object as o', 'o.key', 'e.object_key')
  .innerJoin('change as c', 'c.revision', 'e.change_revision')
  .select(['o.type', 'o.id', 'e.before', 'e.after', 'c.revision', 'c.at', 'c.name', 'c.params', 'c.person'])
  .where('e.kind', '<=', editKind.delete)
  // What a merge did that was set aside when the history was folded is part of no past of this file.
  .where((eb) => eb.or([eb('c.merge_revision', 'is', null), eb('c.merge_revision', '<>', eb.ref('c.revision'))]));

/** Two states of an object in words: which fields differ, and how. */
export function readObjectChange(project: OpenProject, type: string, id: string, before: RowValues | null, after: RowValues | null): ObjectChange {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const identity = project.loggedTables.find(({ name }) => name === type)?.identity ?? [];
  const words = (column: string, value: SqlValue | undefined) => linkedNameOf(project, type, column, value ?? null) ?? textOf(value);
  return {
    type,
    id,
    name: before && after ? nameOf(project, type, id) : nameOfRow(project, type, { ...before, ...after }),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: columns
      .filter((column) => !identity.includes(column) && !sameValue(before?.[column], after?.[column]))
      .map((field) => ({ field, before: words(field, before?.[field]), after: words(field, after?.[field]) })),
  };
}

const longestValue = 2_000;

function textOf(value: SqlValue | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = value instanceof Uint8Array ? `${value.length} B` : String(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

export function sizeOf(project: OpenProject): HistorySize {
  const changes = project.found(sql.selectFrom('change').select(({ fn }) => [fn.countAll<number>().as('n'), fn.min('at').as('firstAt')]));
  const edits = project.reader
    .prepare<[], { n: number; bytes: number }>(
      'SELECT count(*) AS n, ifnull(sum(ifnull(octet_length(before), 0) + ifnull(octet_length(after), 0) + 12), 0) AS bytes FROM edit',
    )
    .get();
  return { changes: changes.n, edits: edits?.n ?? 0, bytes: edits?.bytes ?? 0, firstAt: changes.firstAt };
}
