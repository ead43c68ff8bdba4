import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

describe('factors', () => {
  test('are added, changed, undone and removed; what is not said stays empty', async () => {
    const { client } = await newProject();
    const finding = await client.findings.add({ sentence: 'Streets are dark' });
    const factor = await client.factors.add({ level: 'community', direction: 'risk', text: 'Poor lighting' });
    expect(factor).toMatchObject({ changeable: '', grade: '', source: '', findingId: null, isRestricted: false });
    await client.factors.update({ id: factor.id, patch: { changeable: 'yes', grade: 'B', findingId: finding.id } });
    await client.history.undo();
    expect(await client.factors.list()).toMatchObject([{ changeable: '', grade: '' }]);
    await client.history.redo();
    await client.findings.remove({ id: finding.id });
    expect(await client.factors.list()).toMatchObject([{ changeable: 'yes', findingId: null }]);
    await client.factors.remove({ id: factor.id });
    expect(await client.factors.list()).toEqual([]);
    expect((await refusalOf(client.factors.update({ id: factor.id, patch: {} }))).code).toBe('object/not-found');
  });
});

describe('influences from outside', () => {
  test('are weighed when both marks are there', async () => {
    const { client } = await newProject();
    const { id } = await client.factors.addOutside({ dimension: 'economic', text: 'The cannery closes', impact: 3 });
    expect(await client.factors.outside()).toMatchObject([{ score: null, band: null, horizon: '' }]);
    expect(await client.factors.updateOutside({ id, patch: { likelihood: 4, horizon: 'emerging' } })).toMatchObject({ score: 12, band: 'very-high' });
    await client.history.undo();
    expect(await client.factors.outside()).toMatchObject([{ score: null, horizon: '' }]);
    await client.factors.removeOutside({ id });
    expect(await client.factors.outside()).toEqual([]);
  });

  test('a mark beyond four is no mark', async () => {
    const { client } = await newProject();
    await expect(client.factors.addOutside({ dimension: 'economic', impact: 5 })).rejects.toThrow();
  });
});
