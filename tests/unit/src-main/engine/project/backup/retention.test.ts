import { describe, expect, test } from 'vitest';
import { copiesToKeep, type DatedCopy, retention } from '#main/engine/project/backup/retention.ts';
import { copyReasons } from '#shared/domain/copies.ts';
import { fc } from '../../../../../property-cases.ts';

const now = new Date(2026, 10, 21, 18, 0);
const copy = (name: string, madeAt: Date, reason: DatedCopy['reason'] = 'timer'): DatedCopy => ({ name, madeAt, reason });
const daysAgo = (days: number, hour = 12) => new Date(2026, 10, 21 - days, hour, 0);
const kept = (copies: readonly DatedCopy[], at = now) => [...copiesToKeep(copies, at)].sort();

describe('which copies stay', () => {
  test('the newest three of today', () => {
    const today = [9, 10, 11, 12, 13].map((hour) => copy(`h${hour}`, daysAgo(0, hour)));
    expect(kept(today)).toEqual(['h11', 'h12', 'h13']);
  });

  test('the newest of each day for two weeks, none older', () => {
    const copies = Array.from({ length: 20 }, (_, day) => [copy(`d${day}-early`, daysAgo(day, 9)), copy(`d${day}-late`, daysAgo(day, 15))]).flat();
    expect(kept(copies)).toEqual(
      [...Array.from({ length: 15 }, (_, day) => `d${day}-late`), 'd0-early', 'd1-late'].filter((n, i, all) => all.indexOf(n) === i).sort(),
    );
  });

  test('three of a project that rested for a year', () => {
    const copies = [400, 401, 402, 403].map((day) => copy(`d${day}`, daysAgo(day)));
    expect(kept(copies)).toEqual(['d400', 'd401', 'd402']);
  });

  test('those that somebody asked for, that went before an update or were replaced, for two weeks', () => {
    const copies = [
      copy('asked', daysAgo(5, 8), 'asked'),
      copy('update', daysAgo(5, 9), 'update'),
      copy('timer', daysAgo(5, 10)),
      copy('late', daysAgo(5, 11)),
    ];
    const today = [1, 2, 3].map((hour) => copy(`h${hour}`, daysAgo(0, hour)));
    expect(kept([...copies, ...today])).toEqual(['asked', 'h1', 'h2', 'h3', 'late', 'update']);
  });

  test('what a fast clock dated into the future is kept by its own day', () => {
    const copies = [copy('future', daysAgo(-300)), ...[0, 1, 2, 3].map((day) => copy(`d${day}`, daysAgo(day)))];
    expect(kept(copies)).toContain('future');
  });

  test('days are calendar days also where the clocks change', () => {
    const copies = Array.from({ length: 400 }, (_, day) => copy(`d${day}`, new Date(2026, 0, 1 + day, 23, 30)));
    for (const day of [89, 90, 91, 300, 301]) expect(kept(copies.slice(0, day + 1), new Date(2026, 0, 1 + day, 23, 45))).toHaveLength(15);
  });
});

const anyCopies = fc
  .array(fc.record({ minutes: fc.integer({ min: -60 * 24 * 40, max: 60 * 24 * 5 }), reason: fc.constantFrom(...copyReasons) }), { maxLength: 80 })
  .map((list) => list.map(({ minutes, reason }, index) => copy(`c${index}`, new Date(now.getTime() + minutes * 60_000), reason)));
const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

describe('whatever copies there are', () => {
  test('the newest stays, and never fewer than three while there are three', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const keep = copiesToKeep(copies, now);
        const newest = Math.max(...copies.map(({ madeAt }) => madeAt.getTime()));
        if (copies.length > 0) expect(copies.some(({ name, madeAt }) => keep.has(name) && madeAt.getTime() === newest)).toBe(true);
        expect(keep.size).toBeGreaterThanOrEqual(Math.min(copies.length, retention.always));
      }),
    );
  });

  test('every one of the last fourteen days that had a copy still has one, its newest', () => {
    fc.assert(
      fc.property(anyCopies, fc.integer({ min: 0, max: retention.days }), (copies, day) => {
        const ofDay = copies.filter(({ madeAt }) => sameDay(madeAt, daysAgo(day)));
        if (ofDay.length === 0) return;
        const newest = Math.max(...ofDay.map(({ madeAt }) => madeAt.getTime()));
        const keep = copiesToKeep(copies, now);
        expect(ofDay.some(({ name, madeAt }) => keep.has(name) && madeAt.getTime() === newest)).toBe(true);
      }),
    );
  });

  test('clearing up twice changes nothing more, and the number is bounded', () => {
    fc.assert(
      fc.property(anyCopies, (copies) => {
        const keep = copiesToKeep(copies, now);
        const left = copies.filter(({ name }) => keep.has(name));
        expect(copiesToKeep(left, now)).toEqual(keep);
        // Days of a clock that was ahead come on top: five in these examples.
        expect(keep.size).toBeLessThanOrEqual(retention.always + retention.today + retention.days + 1 + 5 + retention.deliberate);
      }),
    );
  });
});
