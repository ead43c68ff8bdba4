import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Session, type SessionInput, sessionSchema } from '#shared/domain/workshops.ts';
import type { started } from '#shared/methods/session-clock.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { SessionTable } from '../project/schema.ts';

const emptySession: SessionInput = {
  title: '',
  purpose: '',
  day: 1,
  stage: '',
  task: '',
  minutes: 30,
  plannedStart: '',
  notes: '',
  kind: 'work',
  how: '',
  materials: '',
};

/** A workshop's sessions in the order of the agenda. */
export function listSessions(project: OpenProject, workshopId: string): Session[] {
  return project
    .all(sql.selectFrom('session').selectAll().where('workshop_id', '=', workshopId).orderBy('day').orderBy('position').orderBy('id'))
    .map(readSession);
}

export function findSession(project: OpenProject, id: string): Session {
  return readSession(project.found(sql.selectFrom('session').selectAll().where('id', '=', id)));
}

/** The session that has begun and not ended, in any workshop of the project; undefined when none has. */
export function runningSession(project: OpenProject): Session | undefined {
  const row = project.first(
    sql.selectFrom('session').selectAll().where('started_at', 'is not', null).where('ended_at', 'is', null).orderBy('started_at', 'desc').limit(1),
  );
  return row && readSession(row);
}

/** Adds a session at a place of the agenda. Returns its id. */
export function addSession(write: ChangeWriter, place: { workshopId: string; position: number }, input: Partial<SessionInput>): string {
  const id = uuidv7();
  write.run(
    sql.insertInto('session').values({
      id,
      workshop_id: place.workshopId,
      position: place.position,
      started_at: null,
      ended_at: null,
      paused_at: null,
      ...sessionColumns({ ...emptySession, ...given(input) }),
    }),
  );
  return id;
}

/** The position after the last session of a day, or of the whole agenda. */
export function lastPosition(sessions: readonly Session[]): number {
  return Math.max(0, ...sessions.map((session) => session.position)) + 1;
}

export function updateSession(write: ChangeWriter, before: Session, patch: Partial<SessionInput & { position: number }>): void {
  const after = { ...before, ...given(patch) };
  write.run(
    sql
      .updateTable('session')
      .set({ ...sessionColumns(after), position: after.position })
      .where('id', '=', before.id),
  );
}

/** Keeps what became of a session's timer. */
export function setTimes(write: ChangeWriter, id: string, times: ReturnType<typeof started>): void {
  const { startedAt, endedAt, pausedAt, pausedSeconds } = times;
  write.run(
    sql.updateTable('session').set({ started_at: startedAt, ended_at: endedAt, paused_at: pausedAt, paused_seconds: pausedSeconds }).where('id', '=', id),
  );
}

function sessionColumns(input: SessionInput) {
  const { title, purpose, day, stage, task, minutes, plannedStart, notes, kind, how, materials } = input;
  return { title, purpose, day, stage, task, minutes, planned_start: plannedStart, notes, kind, how, materials };
}

function readSession(row: Selectable<SessionTable>): Session {
  return sessionSchema.parse({
    ...row,
    workshopId: row.workshop_id,
    plannedStart: row.planned_start,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    pausedAt: row.paused_at,
    pausedSeconds: row.paused_seconds,
    addedMinutes: row.added_minutes,
  });
}
