import type { Session } from '../domain/workshops.ts';

/** The instants of a session's timer, as they are kept; everything else follows from them and the present moment. */
export type SessionTimes = Pick<Session, 'startedAt' | 'endedAt' | 'pausedAt' | 'pausedSeconds' | 'minutes' | 'addedMinutes'>;

/** `waiting` not begun, `running`, `paused`, `ended`. */
export type SessionState = 'waiting' | 'running' | 'paused' | 'ended';

export interface SessionClock {
  readonly state: SessionState;
  /** Seconds worked, pauses left out. */
  readonly elapsedSeconds: number;
  /** Seconds left of the planned and added minutes; negative = over time. */
  readonly leftSeconds: number;
  readonly totalSeconds: number;
}

export function sessionStateOf(times: SessionTimes): SessionState {
  if (!times.startedAt) return 'waiting';
  if (times.endedAt) return 'ended';
  return times.pausedAt ? 'paused' : 'running';
}

/** Where a session's timer stands at an instant (milliseconds since 1970). Computed from stored instants, so it goes on through a restart. */
export function sessionClock(times: SessionTimes, now: number): SessionClock {
  const state = sessionStateOf(times);
  const totalSeconds = (times.minutes + times.addedMinutes) * 60;
  const elapsedSeconds = times.startedAt ? Math.max(0, (stopOf(times, now) - Date.parse(times.startedAt)) / 1000 - times.pausedSeconds) : 0;
  return { state, elapsedSeconds, leftSeconds: totalSeconds - elapsedSeconds, totalSeconds };
}

function stopOf(times: SessionTimes, now: number): number {
  const stopped = [times.endedAt, times.pausedAt].flatMap((at) => (at ? [Date.parse(at)] : []));
  return stopped.length > 0 ? Math.min(...stopped) : now;
}

type KeptTimes = Pick<Session, 'startedAt' | 'endedAt' | 'pausedAt' | 'pausedSeconds'>;

/** Begins a session, or goes on with a paused or ended one: the time between is a pause, so nothing already worked is lost. */
export function started(times: SessionTimes, at: string): KeptTimes {
  if (!times.startedAt) return { startedAt: at, endedAt: null, pausedAt: null, pausedSeconds: 0 };
  const stopped = stopOf(times, Date.parse(at));
  const pause = Math.max(0, Math.round((Date.parse(at) - stopped) / 1000));
  return { startedAt: times.startedAt, endedAt: null, pausedAt: null, pausedSeconds: times.pausedSeconds + pause };
}

export function paused(times: SessionTimes, at: string): KeptTimes {
  const { startedAt, endedAt, pausedAt, pausedSeconds } = times;
  return { startedAt, endedAt, pausedAt: startedAt && !endedAt ? (pausedAt ?? at) : pausedAt, pausedSeconds };
}

/** Ends a session; one that is paused ends when its pause began. */
export function ended(times: SessionTimes, at: string): KeptTimes {
  const { startedAt, endedAt, pausedAt, pausedSeconds } = times;
  return { startedAt, endedAt: startedAt ? (endedAt ?? pausedAt ?? at) : null, pausedAt: null, pausedSeconds };
}
