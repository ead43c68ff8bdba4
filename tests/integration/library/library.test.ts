import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { gatherProfile } from '#main/engine/outputs/gather-profile.ts';
import { newProject, refusalOf, resourcesFolder } from '../../fixtures/engine.ts';

const facts = fileURLToPath(new URL('../../../../shared/data/practice/good_practice_facts.csv', import.meta.url));

describe('practices that ship', () => {
  test('stand in every language with their sources, and keep rival results side by side', async () => {
    const { client } = await newProject();
    for (const language of ['en', 'es', 'ar']) {
      const practices = await client.library.list({ language });
      expect(practices).toHaveLength(16);
      for (const practice of practices) {
        expect(practice.isShipped, practice.id).toBe(true);
        for (const text of [practice.title, practice.problem, practice.steps, practice.source, practice.leadBody]) expect(text, practice.id).not.toBe('');
        expect(practice.region, practice.id).not.toBeNull();
      }
      const upgrading = practices.find(({ id }) => id === 'gp01');
      expect(upgrading?.results).toHaveLength(2);
      expect(upgrading).toMatchObject({ hasRivalResults: true, region: 'africa', grade: 'X' });
    }
    const [english, arabic] = await Promise.all(['en', 'ar'].map(async (language) => (await client.library.list({ language }))[0]?.title));
    expect(english).not.toBe(arabic);
  });

  test.skipIf(!existsSync(facts))('are the facts that were gathered: place, years, scale and source (skipped without the shared data)', async () => {
    const { client } = await newProject();
    const practices = new Map((await client.library.list({ language: 'en' })).map((practice) => [practice.id, practice]));
    const rows = Papa.parse<Record<string, string>>(readFileSync(facts, 'utf8').trim(), { header: true }).data;
    expect(rows).toHaveLength(practices.size);
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    for (const row of rows) {
      const practice = practices.get(row.id ?? '');
      expect({ country: names.of(practice?.country ?? ''), scale: practice?.scale, start: practice?.startYear ?? '', end: practice?.endYear ?? '' }).toEqual({
        ...{ country: row.country, scale: row.scale },
        ...{ start: row.start ? Number(row.start) : '', end: row.end ? Number(row.end) : '' },
      });
      expect(practice?.results.length === 0, row.id).toBe(row.stated_result === '');
    }
  });

  test('cannot be changed or removed', async () => {
    const { client } = await newProject();
    await expect(client.library.update({ id: 'gp01', patch: { title: 'Mine' } })).rejects.toThrow();
    const id = '018f0000-0000-7000-8000-000000000001';
    expect((await refusalOf(client.library.remove({ id }))).code).toBe('object/not-found');
  });
});

describe('own practices and their links', () => {
  const withMeasure = async () => {
    const city = await newProject();
    const objective = await city.client.policy.addObjective({ title: 'Light' });
    const measure = await city.client.policy.addMeasure({ objectiveId: objective.id, title: 'Lamps first' });
    return { ...city, measure };
  };

  test('are added, filled in, undone, and stand before those that ship', async () => {
    const { client } = await newProject();
    const { id } = await client.library.add({ title: 'Night walk' });
    const results = [
      { text: 'Calls fell by 10 %', source: 'City' },
      { text: 'Calls fell by 3 %', source: 'University' },
    ];
    expect(await client.library.update({ id, patch: { results, country: 'PE', approaches: ['social'] } })).toMatchObject({
      hasRivalResults: true,
      region: 'latin-america',
    });
    expect((await client.library.list({ language: 'en' }))[0]).toMatchObject({ title: 'Night walk', isShipped: false, mayBeShared: false });
    await client.history.undo();
    expect((await client.library.list({ language: 'en' }))[0]).toMatchObject({ results: [], region: null });
  });

  test('a measure follows a practice; only what may be shared is printed', async () => {
    const { client, measure, project } = await withMeasure();
    const own = await client.library.add({ title: 'Night walk' });
    await client.library.link({ measureId: measure.id, practiceId: own.id });
    await client.library.link({ measureId: measure.id, practiceId: 'gp07', note: 'Place by place' });
    await client.library.link({ measureId: measure.id, practiceId: 'gp07', note: 'Street by street' });
    expect(await client.library.links()).toHaveLength(2);
    const printed = () => gatherProfile(project(), { resourcesFolder, language: 'es', appVersion: '1' }).practices;
    expect(printed()).toMatchObject([{ practice: { id: 'gp07', title: 'Repensar el alumbrado público' }, links: [{ note: 'Street by street' }] }]);
    await client.library.update({ id: own.id, patch: { mayBeShared: true } });
    expect(printed().map(({ practice }) => practice.title)).toContain('Night walk');
  });

  test('links go with the practice and with the measure, and come back', async () => {
    const { client, measure } = await withMeasure();
    const own = await client.library.add({ title: 'Night walk' });
    await client.library.link({ measureId: measure.id, practiceId: own.id });
    await client.library.remove({ id: own.id });
    expect(await client.library.links()).toEqual([]);
    await client.history.undo();
    expect(await client.library.links()).toHaveLength(1);
    await client.policy.removeMeasure({ id: measure.id });
    expect(await client.library.links()).toEqual([]);
    await client.history.undo();
    await client.library.unlink({ measureId: measure.id, practiceId: own.id });
    expect(await client.library.links()).toEqual([]);
  });

  test('a practice that is not there cannot be followed', async () => {
    const { client, measure } = await withMeasure();
    expect((await refusalOf(client.library.link({ measureId: measure.id, practiceId: 'gp99' }))).code).toBe('object/not-found');
  });
});
