import { describe, expect, test } from 'vitest';
import type { Session } from '#shared/domain/workshops.ts';
import { minutesOfClock, planAgenda, shortenings } from '#shared/methods/agenda-plan.ts';

const midnight = Date.UTC(2026, 1, 18);
const instant = (clock: string) => new Date(midnight + minutesOfClock(clock) * 60_000).toISOString();
/** 570 → «09:30». */
const clockOf = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString().slice(11, 16);
const present = (clock: string, day: number | null = 1) => ({
  day,
  now: Date.parse(instant(clock)),
  minuteOf: (at: number) => (at - midnight) / 60_000,
});

function item(id: string, minutes: number, patch: Partial<Session> = {}): Session {
  return {
    ...{ id, minutes, day: 1, position: 1, title: id, purpose: '', how: '', materials: '', notes: '', stage: '', task: '', kind: 'work', plannedStart: '' },
    ...{ workshopId: 'w', startedAt: null, endedAt: null, pausedAt: null, pausedSeconds: 0, addedMinutes: 0 },
    ...patch,
  } as Session;
}
const times = (sessions: Session[], clock: string, day: number | null = 1) =>
  planAgenda(sessions, present(clock, day))[0]?.sessions.map(({ id, plannedStart, expectedStart }) => [
    id,
    clockOf(plannedStart),
    expectedStart === null ? null : clockOf(expectedStart),
  ]);

describe('an agenda with times', () => {
  test('each item follows the one before, from nine o’clock unless the first says otherwise', () => {
    expect(times([item('a', 30), item('b', 45)], '08:00', null)).toEqual([
      ['a', '09:00', null],
      ['b', '09:30', null],
    ]);
    expect(times([item('a', 30, { plannedStart: '13:15' }), item('b', 45)], '08:00', null)?.[1]).toEqual(['b', '13:45', null]);
  });

  test('a fixed time leaves a gap, or tells that the one before is not over', () => {
    const [day] = planAgenda([item('a', 30), item('lunch', 60, { plannedStart: '12:00' }), item('c', 20, { plannedStart: '12:30' })], present('08:00', null));
    expect(day?.sessions.map(({ isTooEarly }) => isTooEarly)).toEqual([false, false, true]);
    expect(day?.plannedEnd).toBe(minutesOfClock('13:00'));
  });

  test('an overrun pushes what follows along', () => {
    const sessions = [item('a', 30, { startedAt: instant('09:00') }), item('b', 45), item('c', 15)];
    expect(times(sessions, '09:40')).toEqual([
      ['a', '09:00', '09:00'],
      ['b', '09:30', '09:40'],
      ['c', '10:15', '10:25'],
    ]);
  });

  test('«you are 20 minutes behind: the items left need 95 minutes, 75 are left»', () => {
    const sessions = [item('a', 60, { startedAt: instant('09:00'), endedAt: instant('10:20') }), item('b', 60), item('c', 35)];
    expect(planAgenda(sessions, present('10:20'))[0]?.standing).toEqual({
      neededMinutes: 95,
      leftMinutes: 75,
      behindMinutes: 20,
      expectedEnd: minutesOfClock('11:55'),
    });
  });

  test('time that was won counts as ahead; a day that has not begun is neither', () => {
    const early = [item('a', 60, { startedAt: instant('09:00'), endedAt: instant('09:40') }), item('b', 60)];
    expect(planAgenda(early, present('09:40'))[0]?.standing?.behindMinutes).toBe(-20);
    expect(planAgenda([item('a', 60), item('b', 60)], present('08:00'))[0]?.standing).toMatchObject({ neededMinutes: 120, leftMinutes: 120, behindMinutes: 0 });
  });

  test('what was left out is not waited for', () => {
    const sessions = [item('a', 60, { startedAt: instant('09:00'), endedAt: instant('10:00') }), item('b', 60), item('c', 30, { startedAt: instant('10:00') })];
    const [day] = planAgenda(sessions, present('10:10'));
    expect(day?.sessions[1]).toMatchObject({ isSkipped: true, expectedStart: null });
    expect(day?.standing?.neededMinutes).toBe(20);
  });

  test('another day stands as planned', () => {
    const days = planAgenda([item('a', 30), item('b', 30, { day: 2 })], present('09:10'));
    expect(days.map(({ day, standing }) => [day, standing === null])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

describe('what could be shortened', () => {
  test('the longest work first, by five minutes, none below half; breaks are left alone', () => {
    const sessions = [item('a', 60), item('break', 60, { kind: 'break' }), item('b', 50), item('done', 90, { startedAt: instant('09:00') })];
    expect(shortenings(sessions, 13)).toEqual({ cuts: [{ id: 'a', from: 60, to: 45 }], missing: 0 });
    expect(shortenings([item('a', 20)], 30)).toEqual({ cuts: [{ id: 'a', from: 20, to: 10 }], missing: 20 });
    expect(shortenings([], 5)).toEqual({ cuts: [], missing: 5 });
  });
});
