import { describe, expect, test } from 'vitest';
import { ended, paused, type SessionTimes, sessionClock, sessionStateOf, started } from '#shared/methods/session-clock.ts';
import { fc } from '../../../property-cases.ts';

const fresh: SessionTimes = { startedAt: null, endedAt: null, pausedAt: null, pausedSeconds: 0, minutes: 30, addedMinutes: 0 };
const at = (minute: number) => new Date(Date.UTC(2026, 1, 18, 9, 0) + minute * 60_000).toISOString();
const now = (minute: number) => Date.parse(at(minute));

describe('the timer of a session', () => {
  test('waits with all of its time', () => {
    expect(sessionClock(fresh, now(5))).toEqual({ state: 'waiting', elapsedSeconds: 0, leftSeconds: 1800, totalSeconds: 1800 });
  });

  test('runs down from the instant it was started, whoever looks', () => {
    const running = { ...fresh, ...started(fresh, at(0)) };
    expect(sessionClock(running, now(12))).toMatchObject({ state: 'running', elapsedSeconds: 720, leftSeconds: 1080 });
  });

  test('leaves pauses out', () => {
    const running = { ...fresh, ...started(fresh, at(0)) };
    const resting = { ...running, ...paused(running, at(10)) };
    expect(sessionClock(resting, now(25)).leftSeconds).toBe(1200);
    const again = { ...resting, ...started(resting, at(30)) };
    expect(sessionClock(again, now(35))).toMatchObject({ state: 'running', elapsedSeconds: 900 });
  });

  test('counts below zero over time, and less so with five minutes more', () => {
    const running = { ...fresh, ...started(fresh, at(0)) };
    expect(sessionClock(running, now(33)).leftSeconds).toBe(-180);
    expect(sessionClock({ ...running, addedMinutes: 5 }, now(33)).leftSeconds).toBe(120);
  });

  test('ends when it was ended, or when its pause began; an ended one may go on', () => {
    const running = { ...fresh, ...started(fresh, at(0)) };
    const resting = { ...running, ...paused(running, at(10)) };
    const over = { ...resting, ...ended(resting, at(20)) };
    expect(over.endedAt).toBe(at(10));
    expect(sessionClock(over, now(60)).elapsedSeconds).toBe(600);
    const again = { ...over, ...started(over, at(40)) };
    expect(sessionClock(again, now(45))).toMatchObject({ state: 'running', elapsedSeconds: 900 });
  });

  test('one that never began can neither pause nor end', () => {
    expect(sessionStateOf({ ...fresh, ...paused(fresh, at(1)) })).toBe('waiting');
    expect(sessionStateOf({ ...fresh, ...ended(fresh, at(1)) })).toBe('waiting');
  });

  test('time worked is the sum of the times between start and stop, in any order of presses', () => {
    const press = fc.record({ what: fc.constantFrom('start', 'pause', 'end'), wait: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        let times = fresh;
        let clock = 0;
        let worked = 0;
        for (const { what, wait } of presses) {
          clock += wait;
          if (sessionStateOf(times) === 'running') worked += wait;
          times = { ...times, ...(what === 'start' ? started : what === 'pause' ? paused : ended)(times, at(clock)) };
        }
        expect(sessionClock(times, now(clock)).elapsedSeconds).toBe(worked * 60);
      }),
    );
  });
});
