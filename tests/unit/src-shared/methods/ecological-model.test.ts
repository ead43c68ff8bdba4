import { describe, expect, test } from 'vitest';
import type { Factor } from '#shared/domain/factors.ts';
import { readEcology } from '#shared/methods/ecological-model.ts';

const factor = (text: string, patch: Partial<Factor>): Factor => ({
  ...{ id: text, level: 'community', direction: 'risk', text, changeable: '', grade: '', source: '', note: '', findingId: null, isRestricted: false },
  ...patch,
});

describe('the ecological model', () => {
  const lighting = factor('Poor lighting', { level: 'community', direction: 'risk', changeable: 'yes', grade: 'B' });
  const parents = factor('Parental support', { level: 'relationship', direction: 'protective' });
  const guns = factor('Gun law', { level: 'society', direction: 'risk', changeable: 'no', findingId: 'f' });

  test('EC-1: three factors leave five of eight cells empty', () => {
    const { cells, emptyCells } = readEcology([lighting, parents, guns]);
    expect(cells).toHaveLength(8);
    expect(emptyCells.map(({ level, direction }) => `${level} ${direction}`)).toEqual([
      'individual risk',
      'individual protective',
      'relationship risk',
      'community protective',
      'society protective',
    ]);
  });

  test('names factors that neither a grade nor a finding supports', () => expect(readEcology([lighting, parents, guns]).withoutEvidence).toEqual([parents]));

  test('names risks that nobody here can change, and no protection', () => {
    const far = factor('National pension', { level: 'society', direction: 'protective', changeable: 'no' });
    expect(readEcology([lighting, guns, far]).beyondReach).toEqual([guns]);
  });

  test('of nothing, everything is empty', () => expect(readEcology([])).toMatchObject({ withoutEvidence: [], beyondReach: [], emptyCells: { length: 8 } }));
});
