import { describe, expect, test } from 'vitest';
import { drawTree } from '#main/exports/charts/tree-picture.ts';
import { writeProfile } from '#main/exports/report/profile-report.ts';
import { reportFiles } from '#main/exports/report/report-files.ts';
import { loadTypesetter } from '#main/exports/typeset/load-typesetter.ts';
import type { ProblemNode, ProblemNodeKind, ProblemTree } from '#shared/domain/trees.ts';
import { figureStyle } from '#shared/figures/figure-style.ts';
import { checkProblemTree } from '#shared/methods/problem-tree.ts';
import { resourcesFolder } from '../../../../fixtures/engine.ts';
import { exportContextOf, outputLanguages } from '../../../../fixtures/export-context.ts';
import { emptyProfile } from '../../../../fixtures/invented-profile.ts';

const core = 'People stay at home after dark';

function node(id: string, kind: ProblemNodeKind, text: string, more: Partial<ProblemNode> = {}): ProblemNode {
  return { id, kind, text, objectiveText: '', findingId: null, isClaim: false, x: null, y: null, objectiveId: null, support: null, ...more };
}

function treeOf(nodes: readonly ProblemNode[], links: readonly (readonly [string, string])[]): ProblemTree {
  const ties = links.map(([causeId, effectId]) => ({ causeId, effectId }));
  const check = checkProblemTree(
    nodes.map((one) => ({ ...one, hasEvidence: one.support !== null })),
    ties,
  );
  return { id: 'tree', title: 'After dark', note: 'Not of one mind', groupId: null, sessionId: null, nodes: [...nodes], links: ties, check };
}

/** So many causes side by side, each with so many of its own. */
function broad(causes: number, each: number, words = 'Lamps are broken'): ProblemTree {
  const first = Array.from({ length: causes }, (_, at) => node(`c${at}`, 'cause', `${words} ${at}`));
  const second = first.flatMap(({ id }) => Array.from({ length: each }, (_, at) => node(`${id}-${at}`, 'cause', `Nobody mends ${id} ${at}`)));
  return treeOf(
    [node('core', 'core', core), ...first, ...second],
    [...first.map(({ id }) => [id, 'core'] as const), ...second.map(({ id }) => [id, id.split('-')[0] ?? ''] as const)],
  );
}

const draw = (tree: ProblemTree, direction: 'ltr' | 'rtl' = 'ltr') =>
  drawTree({ tree, wordsOf: ({ text }) => text, isDashed: () => false, style: figureStyle('print'), direction, width: 520, resourcesFolder });
const heightOf = (svg: string | null) => Number(/viewBox="0 0 520 (\d+)"/.exec(svg ?? '')?.[1]);

describe('the drawing of a problem tree', () => {
  test('stands upright while its boxes are wide enough to be read, and lies down when they are not', () => {
    const upright = draw(broad(2, 2));
    const lying = draw(broad(5, 2));
    expect(heightOf(upright)).toBeLessThan(250);
    expect(heightOf(lying)).toBeGreaterThan(heightOf(upright));
    expect(heightOf(lying)).toBeLessThan(690);
  });

  test('is left to the list where it fits no page, has no core, or nothing in it', () => {
    expect(draw(broad(30, 3))).toBeNull();
    expect(draw(treeOf([node('a', 'cause', 'Loose')], []))).toBeNull();
    expect(draw(treeOf([], []))).toBeNull();
  });

  test('is mirrored for readers from the right, and always the same for the same tree', () => {
    expect(draw(broad(5, 2), 'rtl')).not.toBe(draw(broad(5, 2)));
    expect(draw(broad(5, 2))).toBe(draw(broad(5, 2)));
  });

  test('goes round no ring and holds words of any length', () => {
    const ring = treeOf(
      [node('core', 'core', 'x'.repeat(2000)), node('a', 'cause', 'A'), node('b', 'cause', 'B')],
      [
        ['a', 'core'],
        ['b', 'a'],
        ['a', 'b'],
      ],
    );
    expect(draw(ring)).toContain('<svg');
  });
});

describe.each(outputLanguages)('problem trees in the profile, in %s', (language) => {
  const context = exportContextOf(language);
  const tree = treeOf(
    [
      node('core', 'core', core, { objectiveText: 'People are out after dark' }),
      node('lamps', 'cause', 'Lamps are broken', { support: 'supported' }),
      node('money', 'cause', 'Nobody pays for repairs', { isClaim: true }),
      node('school', 'effect', 'Evening classes are empty'),
      node('loose', 'cause', 'Said in passing'),
    ],
    [
      ['lamps', 'core'],
      ['money', 'lamps'],
      ['core', 'school'],
    ],
  );
  const report = writeProfile({ ...emptyProfile(), problemTrees: [tree, broad(30, 3)] }, context);
  const words = JSON.stringify(report.document);

  test('stand as drawings and as lists of the same, turned round too where they are worded', () => {
    for (const text of [core, 'Nobody pays for repairs', 'Said in passing', 'People are out after dark', 'Not of one mind']) expect(words).toContain(text);
    expect(words).toContain(context.t('report.trees.caption.problems', { title: 'After dark' }));
    expect(words).toContain(context.t('report.trees.caption.objectives', { title: 'After dark' }));
    expect(words).toContain(context.t('report.trees.listOnly'));
    expect(words).not.toMatch(/\{\{|"(report|trees)\.[a-z]/);
  });

  test('are set as an accessible PDF', async () => {
    const typesetter = await loadTypesetter();
    const pdf = await typesetter.pdf({ ...reportFiles(report, { resourcesFolder }), isStrict: true });
    expect(pdf.isAccessible).toBe(typesetter.name === 'native');
  }, 60_000);
});

test('a profile without trees says nothing of them', () => {
  const context = exportContextOf('en');
  expect(JSON.stringify(writeProfile(emptyProfile(), context).document)).not.toContain(context.t('report.trees.title'));
});
