import { describe, expect, test } from 'vitest';
import { type DirectedTie, networkFigures } from '#shared/methods/influence-network.ts';
import { cases, fc } from '../../../property-cases.ts';

const ties = (text: string): DirectedTie[] => text.split(' ').map((tie) => ({ from: tie.charAt(0), to: tie.charAt(2) }));

describe('figures of an influence network', () => {
  test('NET-1', () => {
    const figures = networkFigures([...'ABCDEF'], ties('A>B B>A B>C C>D D>B D>E'));
    expect(figures).toMatchObject({ actorCount: 6, tieCount: 6, density: 0.2, componentCount: 2, isolates: ['F'], selfTieCount: 0 });
    expect(figures.reciprocity).toBeCloseTo(0.3333, 4);
    const betweenness = Object.fromEntries([...figures.places].map(([actor, place]) => [actor, Number(place.betweenness?.toFixed(9))]));
    expect(betweenness).toEqual({ A: 0, B: 0.3, C: 0.2, D: 0.25, E: 0, F: 0 });
    expect(figures.places.get('B')).toMatchObject({ outDegree: 2, inDegree: 2, component: 1 });
    expect(figures.places.get('F')).toMatchObject({ outDegree: 0, inDegree: 0, component: 2 });
  });

  test('ties of a body with itself are dropped, and a repeated pair counts once', () => {
    const once = networkFigures([...'ABC'], ties('A>B B>C'));
    const repeated = networkFigures([...'ABC'], ties('A>B A>B B>B B>C A>B'));
    expect(repeated).toEqual({ ...once, selfTieCount: 1 });
  });

  test('a tie to somebody who is not in the network is no tie', () => {
    expect(networkFigures([...'AB'], ties('A>Z Z>B')).tieCount).toBe(0);
  });

  test('what cannot be said is not zero', () => {
    expect(networkFigures([], [])).toMatchObject({ density: null, reciprocity: null, componentCount: 0 });
    expect(networkFigures(['A'], [])).toMatchObject({ density: null, reciprocity: null, componentCount: 1, isolates: ['A'] });
    const pair = networkFigures([...'AB'], ties('A>B'));
    expect(pair).toMatchObject({ density: 0.5, reciprocity: 0 });
    expect(pair.places.get('A')?.betweenness).toBeNull();
  });

  const network = fc.integer({ min: 3, max: 9 }).chain((count) => {
    const actors = Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index));
    return fc.record({
      actors: fc.constant(actors),
      ties: fc.array(fc.record({ from: fc.constantFrom(...actors), to: fc.constantFrom(...actors) }), { maxLength: 30 }),
    });
  });

  test('betweenness is that of counting every shortest path by hand', () => {
    fc.assert(
      fc.property(network, ({ actors, ties: drawn }) => {
        const { places } = networkFigures(actors, drawn);
        const naive = naiveBetweenness(actors, drawn);
        for (const actor of actors) expect(places.get(actor)?.betweenness).toBeCloseTo(naive.get(actor) ?? Number.NaN, 9);
      }),
      { numRuns: cases(60) },
    );
  });

  test('every share lies between 0 and 1, degrees add up to the ties, and the order of ties changes nothing', () => {
    fc.assert(
      fc.property(network, ({ actors, ties: drawn }) => {
        const figures = networkFigures(actors, drawn);
        const places = [...figures.places.values()];
        for (const share of [figures.density, figures.reciprocity, ...places.map((place) => place.betweenness)]) {
          if (share === null) continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(places.reduce((sum, place) => sum + place.outDegree, 0)).toBe(figures.tieCount);
        expect(places.reduce((sum, place) => sum + place.inDegree, 0)).toBe(figures.tieCount);
        expect(figures.componentCount).toBeGreaterThanOrEqual(figures.isolates.length);
        const turned = networkFigures(actors, drawn.toReversed());
        expect({ ...turned, places: null }).toEqual({ ...figures, places: null });
      }),
      { numRuns: cases(60) },
    );
  });
});

/** Walks every path of the shortest length between every two others and counts those that pass. */
function naiveBetweenness(actors: readonly string[], drawn: readonly DirectedTie[]): Map<string, number> {
  const leads = (from: string, to: string) => from !== to && drawn.some((tie) => tie.from === from && tie.to === to);
  const between = new Map(actors.map((actor) => [actor, 0]));
  for (const source of actors) {
    for (const target of actors) {
      if (source === target) continue;
      let paths: string[][] = [[source]];
      while (paths.length > 0 && !paths.some((path) => path.at(-1) === target)) {
        paths = paths.flatMap((path) => actors.filter((actor) => !path.includes(actor) && leads(path.at(-1) ?? '', actor)).map((actor) => [...path, actor]));
      }
      const shortest = paths.filter((path) => path.at(-1) === target);
      for (const path of shortest) for (const actor of path.slice(1, -1)) between.set(actor, (between.get(actor) ?? 0) + 1 / shortest.length);
    }
  }
  const scale = (actors.length - 1) * (actors.length - 2);
  return new Map([...between].map(([actor, sum]) => [actor, sum / scale]));
}
