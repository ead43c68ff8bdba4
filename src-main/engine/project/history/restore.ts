import { subjects } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import { longDeed } from '../long-deed.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { addSectionStates, otherSectionsAt } from '../texts/past-section-texts.ts';
import { otherTextsAt, projectWith } from '../texts/past-texts.ts';
import { richTextType, textUpdateType } from '../texts/text-columns.ts';
import { editKind } from './change-log.ts';
import { personalTables } from './logged-tables.ts';
import { nameOf } from './object-names.ts';
import { withCompany } from './restore-company.ts';
import { decodeRow, type RowValues } from './row-values.ts';
import { type ObjectState, writeStates, writeStatesInTurns } from './write-states.ts';

/** Which objects to look back at: all, or one. */
interface Scope {
  readonly type: string;
  readonly id: string;
}

/**
 * What has to be written so that the objects are as they stood right after a revision of this file. Walks back over the changes since;
 * objects that were not touched since are left out.
 */
export function statesAt(project: OpenProject, revision: number, scope?: Scope): ObjectState[] {
  let query = sql
    .selectFrom('edit as e')
    .innerJoin('change as c', 'c.revision', 'e.change_revision')
    .innerJoin('object as o', 'o.key', 'e.object_key')
    .select(['o.type', 'o.id', 'e.kind', 'e.before', 'e.after'])
    .where('c.revision', '>', revision)
    .where('c.merge_revision', 'is', null)
    .where('o.type', '<>', textUpdateType)
    .where('e.kind', '<>', editKind.keep);
  if (scope) query = query.where('o.type', '=', scope.type).where('o.id', '=', scope.id);
  const states = new Map<string, { type: string; id: string; values: RowValues | null }>();
  for (const { type, id, kind, before, after } of project.all(query.orderBy('c.revision', 'desc'))) {
    const name = `${type} ${id}`;
    const later = states.get(name);
    // Of what was made and removed in one span of folded history nothing stood there before.
    const values = kind === editKind.tombstone ? null : decodeRow(before);
    // Removed later: what was removed is the whole row, and older values go over it.
    states.set(name, { type, id, values: values === null ? null : after === null ? values : { ...later?.values, ...values } });
  }
  if (!scope || scope.type === 'project') addTexts(project, revision, states);
  if (scope && scope.type !== richTextType) return [...states.values()];
  return addSectionStates(project.reader, [...states.values()], otherSectionsAt(project.reader, revision, scope?.id));
}

function addTexts(project: OpenProject, revision: number, states: Map<string, { type: string; id: string; values: RowValues | null }>): void {
  const texts = otherTextsAt(project.reader, revision);
  if (Object.keys(texts).length === 0) return;
  const state = projectWith(project.reader, texts);
  const name = `${state.type} ${state.id}`;
  states.set(name, { ...state, values: { ...states.get(name)?.values, ...state.values } });
}

/** The whole project as it was right after a revision. Undoable. Refused as `history/no-such-moment`. */
export function restoreProject(project: OpenProject, revision: number, signal?: AbortSignal): Promise<void> {
  const at = momentOf(project, revision);
  const states = statesAt(project, revision).filter(({ type }) => type !== 'snapshot' && type !== 'release');
  return longDeed(
    project,
    { kind: 'restore', name: 'history.restoreProject', params: { at, revision }, subjects },
    (write) => writeStatesInTurns(write.connection, project.loggedTables, states),
    signal,
  );
}

/**
 * One object as it was right after a revision. One that is gone returns with what went along with it, and with what it cannot be without.
 * Undoable. Refused as `history/no-such-moment`.
 */
export function restoreObject(project: OpenProject, scope: Scope, revision: number): void {
  const at = momentOf(project, revision);
  const states = withCompany(project, scope, statesAt(project, revision), statesAt(project, revision, scope));
  // The record of changes names no people.
  const name = personalTables.has(scope.type) ? '' : nameOf(project, scope.type, scope.id);
  project.change({ kind: 'restore', name: 'history.restoreObject', params: { at, name, type: scope.type }, subjects }, (write) => {
    writeStates(write.connection, project.loggedTables, states);
  });
}

/** The newest change of this file that is no later than the revision tells when the moment was. */
function momentOf(project: OpenProject, revision: number): string {
  const row = project.first(
    sql.selectFrom('change').select('at').where('revision', '<=', revision).where('merge_revision', 'is', null).orderBy('revision', 'desc').limit(1),
  );
  return row?.at ?? refuse('history/no-such-moment');
}
