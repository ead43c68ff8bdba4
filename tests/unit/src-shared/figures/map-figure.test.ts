import { describe, expect, it } from 'vitest';
import type { MapFigureInput } from '#shared/domain/maps.ts';
import { figureStyle } from '#shared/figures/figure-style.ts';
import { circleLegend, circleRadius, completeMap, mapColours, mapLegend, readMap } from '#shared/figures/map-figure.ts';
import { shownMap } from '#shared/figures/shown-map.ts';
import { createFormats } from '#shared/i18n/formats.ts';
import { fc } from '../../../property-cases.ts';

const formats = createFormats('en');
const words = { none: 'No figure', hidden: 'Hidden' };
const mapOf = (values: readonly (number | null)[], more: Partial<MapFigureInput> = {}) =>
  completeMap({ kind: 'choropleth', title: 'A map', layerId: null, panels: [{ values: values.map((value, place) => ({ id: `a${place}`, value })) }], ...more });

const luminance = (colour: string) =>
  [1, 3, 5].reduce((sum, at, place) => sum + Number.parseInt(colour.slice(at, at + 2), 16) * ([0.299, 0.587, 0.114][place] ?? 0), 0);

describe('classes of a map', () => {
  it('are the same for both halves of a pair', () => {
    const map = completeMap({
      kind: 'choropleth',
      title: '',
      layerId: null,
      panels: [
        { title: 'Day', values: [{ id: 'a', value: 1 }] },
        { title: 'Night', values: [{ id: 'a', value: 100 }] },
      ],
      classes: { method: 'equal', count: 4 },
    });
    const read = readMap(map, formats);
    const [day, night] = read.panels;
    expect(read.classes.map(({ from, to }) => [from, to])).toEqual([
      [1, 25.75],
      [25.75, 50.5],
      [50.5, 75.25],
      [75.25, 100],
    ]);
    expect(day && read.fillOf(day, 'a')).toBe(0);
    expect(night && read.fillOf(night, 'a')).toBe(3);
  });

  it('tell «no figure», «hidden» and places without any figures apart', () => {
    const read = readMap(mapOf([1, null], {}), formats);
    const [panel] = read.panels;
    expect(panel && [read.fillOf(panel, 'a0'), read.fillOf(panel, 'a1'), read.fillOf(panel, 'not there')]).toEqual([0, 'none', 'none']);
    const hidden = readMap(
      completeMap({ kind: 'choropleth', title: '', layerId: null, panels: [{ values: [{ id: 'a', value: null, isHidden: true }] }] }),
      formats,
    );
    expect(hidden.panels[0] && hidden.fillOf(hidden.panels[0], 'a')).toBe('hidden');
    const places = readMap(mapOf([]), formats);
    expect(places.panels[0] && places.fillOf(places.panels[0], 'a')).toBe('plain');
    expect(mapLegend(places, [], ['a'], words)).toEqual([]);
  });

  it('hold every value between their limits', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('fitting', 'natural', 'equal', 'quantile' as const),
        fc.constantFrom('sequential', 'diverging' as const),
        (list, method, scale) => {
          const read = readMap(mapOf(list, { classes: { method, count: 5 }, scale }), formats);
          const [panel] = read.panels;
          for (const [place, value] of list.entries()) {
            const fill = panel ? read.fillOf(panel, `a${place}`) : 'none';
            expect(typeof fill).toBe('number');
            const range = read.classes[fill as number];
            expect(value).toBeGreaterThanOrEqual((range?.from ?? 0) - 1e-6);
            expect(value).toBeLessThanOrEqual((range?.to ?? 0) + 1e-6);
          }
          expect(mapColours(read, figureStyle('light'))).toHaveLength(read.classes.length);
        },
      ),
    );
  });

  it('chosen by hand keep their limits, a value on a limit in the class below', () => {
    const read = readMap(mapOf([1, 10, 11, 50], { classes: { method: 'manual', limits: [10, 20] } }), formats);
    expect(read.classes.map(({ from, to, count }) => [from, to, count])).toEqual([
      [1, 10, 2],
      [10, 20, 1],
      [20, 50, 1],
    ]);
  });

  it('never mix what is less with what is more on a diverging scale', () => {
    const read = readMap(mapOf([-4, -3, -0.1, 0, 0.1, 8], { scale: 'diverging' }), formats);
    expect(read.sides).toEqual({ below: 2, hasMiddle: true, above: 2 });
    for (const { from, to } of read.classes) expect(Math.sign(from)).toBe(Math.sign(to));
  });
});

describe('colours of a map', () => {
  it.each(['light', 'dark', 'print'] as const)('keep their order in grey (%s)', (variant) => {
    const style = figureStyle(variant);
    for (const steps of [style.sequential, style.diverging]) {
      const greys = steps.map(luminance);
      const sign = Math.sign((greys[1] ?? 0) - (greys[0] ?? 0));
      for (const [place, grey] of greys.slice(1).entries()) expect((grey - (greys[place] ?? 0)) * sign).toBeGreaterThan(4);
    }
  });

  it('give the reason in the legend where it is one and the same', () => {
    const reasoned = completeMap({
      kind: 'choropleth',
      title: '',
      layerId: null,
      panels: [
        {
          values: [
            { id: 'a', value: 3 },
            { id: 'b', value: null, reason: 'No population' },
            { id: 'c', value: null, isHidden: true },
          ],
        },
      ],
    });
    const read = readMap(reasoned, formats);
    expect(mapLegend(read, ['#123456'], ['a', 'b', 'c'], words).map(({ label, pattern }) => [label, pattern])).toEqual([
      ['3', null],
      ['No population', 'none'],
      ['Hidden', 'hidden'],
    ]);
    expect(mapLegend(read, ['#123456'], ['a', 'b', 'z'], words).at(1)?.label).toBe('No figure');
  });
});

describe('circles', () => {
  it('have surfaces in proportion to their values', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (largest, share) => {
        const ratio = circleRadius(largest * share, largest, 30) ** 2 / circleRadius(largest, largest, 30) ** 2;
        expect(ratio).toBeCloseTo(share, 6);
      }),
    );
    expect(circleRadius(0, 10, 30)).toBe(0);
    expect(circleRadius(5, 0, 30)).toBe(0);
  });

  it('are explained by up to three round values, none larger than the largest', () => {
    expect(circleLegend(1423)).toEqual([1000, 200, 50]);
    expect(circleLegend(3)).toEqual([2]);
    expect(circleLegend(0)).toEqual([]);
  });
});

describe('a map that leaves the screen', () => {
  const protection = { smallestCount: 5, smallestPopulation: 500 };
  const counted = (counts: readonly number[], population?: readonly number[]) =>
    completeMap({
      kind: 'choropleth',
      title: '',
      layerId: null,
      panels: [
        {
          values: counts.map((count, place) => ({
            id: `a${place}`,
            value: count * 2,
            count,
            ...(population ? { population: population[place] ?? null } : {}),
          })),
        },
      ],
    });
  const hiddenIds = (map: ReturnType<typeof counted>) =>
    shownMap(map, protection).panels.map((panel) => panel.values.filter((entry) => entry.isHidden).map(({ id }) => id));

  it('hides small counts and what would give a single one away', () => {
    expect(hiddenIds(counted([3, 20, 40, 0]))).toEqual([['a0', 'a1']]);
    expect(hiddenIds(counted([20, 40]))).toEqual([[]]);
  });

  it('hides rates of few people', () => {
    expect(hiddenIds(counted([20, 40], [400, 4000]))).toEqual([['a0']]);
  });

  it('hides in both halves of a pair what is hidden in one', () => {
    const [panel] = counted([3, 20, 40]).panels;
    const [other] = counted([30, 20, 40]).panels;
    const pair = { ...counted([]), panels: [panel, other].flatMap((one) => one ?? []) };
    expect(hiddenIds(pair)).toEqual([
      ['a0', 'a1'],
      ['a0', 'a1'],
    ]);
  });

  it('carries no number behind a value and none that is hidden', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 20 }), (counts) => {
        const shown = shownMap(counted(counts), protection);
        for (const { id, value, isHidden, ...rest } of shown.panels[0]?.values ?? []) {
          expect(rest).toEqual({});
          const count = counts[Number(id.slice(1))] ?? 0;
          if (count > 0 && count < 5) expect([value, isHidden]).toEqual([null, true]);
        }
      }),
    );
  });
});
