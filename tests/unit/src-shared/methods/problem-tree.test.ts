import { describe, expect, test } from 'vitest';
import { checkProblemTree, type TreeLink, type TreeNode } from '#shared/methods/problem-tree.ts';
import { fc } from '../../../property-cases.ts';

const node = (id: string, kind: TreeNode['kind'] = 'cause', facts: Partial<TreeNode> = {}): TreeNode => ({
  id,
  kind,
  hasEvidence: false,
  isClaim: false,
  ...facts,
});
const link = (arrow: string): TreeLink => ({ causeId: arrow.charAt(0), effectId: arrow.charAt(1) });

describe('a problem tree', () => {
  test('PT-1: A, B and C lead to each other, F stands alone, and no root cause is left', () => {
    const nodes = [node('P', 'core'), node('A'), node('B'), node('C'), node('E', 'effect'), node('F')];
    const check = checkProblemTree(nodes, ['AP', 'BA', 'CB', 'AC', 'PE'].map(link));
    expect(check).toMatchObject({ cycles: [['A', 'B', 'C']], orphans: ['F'], rootCauses: [], bareRoots: [], wrongSide: [], hasOneCore: true, isWhole: false });
  });

  test('holds with one core, no ring, nothing loose, and roots that have evidence or say that they are claims', () => {
    const nodes = [node('P', 'core'), node('A'), node('B', 'cause', { hasEvidence: true }), node('C', 'cause', { isClaim: true }), node('E', 'effect')];
    const links = ['AP', 'BA', 'CA', 'PE'].map(link);
    expect(checkProblemTree(nodes, links)).toMatchObject({ rootCauses: ['B', 'C'], isWhole: true });
    const bare = nodes.map((one) => ({ ...one, isClaim: false }));
    expect(checkProblemTree(bare, links)).toMatchObject({ bareRoots: ['C'], isWhole: false });
  });

  test('a node that is its own cause is a ring of one; the core can be in a ring', () => {
    const nodes = [node('P', 'core'), node('A')];
    expect(checkProblemTree(nodes, ['AA', 'AP'].map(link)).cycles).toEqual([['A']]);
    expect(checkProblemTree(nodes, ['AP', 'PA'].map(link)).cycles).toEqual([['P', 'A']]);
  });

  test('two rings are told apart', () => {
    const nodes = [node('P', 'core'), node('A'), node('B'), node('C'), node('D')];
    expect(checkProblemTree(nodes, ['AB', 'BA', 'BP', 'CD', 'DC', 'DP'].map(link)).cycles).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  test('a cause behind the core and an effect before it stand on the wrong side', () => {
    const nodes = [node('P', 'core'), node('A'), node('E', 'effect')];
    expect(checkProblemTree(nodes, ['PA', 'EP'].map(link))).toMatchObject({ wrongSide: ['A', 'E'], orphans: [] });
  });

  test('without a core everything is loose; two cores are one too many', () => {
    expect(checkProblemTree([node('A'), node('B')], [link('AB')])).toMatchObject({ hasOneCore: false, orphans: ['A', 'B'], isWhole: false });
    expect(checkProblemTree([node('P', 'core'), node('Q', 'core')], []).hasOneCore).toBe(false);
    expect(checkProblemTree([], [])).toMatchObject({ cycles: [], orphans: [], hasOneCore: false, isWhole: false });
  });

  test('a core alone has no root cause yet; ties to boxes that are gone count for nothing', () => {
    expect(checkProblemTree([node('P', 'core')], [link('XP'), link('PY')])).toMatchObject({ cycles: [], orphans: [], rootCauses: [], isWhole: false });
  });
});

const letters = [...'PABCDEFG'];
const anyTree = fc.record({
  nodes: fc.constant(letters.map((id) => node(id, id === 'P' ? 'core' : 'cause'))),
  links: fc.array(
    fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)).map(([causeId, effectId]) => ({ causeId, effectId })),
    { maxLength: 24 },
  ),
});

describe('for any tree', () => {
  test('nothing is in a ring exactly when the boxes can be put in an order in which every cause stands before its effect', () => {
    fc.assert(
      fc.property(anyTree, ({ nodes, links }) => {
        expect(checkProblemTree(nodes, links).cycles.length === 0).toBe(canBeOrdered(letters, links));
      }),
    );
  });

  test('links that only lead forward make no ring, and a link back along a way closes one', () => {
    fc.assert(
      fc.property(anyTree, ({ nodes, links }) => {
        const forward = links.filter(({ causeId, effectId }) => letters.indexOf(causeId) < letters.indexOf(effectId));
        expect(checkProblemTree(nodes, forward).cycles).toEqual([]);
        for (const { causeId, effectId } of forward) {
          const back = { causeId: effectId, effectId: causeId };
          expect(checkProblemTree(nodes, [...forward, back]).cycles.flat()).toEqual(expect.arrayContaining([causeId, effectId]));
        }
      }),
    );
  });

  test('loose boxes are those that no way connects with the core, and tying one to the core makes it fast', () => {
    fc.assert(
      fc.property(anyTree, ({ nodes, links }) => {
        const { orphans, rootCauses, cycles } = checkProblemTree(nodes, links);
        expect(orphans).not.toContain('P');
        for (const id of orphans) expect(checkProblemTree(nodes, [...links, { causeId: id, effectId: 'P' }]).orphans).not.toContain(id);
        for (const id of rootCauses) expect([...orphans, ...cycles.flat()]).not.toContain(id);
      }),
    );
  });

  test('the order in which boxes and ties were entered changes nothing but the order of what is said', () => {
    fc.assert(
      fc.property(anyTree, ({ nodes, links }) => {
        const [one, other] = [checkProblemTree(nodes, links), checkProblemTree(nodes.toReversed(), links.toReversed())];
        expect(other.orphans.toSorted()).toEqual(one.orphans.toSorted());
        expect(other.rootCauses.toSorted()).toEqual(one.rootCauses.toSorted());
        expect(other.cycles.map((ring) => ring.toSorted().join()).toSorted()).toEqual(one.cycles.map((ring) => ring.toSorted().join()).toSorted());
      }),
    );
  });
});

/** Kahn's way: takes away what has no cause left, until nothing can be taken. */
function canBeOrdered(ids: readonly string[], links: readonly TreeLink[]): boolean {
  let left = [...ids];
  for (;;) {
    const free = left.filter((id) => !links.some(({ causeId, effectId }) => effectId === id && left.includes(causeId)));
    if (free.length === 0) return left.length === 0;
    left = left.filter((id) => !free.includes(id));
  }
}
