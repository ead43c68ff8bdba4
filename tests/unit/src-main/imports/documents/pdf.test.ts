import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocumentText } from '#main/imports/documents/document-text.ts';
import { readPdfAside } from '#main/imports/documents/pdf/pdf-process.ts';
import { fileOf, handmadePdf, inflatingPdf, onePagePdf, stream, typsetPdf } from '../../../../fixtures/pdfs.ts';

const pagesOf = async (bytes: Uint8Array) => (await readPdfAside({ path: fileOf(bytes), fileName: 'plan.pdf' })).pages;
const read = (bytes: Uint8Array | string, name = 'plan.pdf') => {
  const path = fileOf(bytes, name);
  return readDocumentText(path, name, statSync(path).size);
};
/** Lines of Helvetica, each where it is told to stand. */
const written = (...lines: readonly [x: number, y: number, text: string][]) =>
  lines.map(([x, y, text]) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`).join('\n');
const wise = 'The city brings light and safety to every street of the new quarter.';

describe('the words of a PDF', () => {
  test('come page by page, a paragraph a line, without headers, footers and page numbers', async () => {
    const source = `#set page(header: [City of Harbour #h(1fr) Growth plan], footer: context align(center)[Page #counter(page).display() of 4])
      #set text(font: "Source Sans 3", lang: "en")
      ${['North', 'East', 'South', 'West'].map((side) => `= Part ${side}\nIn the ${side} safety is named. ${'More words follow it here. '.repeat(8)}\n\nSecond paragraph of part ${side}.`).join('\n#pagebreak()\n')}`;
    const pages = await pagesOf(await typsetPdf(source));
    expect(pages).toHaveLength(4);
    expect(pages[2]?.split('\n')).toEqual([
      'Part South',
      `In the South safety is named. ${'More words follow it here. '.repeat(8)}`.trim(),
      'Second paragraph of part South.',
    ]);
  });

  test('are whole where they were parted at the end of a line, and keep the hyphen that they have elsewhere', async () => {
    const content = written(
      [60, 700, 'Community safe-'],
      [60, 686, 'ty and crime-prevention go to-'],
      [60, 672, 'gether, and so does crime-'],
      [60, 658, 'prevention by light.'],
    );
    expect(await pagesOf(onePagePdf(content))).toEqual(['Community safety and crime-prevention go together, and so does crime-prevention by light.']);
  });

  test('of two columns are read one column after the other, though the file draws them row by row, with the title first', async () => {
    const rows = ['one', 'two', 'three', 'four', 'five', 'six'].flatMap((word, row): [number, number, string][] => [
      [60, 700 - 14 * row, `left column line ${word}`],
      [320, 700 - 14 * row, `right column line ${word}`],
    ]);
    const [page = ''] = await pagesOf(onePagePdf(written([60, 740, 'A title that runs across both of the columns of this page'], ...rows)));
    expect(page.startsWith('A title that runs')).toBe(true);
    expect(page.indexOf('left column line six')).toBeLessThan(page.indexOf('right column line one'));
    expect(page).toContain('left column line one left column line two');
  });

  test('of a page that lies on its side are those that are seen when it is turned', async () => {
    const content = 'BT /F1 11 Tf 0 1 -1 0 100 60 Tm (Safety stands on a page that was turned) Tj ET';
    expect(await pagesOf(onePagePdf(content, { page: '/Rotate 90' }))).toEqual(['Safety stands on a page that was turned']);
  });

  test('in Arabic keep the order of words and letters, lam-alif, figures and foreign names; the right column comes first', async () => {
    const body = Array.from(
      { length: 14 },
      (_, at) => `الفقرة ${at + 1} تعزز السلامة والأمن في الأحياء بحلول عام 2030 مع UN-Habitat والشباب في كل مكان من المدينة القديمة`,
    ).join('\n\n');
    const [page = ''] = await pagesOf(
      await typsetPdf(`#set text(lang: "ar", font: ("Vazirmatn", "Source Sans 3"))\n#set page(columns: 2, height: 24cm)\n${body}`),
    );
    expect(page).toContain('تعزز السلامة والأمن في الأحياء');
    expect(page).toContain('بحلول عام 2030 مع UN-Habitat والشباب');
    expect(page.indexOf('الفقرة 1 ')).toBe(0);
    expect(page.indexOf('الفقرة 2 ')).toBeLessThan(page.indexOf('الفقرة 14 '));
  });

  test('have their page in the text, and a file is what its bytes say', async () => {
    const pdf = onePagePdf(written([60, 700, wise]));
    expect(await read(pdf, 'plan.txt')).toMatchObject({ text: wise, pageStarts: [0] });
    expect(await read(Buffer.concat([Buffer.from('\n\n'), pdf]))).toMatchObject({ text: wise });
  });
});

describe('a PDF that cannot be read is refused and says why', () => {
  // Standard security handler, revision 2; the password is not the empty one.
  const locked = onePagePdf(written([60, 700, wise]), {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<00> <00>]`,
  });
  const many = 3001;
  const library = handmadePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${many} /Kids [${'3 0 R '.repeat(many)}] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
  ]);
  test.each<[string, Uint8Array | string, string]>([
    ['with a password', locked, 'file/password'],
    ['of pictures of pages', onePagePdf('q 500 0 0 700 40 40 cm Q'), 'file/pictures-of-pages'],
    ['with nothing behind its first line', '%PDF-1.7\n', 'file/damaged'],
    ['that breaks off', onePagePdf(written([60, 700, wise])).subarray(0, 150), 'file/damaged'],
    ['that is another file', '<html>Page not found</html>', 'file/not-a-pdf'],
    ['of endlessly many pages', library, 'file/too-many-pages'],
    ['that goes round in a ring', handmadePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']), 'file/damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  test('that unpacks beyond all bounds, the process being ended before it fills the memory', async () => {
    await expect(read(inflatingPdf(400))).rejects.toMatchObject({ code: 'file/reading-stopped' });
  }, 60_000);

  test('and a person may stop it', async () => {
    const controller = new AbortController();
    const reading = readPdfAside({ path: fileOf(inflatingPdf(200)), fileName: 'plan.pdf' }, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
  });
});

test('scripts, actions and attached files of a PDF are left alone', async () => {
  const pdf = handmadePdf([
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >> /AcroForm << /XFA 6 0 R /Fields [] >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /AA << /O << /S /Launch /F (sh) >> >> >>',
    stream(written([60, 700, wise])),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><script>while (true) {}</script></xdp:xdp>'),
  ]);
  expect(await pagesOf(pdf)).toEqual([wise]);
});
