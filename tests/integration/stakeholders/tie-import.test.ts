import { describe, expect, test } from 'vitest';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { importText, inspectText } from '../imports/importing.ts';

async function withRegister(): Promise<EngineFixture> {
  const city = await newProject();
  for (const name of ['Fundación Puente', 'Municipal Treasury', 'Directorate of Citizen Safety']) await city.client.stakeholders.add({ name });
  return city;
}

const namesOf = async ({ client }: EngineFixture) => {
  const names = new Map((await client.stakeholders.list()).map(({ id, name }) => [id, name]));
  return (await client.network.ties()).map(({ fromId, kind, toId, informant }) => `${names.get(fromId)} ${kind} ${names.get(toId)} (${informant})`);
};

describe('ties from a file', () => {
  test('names are matched without accents and case and with a slip of the pen; words for the kind in any language', async () => {
    const city = await withRegister();
    const result = await importText(
      city,
      'ties',
      'from,to,kind,informant\nMUNICIPAL TREASURY,Directorate of Citizen Safety,finances,Table 1\nFundacion Puente,Directorate of Citizen Safty,informa,Table 2\n',
    );
    expect(result).toMatchObject({ rows: 2, imported: 2 });
    expect(await namesOf(city)).toEqual([
      'Municipal Treasury funds Directorate of Citizen Safety (Table 1)',
      'Fundación Puente informs Directorate of Citizen Safety (Table 2)',
    ]);
  });

  test('bodies that are not in the register are listed for a decision, and then counted as decided', async () => {
    const city = await withRegister();
    const text = 'origen,destino,tipo\nTesoreria,Fundación Puente,bloquea\nMunicipal Treasury,Fundación Puente,funds\n';
    const preview = await inspectText(city, 'ties', text);
    expect(preview.usableRowCount).toBe(1);
    expect(preview.categoryQuestions).toMatchObject([{ field: 'from', column: 'origen', value: 'Tesoreria', rows: 1 }]);
    expect(preview.problemCounts).toEqual([{ code: 'unknown-body', count: 1, dropsRow: true }]);
    const result = await importText(city, 'ties', text, { recipe: { categories: { from: { Tesoreria: 'Municipal Treasury' } } } });
    expect(result.imported).toBe(2);
    expect(await namesOf(city)).toContain('Municipal Treasury blocks Fundación Puente ()');
  });

  test('self-ties, repeats and ties without a kind are left out and said', async () => {
    const city = await withRegister();
    const result = await importText(
      city,
      'ties',
      'from,to,kind\nMunicipal Treasury,Municipal Treasury,funds\nMunicipal Treasury,Fundación Puente,funds\nMunicipal Treasury,Fundación Puente,funds\nMunicipal Treasury,Fundación Puente,likes\n,Fundación Puente,funds\n',
    );
    expect(result.imported).toBe(1);
    expect(new Set(result.problemCounts.map(({ code }) => code))).toEqual(new Set(['self-tie', 'tie-known', 'unknown-tie-kind', 'missing-body']));
  });

  test('a file without a usable tie is refused, and a dataset takes its ties along', async () => {
    const city = await withRegister();
    expect((await refusalOf(importText(city, 'ties', 'from,to,kind\nNobody,Nowhere,funds\n'))).code).toBe('import/nothing-usable');
    const { dataset } = await importText(city, 'ties', 'from,to,kind\nMunicipal Treasury,Fundación Puente,funds\n');
    await city.client.imports.removeDataset({ id: dataset });
    expect(await city.client.network.ties()).toEqual([]);
    await city.client.history.undo();
    expect(await city.client.network.ties()).toHaveLength(1);
  });
});
