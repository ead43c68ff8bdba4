import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { handmadePdf, onePagePdf, stream } from '../../fixtures/pdfs.ts';

const english = 'The plan of the city is for growth. Violence on the way to the market is named once, and social security is extended to all.';
const file = ({ engine, folder }: EngineFixture, name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return engine.services.files.hand(path);
};
const docx = (...paragraphs: string[]) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="w"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    ),
  });

describe('a strategy', () => {
  test('is read when it is added, in its own language, and its text is not kept', async () => {
    const city = await newProject({ now: () => new Date('2026-11-22T09:00:00Z') });
    const strategy = await city.client.strategies.add({ title: 'Growth plan', year: 2024, reading: { text: english } });
    expect(strategy).toMatchObject({ language: 'en', wordCount: 25, safetyCount: 1, appearance: 'subject', scannedOn: '2026-11-22', fileName: '' });
    expect(strategy.terms).toContainEqual({ code: 'social-security', theme: 'passed-over', count: 1 });
    expect(strategy.mentions).toMatchObject([{ match: 'Violence', after: ' on the way to the market is named once' }]);
    expect(strategy.sha256).toMatch(/^[0-9a-f]{64}$/);
    await city.client.history.undo();
    expect(await city.client.strategies.list()).toEqual([]);
  });

  test('can be written down first and read later; another reading takes the place of the first', async () => {
    const { client } = await newProject();
    const { id } = await client.strategies.add({ title: 'Housing' });
    expect(await client.strategies.list()).toMatchObject([{ appearance: 'not-read', wordCount: null, perThousand: null }]);
    await client.strategies.read({ id, reading: { text: english } });
    const { appearance } = await client.strategies.read({ id, reading: { text: 'Viviendas para todas las personas de la ciudad' } });
    expect(appearance).toBe('absent');
    await client.history.undo();
    expect(await client.strategies.list()).toMatchObject([{ language: 'en', safetyCount: 1 }]);
  });

  test('newest first; facts change and go', async () => {
    const { client } = await newProject();
    const { id } = await client.strategies.add({ title: 'Old', year: 2010 });
    await client.strategies.add({ title: 'New', year: 2024 });
    expect((await client.strategies.list()).map(({ title }) => title)).toEqual(['New', 'Old']);
    expect(await client.strategies.update({ id, patch: { sector: 'housing', body: 'Council' } })).toMatchObject({ sector: 'housing', body: 'Council' });
    await client.strategies.remove({ id });
    expect(await client.strategies.list()).toHaveLength(1);
  });

  test.each([
    ['plan.txt', english],
    ['plan.docx', docx('The plan of the city is for growth.', 'Violence is named once, in the')],
    ['latin.txt', Buffer.from('El plan de la ciudad habla de la violencia en las calles del barrio y de la policía', 'latin1')],
  ])('is read from %s', async (name, bytes) => {
    const city = await newProject();
    const strategy = await city.client.strategies.add({ reading: { file: file(city, name, bytes) } });
    expect(strategy).toMatchObject({ fileName: name, appearance: 'subject' });
    expect(strategy.terms.map(({ code }) => code)).toContain('violence');
  });

  test.each<[string, string | Uint8Array, string]>([
    ['plan.pdf', '%PDF-1.7', 'file/damaged'],
    ['page.pdf', '<html>Not found</html>', 'file/not-a-pdf'],
    ['scan.pdf', onePagePdf('q 500 0 0 700 40 40 cm Q'), 'file/pictures-of-pages'],
    ['drawing.svg', '<svg/>', 'file/not-a-document'],
    ['empty.txt', '', 'file/empty'],
    ['sheet.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'file/not-a-document'],
    ['broken.docx', zipSync({ 'word/document.xml': strToU8('<w:p><w:t>') }), 'file/damaged'],
    ['numbers.txt', '1 2 3', 'strategies/no-words'],
  ])('%s is refused kindly, and nothing is added', async (name, bytes, code) => {
    const city = await newProject();
    expect((await refusalOf(city.client.strategies.add({ title: 'X', reading: { file: file(city, name, bytes) } }))).code).toBe(code);
    expect(await city.client.strategies.list()).toEqual([]);
  });
});

test('a PDF is opened page by page before it is added, tells its silent pages, and its quotations have their page', async () => {
  const city = await newProject();
  const line = (text: string) => stream(`BT /F1 11 Tf 1 0 0 1 60 700 Tm (${text}) Tj ET`);
  const page = (content: number) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 9 0 R >> >> >>`;
  const pdf = handmadePdf([
    ...['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>', page(6), page(7), page(8)],
    ...[line('The plan of the city is for growth and for trade.'), stream(''), line('Violence on the way to the market is named for once.')],
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
  const token = file(city, 'growth.pdf', pdf);
  const opening = await city.client.strategies.open({ file: token });
  const steps: unknown[] = [];
  for (let step = await opening.next(); ; step = await opening.next()) {
    if (!step.done) steps.push(step.value);
    else {
      expect(step.value).toEqual({ wordCount: 22, pageCount: 3, silentPageCount: 1 });
      break;
    }
  }
  expect(steps).toContainEqual({ step: 'pages', done: 3, total: 3 });
  const strategy = await city.client.strategies.add({ title: 'Growth', reading: { file: token } });
  expect(strategy).toMatchObject({ wordCount: 22, mentions: [{ match: 'Violence', page: 3 }] });
  expect((await city.client.strategies.list())[0]?.mentions[0]?.page).toBe(3);
  const plain = await opened(city.client.strategies.open({ file: file(city, 'plan.txt', english) }));
  expect(plain).toEqual({ wordCount: 25, pageCount: null, silentPageCount: 0 });
});

async function opened<Result>(starting: Promise<AsyncIterator<unknown, Result>>): Promise<Result> {
  const stream = await starting;
  for (;;) {
    const step = await stream.next();
    if (step.done) return step.value;
  }
}

test('posts that lead are kept without names of people, and outlive their body', async () => {
  const { client } = await newProject();
  const body = await client.stakeholders.add({ name: 'Mayor’s office' });
  const { id } = await client.strategies.addRole({ title: 'Mayor', stakeholderId: body.id, sex: 'female', sinceYear: 2023 });
  expect(await client.strategies.updateRole({ id, patch: { supportNeeded: 'Figures' } })).toMatchObject({ title: 'Mayor', supportNeeded: 'Figures' });
  await client.stakeholders.remove({ id: body.id });
  expect(await client.strategies.roles()).toMatchObject([{ stakeholderId: null, sex: 'female' }]);
  await client.strategies.removeRole({ id });
  expect(await client.strategies.roles()).toEqual([]);
  await client.history.undo();
  expect(await client.strategies.roles()).toHaveLength(1);
});
