import { describe, expect, it } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, fileOf, importText, inspectFile, inspectText } from './importing.ts';

const lastYear = 'when,what,where\n05/03/2022,Robo,Poniente\n06/04/2022,Homicidio,Oriente\n';
const nextYear = 'when,what,where\n07/05/2023,Robo,Poniente\n08/06/2023,Robo,El Oriente\n09/06/2023,Robo,Oriente\n';
const columns = { date: 'when', offence: 'what', area: 'where' };

describe('a kept way of reading', () => {
  it('is saved, renamed, listed and removed, each of them one change that can be undone', async () => {
    const city = await newProject();
    const { recipe, columns: seen } = await inspectText(city, 'incidents', lastYear, { columns });
    const saved = await city.client.imports.saveRecipe({ name: 'Police file', recipe, columns: seen.map(({ name }) => name) });
    expect(await city.client.imports.recipes()).toEqual([saved]);
    expect((await city.client.imports.renameRecipe({ id: saved.id, name: 'Monthly file' })).name).toBe('Monthly file');
    await city.client.imports.removeRecipe({ id: saved.id });
    expect(await city.client.imports.recipes()).toEqual([]);
    await city.client.history.undo();
    expect((await city.client.imports.recipes())[0]).toMatchObject({ id: saved.id, name: 'Monthly file' });
    expect(await refusalOf(city.client.imports.renameRecipe({ id: crypto.randomUUID(), name: 'x' }))).toMatchObject({ code: 'object/not-found' });
  });

  it('is used without asking for a file with the same columns, and says so', async () => {
    const city = await newProject();
    const first = await inspectText(city, 'incidents', lastYear, { columns, dateOrder: 'mdy', categories: { offence: { Robo: 'Robbery' } } });
    const saved = await city.client.imports.saveRecipe({ name: 'Police file', recipe: first.recipe, columns: ['when', 'what', 'where'] });
    const next = await inspectText(city, 'incidents', nextYear);
    expect(next).toMatchObject({ usedRecipeId: saved.id, fittingRecipes: [{ id: saved.id, share: 1 }], firstDay: '2023-07-05' });
    expect(next.recipe.columns).toEqual(columns);
    expect(next.offences.map(({ name }) => name)).toEqual(['Robbery']);
    expect(next.guesses.find(({ setting }) => setting === 'recipeId')).toMatchObject({ code: 'saved-recipe', value: 'Police file', isSure: true });
  });

  it('gives way to what the file tells: an order of dates that only fits one way', async () => {
    const city = await newProject();
    const first = await inspectText(city, 'incidents', lastYear, { columns, dateOrder: 'mdy' });
    await city.client.imports.saveRecipe({ name: 'Police file', recipe: first.recipe, columns: ['when', 'what', 'where'] });
    const next = await inspectText(city, 'incidents', 'when,what,where\n25/12/2023,Robo,Poniente\n');
    expect(next).toMatchObject({ firstDay: '2023-12-25', usableRowCount: 1 });
  });

  it('is left alone when it is not wanted, or when other columns came', async () => {
    const city = await newProject();
    await importText(city, 'incidents', lastYear, { recipe: { columns } });
    const file = fileOf(city, 'other.csv', nextYear.replace('where', 'where,note'));
    expect(await inspectFile(city, 'incidents', file)).toMatchObject({ usedRecipeId: null, missingFields: ['date', 'offence'] });
    const [dataset] = await city.client.imports.datasets();
    const asked = city.client.imports.inspect({ file, kind: 'incidents', recipeId: dataset?.id ?? '' });
    for await (const _progress of await asked);
  });

  it('of an earlier dataset fits a wide table of the following years', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const recipe = { columns: { offence: 'what', area: 'where' } };
    const wide = (years: number[]) =>
      `where,what,${years.map((year) => `y ${year}`).join(',')}\nPoniente,Murder,${years.map(() => 3).join(',')}\nOriente,Murder,${years.map(() => 4).join(',')}\n`;
    await importText(city, 'incidents', wide([2018, 2019, 2020]), { name: 'murders 2020.csv', recipe });
    const next = await inspectText(city, 'incidents', wide([2021, 2022, 2023]), {}, 'murders 2023.csv');
    expect(next).toMatchObject({ recipe: { wide: { columns: ['y 2021', 'y 2022', 'y 2023'], field: 'year' } }, incidentCount: 21, usableRowCount: 2 });
    expect(next.usedRecipeId).not.toBeNull();
  });

  it('does not carry decisions about areas that are gone', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const [west] = (await city.client.areas.list({})).filter(({ name }) => name === 'Poniente');
    await importText(city, 'incidents', lastYear.replaceAll('Oriente', 'Ponente 2'), { recipe: { columns, areaDecisions: { 'Ponente 2': west?.id ?? '' } } });
    await city.client.areas.remove({ id: west?.id ?? '' });
    const next = await inspectText(city, 'incidents', nextYear);
    expect(next.recipe.areaDecisions).toEqual({});
  });
});
