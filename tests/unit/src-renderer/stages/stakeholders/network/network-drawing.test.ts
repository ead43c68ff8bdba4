import { describe, expect, test } from 'vitest';
import { arrange, bodySize, withMoved } from '#renderer/stages/stakeholders/network/arrange.ts';
import { networkSvg } from '#renderer/stages/stakeholders/network/network-svg.ts';
import { bends, tieLine } from '#renderer/stages/stakeholders/network/tie-line.ts';

const ids = Array.from({ length: 24 }, (_, index) => `body ${index}`);
const links = ids.slice(1, 20).map((to, index) => ({ from: ids[Math.floor(index / 3)] ?? '', to }));

describe('the drawing of influence', () => {
  test('the same register gives the same places, and no body lies on another', () => {
    const spots = arrange(ids, links);
    expect(arrange(ids, links)).toEqual(spots);
    expect(new Set(spots.map(({ id }) => id))).toEqual(new Set(ids));
    for (const one of spots) {
      for (const other of spots) {
        if (one === other) continue;
        expect(Math.abs(one.x - other.x) >= bodySize.width || Math.abs(one.y - other.y) >= bodySize.height).toBe(true);
      }
    }
  });

  test('places by hand go before the arrangement; one or no body is no trouble', () => {
    expect(withMoved(arrange(['a'], []), new Map([['a', { x: 7, y: 8 }]]))).toEqual([{ id: 'a', x: 7, y: 8 }]);
    expect(arrange([], [])).toEqual([]);
  });

  test('several ties of a pair lie beside one another, there and back too', () => {
    const bend = bends([
      { id: '1', fromId: 'a', toId: 'b' },
      { id: '2', fromId: 'b', toId: 'a' },
      { id: '3', fromId: 'a', toId: 'b' },
    ]);
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 400, y: 0 },
    ];
    const middles = [tieLine(a, b, bend.get('1') ?? 0), tieLine(b, a, bend.get('2') ?? 0), tieLine(a, b, bend.get('3') ?? 0)].map(({ middle }) => middle.y);
    expect(new Set(middles).size).toBe(3);
  });

  test('a picture writes names as text, whatever signs they hold', () => {
    const spots = [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 300, y: 100 },
    ];
    const tie = { id: 't', fromId: 'a', toId: 'b', kind: 'funds' as const, informant: '', note: '', observedOn: '', isImported: false };
    const words = {
      nameOf: (id: string) => (id === 'a' ? '<script>"&' : 'جهة'),
      kindOf: () => 'Funds',
      title: 'T',
      basis: 'N 2',
      direction: 'ltr' as const,
      colour: () => '#000',
    };
    const svg = networkSvg(spots, [tie], words);
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;script&gt;&quot;&amp;');
    expect(networkSvg(spots, [tie], words)).toBe(svg);
  });
});
