import { describe, expect, test } from 'vitest';
import { supportOf } from '#shared/methods/evidence-support.ts';

describe('how well a finding stands', () => {
  const agrees = (kind: 'incidents' | 'survey' | 'walk') => ({ kind, stance: 'for' as const });
  test('nothing at all is a claim', () => expect(supportOf([])).toBe('claim'));
  test('one kind, however often, is a single source', () => expect(supportOf([agrees('survey'), agrees('survey')])).toBe('single'));
  test('two kinds that agree support it', () => expect(supportOf([agrees('survey'), agrees('incidents')])).toBe('supported'));
  test('any that opposes makes it contested', () => {
    expect(supportOf([agrees('survey'), agrees('incidents'), { kind: 'walk', stance: 'against' }])).toBe('contested');
    expect(supportOf([{ kind: 'walk', stance: 'against' }])).toBe('contested');
  });
});
