import { expect, test } from 'vitest';
import { newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';

test('a new project is open, named and saved', async () => {
  const { client, path } = await newProject();
  expect(await client.project.current()).toMatchObject({ path, fileName: 'city.citysafety', city: { name: 'Puerto Prueba' }, isReadOnly: false, revision: 1 });
});

test('without a project, every subject says that none is open', async () => {
  const { client } = withEngine();
  expect(await client.project.current()).toBeNull();
  expect(await refusalOf(client.stakeholders.list())).toEqual({ code: 'project/none-open', params: {} });
});
