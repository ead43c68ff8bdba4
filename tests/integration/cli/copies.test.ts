import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { FileCopy, RecoveryReport } from '#shared/domain/copies.ts';
import { cliJson } from './spawn-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'city-safety-copies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('copies are made, listed and gone back to, and a damaged file is saved, from the command line', async () => {
  const file = join(folder, 'city.citysafety');
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  await cliJson(['new', file, '--city', 'Puerto Prueba']);
  const made = (await cliJson(['copies', file, 'make', '--folder', stick])) as FileCopy;
  expect(made.path.startsWith(stick)).toBe(true);
  const list = (await cliJson(['copies', file, '--folder', stick])) as { folder: string; copies: FileCopy[] };
  expect(list.copies.map(({ fileName }) => fileName)).toEqual([made.fileName]);
  const restored = (await cliJson(['copies', file, 'restore', '--copy', made.fileName, '--folder', stick])) as { path: string; kept: string };
  expect(restored.path).toBe(file);
  expect(readdirSync(join(restored.kept, '..'))).toHaveLength(2);

  const damaged = join(folder, 'damaged.citysafety');
  writeFileSync(damaged, readFileSync(file).fill(0, 0, 100));
  const report = (await cliJson(['recover', damaged, join(folder, 'new.citysafety')])) as RecoveryReport;
  expect(report).toMatchObject({ isComplete: true, contents: { cityName: 'Puerto Prueba' } });
  expect(await cliJson(['show', report.path])).toMatchObject({ city: { name: 'Puerto Prueba' } });
}, 180_000);
