import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, cliJson } from '../cli/spawn-cli.ts';
import { ana, cityWithPeople, former, foundInBytes, omar, textsOf } from './city-with-people.ts';

it('the verb share makes a copy without people, also while the project is open in a window, and never overwrites a file', async () => {
  const { path, folder, project } = await cityWithPeople();
  const revision = project().reader.prepare('SELECT max(revision) FROM change').pluck().get();
  const copy = join(folder, 'shared.citysafety');
  expect(await cliJson(['share', path, copy])).toMatchObject({ path: copy, people: 4, raters: 3, hasPassphrase: false });
  expect(foundInBytes(copy, [...textsOf([ana, omar, former]), 'Table three', 'Facilitator Two'])).toEqual([]);
  expect(project().reader.prepare('SELECT max(revision) FROM change').pluck().get()).toBe(revision);
  const again = await cli(['share', path, copy, '--json']);
  expect(again.exitCode).toBe(1);
  expect(JSON.parse(again.out).error.code).toBe('project/already-exists');
});
