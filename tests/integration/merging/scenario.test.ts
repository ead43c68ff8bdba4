import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { MergeReport } from '#shared/domain/merging.ts';
import { atLaptop, type Laptop, prepareCity, tables, workOf } from '../../fixtures/break-out.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';

const passphrase = 'lantern boat seven';

/** The lead's laptop with an encrypted project and a folder for copies. */
async function leadLaptop(prepare: (client: EngineClient) => Promise<void> = async () => {}): Promise<EngineFixture> {
  const lead = await newProject();
  await prepare(lead.client);
  await lead.client.project.setPassphrase({ passphrase });
  return lead;
}

async function handOut(lead: EngineFixture, names: readonly string[]): Promise<string[]> {
  const { file: folder } = await lead.client.files.folderFromPath({ path: lead.folder });
  return (await lead.client.merging.handOut({ folder, names: [...names] })).map(({ path }) => path);
}

/** A group's work on its copy, which opens with the lead's passphrase. */
const work = <Result>(path: string, deeds: (client: EngineClient, laptop: Laptop) => Promise<Result>) =>
  atLaptop(path, { person: '', passphrase }, (laptop) => deeds(laptop.client, laptop));

type What = 'preview' | 'bringTogether';

async function merge(lead: EngineFixture, paths: readonly string[], what: What = 'bringTogether'): Promise<MergeReport> {
  const stream = await lead.client.merging[what]({ files: paths.map((path) => lead.engine.services.files.hand(path)) });
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

async function importFile(client: EngineClient, laptop: Pick<Laptop, 'hand'>, kind: 'incidents' | 'stakeholders' | 'figures' | 'survey', path: string) {
  const stream = await client.imports.run({ file: laptop.hand(path), kind });
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

function written(lead: EngineFixture, name: string, text: string): string {
  const path = join(lead.folder, name);
  writeFileSync(path, text);
  return path;
}

const count = (report: MergeReport, type: string) => {
  const { added, changed, removed } = report.counts.find((one) => one.type === type) ?? { added: 0, changed: 0, removed: 0 };
  return { added, changed, removed };
};

const incidentsText = 'date,offence,neighbourhood\n2024-01-05,Robbery,Centro\n2024-01-06,Theft,Puerto\n2024-01-07,Robbery,Puerto\n';

async function twoAreas(client: EngineClient): Promise<void> {
  await client.areas.add({ name: 'Centro' });
  await client.areas.add({ name: 'Puerto' });
}

describe('one lead and six tables', () => {
  test('what the preview announces is what comes in; questions are decided; undone and done again', async () => {
    const lead = await leadLaptop(prepareCity);
    const copies = await handOut(lead, tables);
    for (const [index, path] of copies.entries()) await work(path, workOf[tables[index] ?? 'Table 1']);
    const before = contentsOf(lead.project());
    const announced = await merge(lead, copies, 'preview');
    expect(contentsOf(lead.project())).toEqual(before);
    expect(announced.contributions.map(({ copyName, changes }) => [copyName, changes])).toEqual([
      ...tables.slice(0, 5).map((name) => [name, 5]),
      ['Table 6', 0],
    ]);
    const report = await merge(lead, copies);
    expect({ ...report, revision: null }).toEqual({
      ...announced,
      reviews: report.reviews.map((item) => expect.objectContaining({ id: item.id, field: item.field })),
    });
    expect(count(report, 'stakeholder_rating').added).toBe(10);
    expect(report.reviews.map(({ kind, type }) => `${kind} ${type}`).sort()).toEqual(['field measure', 'removal finding']);
    const removal = report.reviews.find(({ kind }) => kind === 'removal');
    expect(removal?.writes.map(({ copyName }) => copyName)).toEqual(['Table 3']);
    expect(removal?.works.map(({ copyName }) => copyName)).toEqual(['Table 4']);
    expect((await lead.client.merging.handedOut()).every(({ broughtBackAt }) => broughtBackAt)).toBe(true);

    const merged = contentsOf(lead.project());
    expect((await lead.client.history.undo()).name).toBe('merging.bringTogether');
    expect(contentsOf(lead.project())).toEqual(before);
    expect(await lead.client.merging.reviews()).toEqual([]);
    const again = await merge(lead, copies.slice(0, 1));
    expect(again.undoneMerge?.names).toBe(tables.join(', '));
    expect(contentsOf(lead.project())).toEqual(merged);
    expect((await lead.client.merging.reviews()).map(({ kind }) => kind).sort()).toEqual(['field', 'removal']);

    for (const { type, id, field, writes, kind } of await lead.client.merging.reviews()) {
      await lead.client.merging.decide({ type, id, field, stamp: kind === 'field' ? (writes[1]?.stamp ?? null) : null, remove: kind === 'removal' });
    }
    expect(await lead.client.merging.reviews()).toEqual([]);
    expect((await lead.client.policy.measures())[0]?.title).toBe('Lamps at the station');
    expect((await merge(lead, copies, 'preview')).total).toBe(0);
  }, 120_000);

  test('an undone merge is taken in again after other work, and its questions with it', async () => {
    const lead = await leadLaptop(prepareCity);
    const copies = await handOut(lead, tables.slice(0, 2));
    for (const [index, path] of copies.entries()) await work(path, workOf[tables[index] ?? 'Table 1']);
    await merge(lead, copies);
    await lead.client.history.undo();
    await lead.client.findings.add({ sentence: 'Written after the undo.' });
    const again = await merge(lead, copies);
    expect(again.undoneMerge).not.toBeNull();
    expect((await lead.client.findings.list()).length).toBe(5);
    expect((await lead.client.merging.reviews()).map(({ field }) => field)).toEqual(['title']);
  }, 120_000);
});

describe('handing out', () => {
  test('copies keep the passphrase, know their name, and a taken file name gets a number', async () => {
    const lead = await leadLaptop();
    const [first, second] = [...(await handOut(lead, ['Table 1'])), ...(await handOut(lead, ['Table 1']))];
    expect(first).toMatch(/city – Table 1\.citysafety$/);
    expect(second).toMatch(/city – Table 1 \(2\)\.citysafety$/);
    await work(first ?? '', async (client) => expect(await client.merging.thisCopy()).toMatchObject({ name: 'Table 1', originName: '' }));
    expect(await refusalOf(atLaptop(first ?? '', { person: '' }, async () => {}))).toMatchObject({ code: 'project/passphrase-needed' });
    expect(await lead.client.merging.handedOut()).toHaveLength(2);
  });

  test('a folder that is not there is called so, without a word of automatic copies', async () => {
    const lead = await leadLaptop();
    const path = join(lead.folder, 'no-such-folder');
    expect(await refusalOf(lead.client.files.folderFromPath({ path }))).toMatchObject({ code: 'project/folder-gone', params: { folder: path } });
  });

  test('a copy that cannot be written is not listed', async () => {
    const lead = await leadLaptop();
    const file = lead.engine.services.files.hand(join(lead.folder, 'no-such-folder', 'copy.citysafety'));
    await refusalOf(lead.client.merging.handOut({ file, names: ['Table 1'] }));
    expect(await lead.client.merging.handedOut()).toEqual([]);
  });
});

describe('what is imported on laptops', () => {
  test('a survey and a table of statistics come over whole, under the areas that they have here, and go and come back with the merge', async () => {
    const lead = await leadLaptop(twoAreas);
    const [path = ''] = await handOut(lead, ['Table 1']);
    const figures = written(lead, 'figures.csv', 'area,year,group,value\nCentro,2024,women,5\nPuerto,2024,men,n.d.\nElsewhere,2024,,7\n');
    const rows = Array.from({ length: 9 }, (_, row) => `${row % 2 ? 'Centro' : 'Puerto'},${1 + (row % 3)},${1 + (row % 2)}`);
    const survey = written(lead, 'survey.csv', ['area,weight,P1', ...rows].join('\n'));
    const theirs = await work(path, async (client, laptop) => {
      await importFile(client, laptop, 'figures', figures);
      await importFile(client, laptop, 'survey', survey);
      const contents = contentsOf(laptop.project());
      return { figure: contents.figure, respondent: contents.respondent, survey_question: contents.survey_question };
    });
    expect(theirs.figure).toHaveLength(3);
    expect(theirs.respondent).toHaveLength(9);
    const before = contentsOf(lead.project());
    await merge(lead, [path]);
    const after = contentsOf(lead.project());
    expect(after).toMatchObject(theirs);
    await lead.client.history.undo();
    expect(contentsOf(lead.project())).toEqual(before);
    await lead.client.history.redo();
    expect(contentsOf(lead.project())).toEqual(after);
  });

  test('the same table of stakeholders on two laptops stands once', async () => {
    const lead = await leadLaptop();
    const table = written(lead, 'people.csv', 'name,sector,power\nWard council,local-government,4\nBus company,private-sector,3\n');
    const copies = await handOut(lead, ['Table 1', 'Table 2']);
    for (const path of copies) await work(path, async (client, laptop) => void (await importFile(client, laptop, 'stakeholders', table)));
    const report = await merge(lead, copies);
    expect(count(report, 'stakeholder').added).toBe(2);
    expect(report.reviews).toEqual([]);
    expect((await lead.client.stakeholders.list()).map(({ name }) => name).sort()).toEqual(['Bus company', 'Ward council']);
    expect(await lead.client.imports.datasets()).toHaveLength(1);
  }, 60_000);

  test('incidents that came in on one laptop arrive placed in the areas; the same file on two counts once; undo takes them away', async () => {
    const lead = await leadLaptop(twoAreas);
    const file = written(lead, 'incidents.csv', incidentsText);
    const copies = await handOut(lead, ['Table 1', 'Table 2']);
    for (const path of copies) await work(path, async (client, laptop) => void (await importFile(client, laptop, 'incidents', file)));
    const report = await merge(lead, copies);
    expect(report.incidents).toBe(3);
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 3, withAreaCount: 3 });
    expect(await lead.client.imports.datasets()).toHaveLength(1);
    await lead.client.history.undo();
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 0 });
    await lead.client.history.redo();
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 3, withAreaCount: 3 });
  }, 60_000);

  test('a dataset that one removed and another worked on stays with its incidents, and is asked about', async () => {
    const lead = await leadLaptop(twoAreas);
    const file = written(lead, 'incidents.csv', incidentsText);
    const { dataset: id } = await importFile(lead.client, { hand: (path) => lead.engine.services.files.hand(path) }, 'incidents', file);
    const [remover, citer] = await handOut(lead, ['Remover', 'Citer']);
    await work(remover ?? '', (client) => client.imports.removeDataset({ id }));
    await work(citer ?? '', async (client) => {
      await client.imports.updateDataset({ id, source: 'Police, second edition' });
    });
    const report = await merge(lead, [remover ?? '', citer ?? '']);
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 3, withAreaCount: 3 });
    expect((await lead.client.imports.datasets())[0]?.source).toBe('Police, second edition');
    expect(report.reviews.map(({ kind, type }) => `${kind} ${type}`)).toContain('removal dataset');
  }, 60_000);

  test('what was written out of a dataset stays although another removed the dataset', async () => {
    const lead = await leadLaptop(twoAreas);
    const file = written(lead, 'incidents.csv', incidentsText);
    const { dataset: id } = await importFile(lead.client, { hand: (path) => lead.engine.services.files.hand(path) }, 'incidents', file);
    const [remover, citer] = await handOut(lead, ['Remover', 'Citer']);
    await work(remover ?? '', (client) => client.imports.removeDataset({ id }));
    await work(citer ?? '', async (client) => {
      await client.findings.add({
        sentence: 'Robbery at the harbour.',
        evidence: [{ kind: 'incidents', stance: 'for', text: 'Two of three cases.', source: 'Police', refId: id }],
      });
    });
    await merge(lead, [remover ?? '', citer ?? '']);
    expect((await lead.client.findings.list())[0]?.evidence).toMatchObject([{ text: 'Two of three cases.', source: 'Police' }]);
  }, 60_000);

  test('a removed dataset goes from the lead too where nobody used it', async () => {
    const lead = await leadLaptop(twoAreas);
    const file = written(lead, 'incidents.csv', incidentsText);
    const { dataset: id } = await importFile(lead.client, { hand: (path) => lead.engine.services.files.hand(path) }, 'incidents', file);
    const [remover] = await handOut(lead, ['Remover']);
    await work(remover ?? '', (client) => client.imports.removeDataset({ id }));
    await merge(lead, [remover ?? '']);
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 0 });
    await lead.client.history.undo();
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 3, withAreaCount: 3 });
  }, 60_000);

  test('incidents whose merge was undone come in again whole, also after the history was folded', async () => {
    const lead = await leadLaptop(twoAreas);
    const file = written(lead, 'incidents.csv', incidentsText);
    const [importer] = await handOut(lead, ['Importer']);
    await work(importer ?? '', async (client, laptop) => void (await importFile(client, laptop, 'incidents', file)));
    await merge(lead, [importer ?? '']);
    await lead.client.history.undo();
    await lead.client.history.compact({});
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 0 });
    const announced = await merge(lead, [importer ?? ''], 'preview');
    expect(announced.undoneMerge).not.toBeNull();
    const report = await merge(lead, [importer ?? '']);
    expect({ ...report, revision: null, incidents: 0 }).toEqual({ ...announced, incidents: 0 });
    expect(count(report, 'dataset').added).toBe(1);
    expect(await lead.client.incidents.overview()).toMatchObject({ count: 3, withAreaCount: 3 });
  }, 60_000);

  test('an import that was undone here leaves what another had worked on meanwhile, and asks', async () => {
    const lead = await leadLaptop();
    const file = written(lead, 'bodies.csv', 'name,sector\nMarket women,community\nBus company,transport\n');
    await importFile(lead.client, { hand: (path) => lead.engine.services.files.hand(path) }, 'stakeholders', file);
    const [table] = await handOut(lead, ['Table 1']);
    await work(table ?? '', async (client) => {
      const { id } = (await client.stakeholders.list()).find(({ name }) => name === 'Market women') ?? { id: '' };
      await client.stakeholders.update({ id, patch: { note: 'They open at four' } });
    });
    await lead.client.history.undo();
    expect(await lead.client.stakeholders.list()).toEqual([]);
    const report = await merge(lead, [table ?? '']);
    expect((await lead.client.stakeholders.list()).map(({ name, note }) => [name, note])).toEqual([['Market women', 'They open at four']]);
    expect(report.reviews.map(({ kind, type }) => `${kind} ${type}`)).toContain('removal stakeholder');
  }, 60_000);

  test('an offence that one confirmed and that went with the dataset of another stays known', async () => {
    const lead = await leadLaptop(twoAreas);
    const file = written(lead, 'incidents.csv', incidentsText);
    const { dataset: id } = await importFile(lead.client, { hand: (path) => lead.engine.services.files.hand(path) }, 'incidents', file);
    const [remover, confirmer] = await handOut(lead, ['Remover', 'Confirmer']);
    await work(remover ?? '', (client) => client.imports.removeDataset({ id }));
    await work(confirmer ?? '', async (client) => {
      const offences = await client.incidents.offences();
      const robbery = offences.find(({ name }) => name === 'Robbery');
      await client.incidents.setOffenceGroup({ offenceIds: [robbery?.id ?? ''], group: 'property' });
    });
    await merge(lead, [remover ?? '', confirmer ?? '']);
    const offences = lead
      .project()
      .reader.prepare<[], { name: string; offence_group: string; is_confirmed: number }>('SELECT name, offence_group, is_confirmed FROM offence')
      .all();
    expect(offences).toContainEqual({ name: 'Robbery', offence_group: 'property', is_confirmed: 1 });
  }, 60_000);
});

test('an area that one removed while another linked a measure to it stays, with the link and a question', async () => {
  const lead = await leadLaptop(async (client) => {
    await twoAreas(client);
    const objective = await client.policy.addObjective({ title: 'Safe evenings' });
    await client.policy.addMeasure({ objectiveId: objective.id, title: 'Lamps' });
  });
  const [area] = await lead.client.areas.list({});
  const [lamps] = await lead.client.policy.measures();
  const [remover, linker] = await handOut(lead, ['Remover', 'Linker']);
  await work(remover ?? '', (client) => client.areas.remove({ id: area?.id ?? '' }));
  await work(linker ?? '', async (client) => {
    await client.policy.updateMeasure({ id: lamps?.id ?? '', patch: { areaIds: [area?.id ?? ''] } });
  });
  for (const order of [[remover, linker], [linker]]) await merge(lead, order as string[]);
  expect((await lead.client.areas.list({})).map(({ name }) => name).sort()).toEqual(['Centro', 'Puerto']);
  expect((await lead.client.policy.measures())[0]?.areaIds).toEqual([area?.id]);
  const [question] = await lead.client.merging.reviews();
  expect(question).toMatchObject({ kind: 'removal', type: 'area', name: area?.name });
  await lead.client.merging.decide({ type: 'area', id: area?.id ?? '', field: '', stamp: null, remove: true });
  expect((await lead.client.areas.list({})).length).toBe(1);
  expect((await lead.client.policy.measures())[0]?.areaIds).toEqual([]);
}, 60_000);

describe('files that cannot be brought in', () => {
  test('each says what it is when it is looked at, and is left as it is', async () => {
    const lead = await leadLaptop();
    const look = async (path: string, own?: string) =>
      (await lead.client.merging.look({ file: lead.engine.services.files.hand(path), ...(own && { passphrase: own }) })).problem?.code ?? null;
    expect(await look(lead.path)).toBe('merge/same-file');
    expect(await look(written(lead, 'notes.citysafety', 'some words that are no project at all, long enough to be looked at'))).toBe('project/foreign');
    expect(await look(join(lead.folder, 'gone.citysafety'))).toBe('project/not-found');
    const [copy] = await handOut(lead, ['Table 1']);
    await work(copy ?? '', async (client) => {
      await client.project.setPassphrase({ passphrase: 'another long word', current: passphrase });
    });
    expect(await look(copy ?? '')).toBe('project/passphrase-wrong');
    expect(await look(copy ?? '', 'another long word')).toBeNull();
    const [plain] = await handOut(lead, ['Table 2']);
    await work(plain ?? '', async (client) => {
      await client.project.removePassphrase({ current: passphrase });
    });
    expect(await look(plain ?? '')).toBeNull();
  }, 60_000);
});
