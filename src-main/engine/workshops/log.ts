import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type LogEntry, type LogEntryInput, logEntrySchema } from '#shared/domain/workshops.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { LogEntryTable } from '../project/schema.ts';
import { runningSession } from './sessions.ts';

/** A workshop's log, the newest entry first. */
export function listLog(project: OpenProject, workshopId: string): LogEntry[] {
  return project.all(sql.selectFrom('log_entry').selectAll().where('workshop_id', '=', workshopId).orderBy('at', 'desc').orderBy('id', 'desc')).map(readEntry);
}

export function findEntry(project: OpenProject, id: string): LogEntry {
  return readEntry(project.found(sql.selectFrom('log_entry').selectAll().where('id', '=', id)));
}

/** Notes something down: in the session that runs unless said otherwise; what is parked or promised is open until somebody says what became of it. */
export function addEntry(write: ChangeWriter, project: OpenProject, workshopId: string, input: Partial<LogEntryInput>): string {
  const id = uuidv7();
  const { kind = 'note', text = '', reason = '', responsible = '', dueOn = null } = given(input);
  write.run(
    sql.insertInto('log_entry').values({
      id,
      workshop_id: workshopId,
      session_id: input.sessionId === undefined ? sessionNow(project, workshopId) : input.sessionId,
      kind,
      text,
      at: project.nowText(),
      status: input.status ?? (kind === 'parking' || kind === 'commitment' ? 'open' : ''),
      responsible,
      due_on: dueOn,
      reason,
    }),
  );
  return id;
}

export function updateEntry(write: ChangeWriter, before: LogEntry, patch: Partial<LogEntryInput>): void {
  const { sessionId, kind, text, status, reason, responsible, dueOn } = { ...before, ...given(patch) };
  write.run(sql.updateTable('log_entry').set({ session_id: sessionId, kind, text, status, reason, responsible, due_on: dueOn }).where('id', '=', before.id));
}

/** The session that runs, if it is one of this workshop. */
export function sessionNow(project: OpenProject, workshopId: string): string | null {
  const session = runningSession(project);
  return session?.workshopId === workshopId ? session.id : null;
}

function readEntry(row: Selectable<LogEntryTable>): LogEntry {
  return logEntrySchema.parse({ ...row, workshopId: row.workshop_id, sessionId: row.session_id, dueOn: row.due_on });
}
