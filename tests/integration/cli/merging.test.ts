import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { MergeReport } from '#shared/domain/merging.ts';
import { atLaptop, workOf } from '../../fixtures/break-out.ts';
import { cliJson } from './spawn-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'city-safety-merging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('copies are handed out and brought together from the command line, with a preview that writes nothing', async () => {
  const file = join(folder, 'city.citysafety');
  await cliJson(['new', file, '--city', 'Puerto Prueba']);
  const { copies } = (await cliJson(['hand-out', file, folder, 'Table 6', 'Table 7'])) as { copies: { name: string; path: string }[] };
  expect(copies.map(({ name }) => name)).toEqual(['Table 6', 'Table 7']);
  const paths = copies.map(({ path }) => path);
  await atLaptop(paths[0] ?? '', { person: '' }, ({ client }) => workOf['Table 6'](client));
  await atLaptop(paths[1] ?? '', { person: 'Luis' }, async ({ client }) => void (await client.findings.add({ sentence: 'The way is dark.' })));
  const preview = (await cliJson(['merge', file, ...paths, '--preview'])) as MergeReport & { isPreview: boolean };
  expect(preview).toMatchObject({ isPreview: true, revision: null, counts: [{ type: 'finding', added: 1 }] });
  expect(preview.contributions.map(({ copyName, changes, people }) => [copyName, changes, people])).toEqual([
    ['Table 6', 0, []],
    ['Table 7', 1, ['Luis']],
  ]);
  expect(await cliJson(['show', file])).toMatchObject({ counts: { findings: 0 } });
  expect(((await cliJson(['merge', file, ...paths])) as MergeReport).revision).not.toBeNull();
  expect(await cliJson(['show', file])).toMatchObject({ counts: { findings: 1 } });
}, 180_000);
