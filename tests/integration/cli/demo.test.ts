import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cliJson } from './spawn-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'city-safety-demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface DemoAnswer {
  readonly path: string;
  readonly imports: { readonly fileName: string; readonly rows: number; readonly imported: number }[];
  readonly outputs: { readonly path: string; readonly language: string; readonly kind: string; readonly sha256: string }[];
}

it('the demo builds the sample city and its outputs, again over an earlier one, and the same project makes the same bytes', async () => {
  await cliJson(['demo', folder]);
  const demo = (await cliJson(['demo', folder])) as DemoAnswer;
  expect(readdirSync(folder).sort()).toEqual([
    ...['ar', 'en', 'es'].map((language) => `city-safety-profile-${language}.pdf`),
    ...['ar', 'en', 'es'].map((language) => `data-workbook-${language}.xlsx`),
    'puerto-sereno.citysafety',
  ]);
  expect(demo.imports).toHaveLength(9);
  for (const { rows, imported } of demo.imports) expect(imported).toBeGreaterThan(rows * 0.99);
  for (const { path, kind, language, sha256 } of demo.outputs) {
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(kind === 'profile' ? '%PDF' : 'PK\u0003\u0004');
    if (language !== 'es') continue;
    const again = (await cliJson(['export', demo.path, kind, join(folder, `again.${kind}`), '--language', language])) as { sha256: string };
    expect(again.sha256).toBe(sha256);
    rmSync(join(folder, `again.${kind}`));
  }
}, 180_000);
