import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, utils, type WorkBook, write } from 'xlsx';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';

async function city() {
  const fixture = await newProject();
  const { client } = fixture;
  const works = await client.stakeholders.add({ name: 'Works department', sector: 'municipality' });
  const watch = await client.stakeholders.add({ name: 'Night watch, east', sector: 'community' });
  const { id: objectiveId } = await client.policy.addObjective({ title: 'Fewer dark ways' });
  const lamps = await client.policy.addMeasure({
    objectiveId,
    title: 'Lamps',
    ownerId: works.id,
    capitalCost: 1000,
    startYear: 2027,
    endYear: 2029,
    baselineValue: 40,
    targetValue: 20,
  });
  const paths = await client.policy.addMeasure({ objectiveId, title: 'Paths', recurrentCostPerYear: 50, startYear: 2027, endYear: 2028 });
  const value = await client.indicators.add({ indicatorCode: '16.1.1', year: 2024, value: 7, source: 'Police' });
  return { ...fixture, works, watch, objectiveId, lamps, paths, value };
}

async function exported(fixture: EngineFixture, language = 'en'): Promise<WorkBook> {
  const path = join(fixture.folder, 'made.xlsx');
  const making = await fixture.client.outputs.make({ kind: 'workbook', format: 'xlsx', language, file: fixture.engine.services.files.hand(path) });
  for (;;) if ((await making.next()).done) break;
  return read(readFileSync(path), { cellFormula: true });
}

/** Saved as another program saves it: formulas, look and lists may be gone, cells are there. */
function saved(fixture: EngineFixture, book: WorkBook, bookType: 'xlsx' | 'ods' = 'xlsx'): string {
  const path = join(fixture.folder, `edited.${bookType}`);
  writeFileSync(path, write(book, { type: 'buffer', bookType }));
  return fixture.engine.services.files.hand(path);
}

/** The cell under a label, in the row whose first or second cell is the title. */
function place(book: WorkBook, sheet: string, title: string, label: string): string {
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, blankrows: true });
  const column = (rows[2] ?? []).indexOf(label);
  const row = rows.findIndex((cells) => cells[0] === title || cells[1] === title);
  if (column === -1 || row === -1) throw new Error(`no «${label}» of «${title}»: ${(rows[2] ?? []).join(' | ')}`);
  return utils.encode_cell({ c: column, r: row });
}

function set(book: WorkBook, sheet: string, title: string, label: string, value: string | number | null): void {
  const own = book.Sheets[sheet];
  if (!own) throw new Error(`no sheet ${sheet}`);
  const cell = place(book, sheet, title, label);
  if (value === null) delete own[cell];
  else own[cell] = { t: typeof value === 'number' ? 'n' : 's', v: value };
}

describe('a workbook that nobody changed', () => {
  test.each(['en', 'es', 'ar'])('says nothing new, in %s', async (language) => {
    const fixture = await city();
    const book = await exported(fixture, language);
    expect(await fixture.client.readBack.preview({ file: saved(fixture, book) })).toMatchObject({
      changes: [],
      problems: [],
      isOlder: false,
      rows: 6,
      language,
    });
  });
});

describe('an edited workbook', () => {
  test('shows every change with what stood there, and takes the chosen ones as one change that can be undone', async () => {
    const fixture = await city();
    const { client, lamps, watch, value } = fixture;
    const book = await exported(fixture);
    set(book, 'Policy measures', 'Lamps', 'Measure', 'Lamps and trees');
    set(book, 'Policy measures', 'Paths', 'Owner', 'night WATCH, east');
    set(book, 'Policy measures', 'Paths', 'Partners', 'Works department, Night watch, east');
    set(book, 'Policy measures', 'Paths', 'To', 2030);
    set(book, 'Stakeholders', 'Works department', 'Mandate', 'Keeps the streets');
    set(book, 'Indicators', '16.1.1', 'Value', 6.5);
    const file = saved(fixture, book, 'ods');
    const preview = await client.readBack.preview({ file });
    expect(preview.problems).toEqual([]);
    expect(preview.changes.map(({ object, title, column, before, after, state }) => [object, title, column, before, after, state])).toEqual([
      ['stakeholder', 'Works department', 'Mandate', '', 'Keeps the streets', 'changed'],
      ['observation', 'Victims of intentional homicide', 'Value', '7', '6.50', 'changed'],
      ['measure', 'Lamps', 'Measure', 'Lamps', 'Lamps and trees', 'changed'],
      ['measure', 'Paths', 'Owner', '', 'night WATCH, east', 'changed'],
      ['measure', 'Paths', 'Partners', '', 'Works department, Night watch, east', 'changed'],
      ['measure', 'Paths', 'To', '2,028', '2030', 'changed'].map((text, column) => (column === 3 ? '2028' : text)),
    ]);
    const keys = preview.changes.filter(({ column }) => column !== 'To').map(({ key }) => key);
    expect(await client.readBack.take({ file, keys })).toEqual({ taken: 5 });
    const measures = await client.policy.measures();
    expect(measures.find(({ id }) => id === lamps.id)?.title).toBe('Lamps and trees');
    expect(measures[1]).toMatchObject({ ownerId: watch.id, endYear: 2028, recurrentCostPerYear: 50 });
    expect(measures[1]?.partnerIds).toHaveLength(2);
    expect((await client.indicators.observations()).find(({ id }) => id === value.id)).toMatchObject({ value: 6.5, source: 'Police' });
    await client.history.undo();
    expect((await client.policy.measures()).map(({ title, ownerId }) => [title, ownerId])).toEqual([
      ['Lamps', fixture.works.id],
      ['Paths', null],
    ]);
    expect((await client.readBack.preview({ file })).changes).toHaveLength(6);
  });

  test('says where the project was changed since, and takes nothing by itself', async () => {
    const fixture = await city();
    const { client, lamps } = fixture;
    const book = await exported(fixture);
    set(book, 'Policy measures', 'Lamps', 'Wanted', 15);
    await client.policy.updateMeasure({ id: lamps.id, patch: { targetValue: 18, baselineValue: 41 } });
    const preview = await client.readBack.preview({ file: saved(fixture, book) });
    expect(preview.isOlder).toBe(true);
    expect(preview.changes).toMatchObject([{ state: 'conflict', column: 'Wanted', before: '20', after: '15', now: '18' }]);
    expect((await client.policy.measures())[0]).toMatchObject({ targetValue: 18, baselineValue: 41 });
  });

  test('finds rows that were added and rows that are gone', async () => {
    const fixture = await city();
    const { client, paths } = fixture;
    const book = await exported(fixture);
    const sheet = book.Sheets['Policy measures'] ?? {};
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const header = rows[2] as string[];
    const fresh = header.map((label) => ({ Objective: 'fewer dark ways', Measure: 'Benches', From: 2028, Indicator: 'Benches in the shade' })[label] ?? null);
    const gone = rows.findIndex((cells) => cells[1] === 'Paths');
    utils.sheet_add_aoa(sheet, [fresh], { origin: { c: 0, r: gone } });
    delete sheet[utils.encode_cell({ c: header.indexOf('ID'), r: gone })];
    const file = saved(fixture, book);
    const preview = await client.readBack.preview({ file });
    expect(preview.problems).toEqual([]);
    expect(preview.changes).toMatchObject([
      { state: 'added', object: 'measure', title: 'Benches' },
      { state: 'missing', object: 'measure', id: paths.id, title: 'Paths', canBeTaken: true },
    ]);
    await client.readBack.take({ file, keys: preview.changes.map(({ key }) => key) });
    expect((await client.policy.measures()).map(({ title, startYear, indicatorText }) => [title, startYear, indicatorText])).toEqual([
      ['Lamps', 2027, ''],
      ['Benches', 2028, 'Benches in the shade'],
    ]);
  });

  test('tells in which cell something cannot be read, and leaves it', async () => {
    const fixture = await city();
    const { client } = fixture;
    const book = await exported(fixture);
    set(book, 'Policy measures', 'Lamps', 'Owner', 'Nobody we know');
    set(book, 'Policy measures', 'Lamps', 'Now', 'about forty');
    set(book, 'Policy measures', 'Lamps', 'From', 27);
    set(book, 'Policy measures', 'Paths', 'Kind of measure', 'Magic');
    set(book, 'Stakeholders', 'Works department', 'Name', null);
    const preview = await client.readBack.preview({ file: saved(fixture, book) });
    expect(preview.changes).toEqual([]);
    expect(preview.problems.map(({ code, sheet, row, column, value }) => [code, sheet, row, column, value])).toEqual([
      ['title-empty', 'Stakeholders', 4, 'Name', ''],
      ['unknown-body', 'Policy measures', 4, 'Owner', 'Nobody we know'],
      ['out-of-range', 'Policy measures', 4, 'From', '27'],
      ['not-a-number', 'Policy measures', 4, 'Now', 'about forty'],
      ['unknown-word', 'Policy measures', 5, 'Kind of measure', 'Magic'],
    ]);
  });

  test('a lost sheet or column is said; what is left is still read', async () => {
    const fixture = await city();
    const book = await exported(fixture);
    delete book.Sheets.Objectives;
    book.SheetNames = book.SheetNames.filter((name) => name !== 'Objectives');
    const header = place(book, 'Stakeholders', 'Name', 'Mandate');
    (book.Sheets.Stakeholders ?? {})[header] = { t: 's', v: 'Tasks' };
    const { problems, changes } = await fixture.client.readBack.preview({ file: saved(fixture, book) });
    expect(changes).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'column-missing', sheet: 'Stakeholders', column: 'Mandate' },
      { code: 'sheet-missing', sheet: 'Objectives' },
    ]);
  });
});

describe('what is refused', () => {
  test('another project’s workbook, and files that are none', async () => {
    const fixture = await city();
    const other = await city();
    const foreign = saved(fixture, await exported(other));
    expect(await refusalOf(fixture.client.readBack.preview({ file: foreign }))).toMatchObject({ code: 'read-back/other-project' });
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['a', 'b'],
        [1, 2],
      ]),
      'Sheet 1',
    );
    expect(await refusalOf(fixture.client.readBack.preview({ file: saved(fixture, book) }))).toMatchObject({ code: 'read-back/not-a-workbook' });
    const path = join(fixture.folder, 'text.xlsx');
    writeFileSync(path, 'a,b\n1,2\n');
    expect(await refusalOf(fixture.client.readBack.preview({ file: fixture.engine.services.files.hand(path) }))).toMatchObject({
      code: 'read-back/not-a-workbook',
    });
  });
});
