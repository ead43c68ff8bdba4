import type { Session } from '../domain/workshops.ts';
import { sessionClock, sessionStateOf } from './session-clock.ts';

/** When a day begins whose first item says nothing else. */
const usualStart = '09:00';

/** Times are minutes since midnight where the workshop is held; they may pass 1440. */
export interface PlannedSession {
  readonly id: string;
  readonly plannedStart: number;
  readonly plannedEnd: number;
  /** When it begins and ends as things stand; for one that is over, when it did. Null on another day than the one under way. */
  readonly expectedStart: number | null;
  readonly expectedEnd: number | null;
  /** Its fixed time lies before the one before it is over. */
  readonly isTooEarly: boolean;
  /** It was not begun, and a later one was. */
  readonly isSkipped: boolean;
}

export interface DayPlan {
  readonly day: number;
  readonly sessions: readonly PlannedSession[];
  readonly plannedEnd: number;
  /** Null on another day than the one under way. */
  readonly standing: DayStanding | null;
}

/** «The items left need 95 minutes, 75 are left»: whole minutes. `behind` below 0 = ahead of the plan. */
export interface DayStanding {
  readonly neededMinutes: number;
  readonly leftMinutes: number;
  readonly behindMinutes: number;
  readonly expectedEnd: number;
}

/** The present: the workshop's day that is under way (null = none), and how an instant reads on the clock there, in minutes since midnight. */
export interface AgendaNow {
  readonly day: number | null;
  readonly now: number;
  minuteOf(instant: number): number;
}

/** The agenda day by day with the times of every item, what has become of them, and what is left of the day. Sessions come in the agenda's order. */
export function planAgenda(sessions: readonly Session[], present: AgendaNow): DayPlan[] {
  const days = [...new Set(sessions.map((session) => session.day))].sort((a, b) => a - b);
  return days.map((day) => {
    const ofDay = sessions.filter((session) => session.day === day);
    const planned = plannedTimes(ofDay);
    const plannedEnd = Math.max(0, ...planned.map(({ end }) => end));
    const isUnderWay = day === present.day;
    const expected = isUnderWay ? expectedTimes(ofDay, planned, present) : null;
    const lastBegun = ofDay.findLastIndex((session) => session.startedAt !== null);
    return {
      day,
      plannedEnd,
      sessions: ofDay.map((session, index) => ({
        id: session.id,
        plannedStart: planned[index]?.start ?? 0,
        plannedEnd: planned[index]?.end ?? 0,
        expectedStart: expected?.[index]?.start ?? null,
        expectedEnd: expected?.[index]?.end ?? null,
        isTooEarly: index > 0 && (planned[index]?.start ?? 0) < (planned[index - 1]?.end ?? 0),
        isSkipped: index < lastBegun && session.startedAt === null,
      })),
      standing: expected ? standingOf(ofDay, expected, plannedEnd, present) : null,
    };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Each follows the one before it, unless it has a time of its own. */
function plannedTimes(sessions: readonly Session[]): Span[] {
  let cursor = minutesOfClock(usualStart);
  return sessions.map((session) => {
    const start = session.plannedStart ? minutesOfClock(session.plannedStart) : cursor;
    cursor = start + session.minutes;
    return { start, end: cursor };
  });
}

/** What is over stays where it was; what is to come is pushed along, and never begins before its own fixed time. */
function expectedTimes(sessions: readonly Session[], planned: readonly Span[], present: AgendaNow): (Span | null)[] {
  const now = present.minuteOf(present.now);
  const lastBegun = sessions.findLastIndex((session) => session.startedAt !== null);
  let cursor = now;
  return sessions.map((session, index) => {
    if (session.startedAt) {
      const start = present.minuteOf(Date.parse(session.startedAt));
      if (session.endedAt) return { start, end: Math.max(start, present.minuteOf(Date.parse(session.endedAt))) };
      const end = now + Math.max(0, sessionClock(session, present.now).leftSeconds) / 60;
      cursor = Math.max(cursor, end);
      return { start, end };
    }
    if (index < lastBegun) return null;
    const fixed = session.plannedStart || (index === 0 && lastBegun < 0) ? (planned[index]?.start ?? cursor) : cursor;
    const start = Math.max(cursor, fixed);
    cursor = start + session.minutes + session.addedMinutes;
    return { start, end: cursor };
  });
}

function standingOf(sessions: readonly Session[], expected: readonly (Span | null)[], plannedEnd: number, present: AgendaNow): DayStanding {
  const needed = sessions.reduce((sum, session, index) => (expected[index] ? sum + Math.max(0, minutesLeft(session, present.now)) : sum), 0);
  const left = Math.max(0, plannedEnd - Math.max(present.minuteOf(present.now), firstStart(sessions, expected)));
  return {
    neededMinutes: Math.round(needed),
    leftMinutes: Math.round(left),
    behindMinutes: Math.round(needed) - Math.round(left),
    expectedEnd: Math.max(0, ...expected.map((span) => span?.end ?? 0)),
  };
}

/** Before the day has begun nothing of it is used up. */
function firstStart(sessions: readonly Session[], expected: readonly (Span | null)[]): number {
  return sessions.some((session) => session.startedAt) ? 0 : (expected[0]?.start ?? 0);
}

function minutesLeft(session: Session, now: number): number {
  const state = sessionStateOf(session);
  if (state === 'ended') return 0;
  return state === 'waiting' ? session.minutes + session.addedMinutes : sessionClock(session, now).leftSeconds / 60;
}

export interface Shortening {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const step = 5;
const shortest = 10;

/**
 * What could be shortened to win back `behind` minutes: work that has not begun, the longest first, five minutes at a time, none to less than half
 * of its length or ten minutes. Breaks and lunch are left alone. What cannot be won back is `missing`.
 */
export function shortenings(sessions: readonly Session[], behind: number): { cuts: Shortening[]; missing: number } {
  const left = sessions
    .filter((session) => session.kind === 'work' && session.startedAt === null)
    .map(({ id, minutes }) => ({ id, from: minutes, to: minutes, least: Math.max(shortest, Math.ceil(minutes / 2 / step) * step) }));
  let missing = Math.max(0, behind);
  while (missing > 0) {
    const [longest] = left.filter((item) => item.to - step >= item.least).sort((a, b) => b.to - a.to);
    if (!longest) break;
    longest.to -= step;
    missing -= step;
  }
  return { cuts: left.filter((item) => item.to < item.from).map(({ id, from, to }) => ({ id, from, to })), missing: Math.max(0, missing) };
}

/** «09:30» → 570. */
export function minutesOfClock(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
