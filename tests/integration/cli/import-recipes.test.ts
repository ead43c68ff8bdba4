import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cli, cliJson } from './spawn-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'city-safety-recipes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('a way of reading is kept by name and used on the next file; a newer edition takes the place of the old one', { timeout: 60_000 }, async () => {
  const project = join(folder, 'city.citysafety');
  await cliJson(['new', project, '--city', 'Puerto Prueba']);
  const first = file('one.csv', 'wann;was\n05/03/2022;Robo\n06/03/2022;Robo\n');
  const mapping = file('m.json', JSON.stringify({ columns: { date: 'wann', offence: 'was' }, dateOrder: 'mdy' }));
  await cliJson(['import', project, 'incidents', first, '--mapping', mapping, '--save-recipe', 'Police', '--published', '2022-12-31']);
  const second = file('two.csv', 'was;wann;note\nRobo;05/03/2023;\nRobo;05/04/2023;x\nHomicidio;05/05/2023;\n');
  const answer = (await cliJson(['import', project, 'incidents', second, '--recipe', 'police', '--replaces', 'one.csv'])) as {
    recipe: unknown;
    imported: number;
  };
  expect(answer).toMatchObject({ imported: 3, recipe: { columns: { date: 'wann', offence: 'was' }, dateOrder: 'mdy' } });
  const { datasets } = (await cliJson(['show', project])) as { datasets: { fileName: string }[] };
  expect(datasets.map(({ fileName }) => fileName)).toEqual(['two.csv']);
  const { exitCode, out } = await cli(['import', project, 'incidents', first, '--recipe', 'Nobody knows', '--json']);
  expect(exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'import/unknown-recipe', params: { recipe: 'Nobody knows' } } });
});
