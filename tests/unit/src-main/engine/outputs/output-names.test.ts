import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputFileName, outputFolder, safeFileName } from '#main/engine/outputs/output-names.ts';

describe('names of outputs', () => {
  it('are safe on Windows', () => {
    expect(safeFileName('A/B: «C»?', 'x')).toBe('A B «C»');
    expect(safeFileName(' ..Río Seco.. ', 'x')).toBe('Río Seco');
    expect(safeFileName('con', 'City')).toBe('City');
    expect(safeFileName('LPT1.txt', 'City')).toBe('City');
    expect(safeFileName('\u0007\n', 'City')).toBe('City');
    expect(safeFileName('x'.repeat(300), 'x')).toHaveLength(80);
    expect(safeFileName('بلدية', 'x')).toBe('بلدية');
  });

  it('say city, kind, day and language', () => {
    const parts = { city: 'Puerto Sereno', title: 'City Safety Profile', day: '2026-11-21', language: 'en', format: 'pdf' } as const;
    expect(outputFileName(parts)).toBe('Puerto Sereno – City Safety Profile – 2026-11-21 (en).pdf');
    expect(outputFileName({ ...parts, format: 'xlsx' })).toMatch(/\.xlsx$/);
  });

  it('go to a folder beside the project', () => {
    expect(outputFolder(join('/cities', 'sereno.citysafety'))).toBe(join('/cities', 'sereno outputs'));
  });
});
