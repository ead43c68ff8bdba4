import { describe, expect, it } from 'vitest';
import { roomLimits, Turnstile } from '#main/room/room-limits.ts';

describe('How much one may ask', () => {
  const clock = { now: 0 };
  const turnstile = (atOnce: number, perSecond: number, mostKeys?: number) => new Turnstile({ atOnce, perSecond }, () => clock.now, mostKeys);

  it('lets in what comes at once, then at its pace, and says how long to wait', () => {
    const stile = turnstile(3, 1);
    expect([1, 2, 3, 4].map(() => stile.pass('phone'))).toEqual([0, 0, 0, 1]);
    clock.now += 1_000;
    expect([stile.pass('phone'), stile.pass('phone')]).toEqual([0, 1]);
    clock.now += 3_600_000;
    expect([1, 2, 3, 4].map(() => stile.pass('phone'))).toEqual([0, 0, 0, 1]);
  });

  it('keeps phones apart, and remembers no more of them than fit', () => {
    const stile = turnstile(1, 0.001, 3);
    expect(['a', 'b', 'c', 'a'].map((key) => stile.pass(key) > 0)).toEqual([false, false, false, true]);
    for (const key of ['d', 'e', 'f']) stile.pass(key);
    expect(stile.pass('a')).toBe(0);
  });

  it('is not confused by a clock that goes back', () => {
    const stile = turnstile(1, 1);
    stile.pass('a');
    clock.now -= 10_000;
    expect(stile.pass('a')).toBe(1);
  });

  it('has room for two hundred phones behind one address', () => {
    const stile = new Turnstile(roomLimits.address, () => clock.now);
    for (let request = 0; request < 200 * 5; request += 1) expect(stile.pass('hotspot')).toBe(0);
    for (let second = 0; second < 60; second += 1) {
      clock.now += 1_000;
      for (let request = 0; request < 200 / 4; request += 1) expect(stile.pass('hotspot')).toBe(0);
    }
  });
});
