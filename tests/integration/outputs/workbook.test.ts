import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, utils, type WorkBook, type WorkSheet } from 'xlsx';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { writeWorkbook } from '#main/exports/workbook/workbook.ts';
import { exportContextOf, outputLanguages } from '../../fixtures/export-context.ts';
import { emptyProfile, inventProfile } from '../../fixtures/invented-profile.ts';

async function open(data: ProfileData = inventProfile(), language = 'en'): Promise<{ book: WorkBook; bytes: Uint8Array }> {
  const bytes = await writeWorkbook(data, exportContextOf(language));
  return { bytes, book: read(bytes, { cellFormula: true, cellDates: true, UTC: true }) };
}

function sheet(book: WorkBook, name: string): WorkSheet {
  const found = book.Sheets[name];
  if (!found) throw new Error(`no sheet «${name}» among ${book.SheetNames.join(', ')}`);
  return found;
}

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

const sheetPart = (name: string) => name.startsWith('xl/worksheets/sheet');

describe('the data workbook', () => {
  it('has a sheet for every table, and names that Excel takes', async () => {
    const { book } = await open();
    expect(book.SheetNames).toEqual([
      'Read me',
      'Areas',
      'Stakeholders',
      'Incidents by area and year',
      'Incidents by area and group',
      'Incidents by group',
      'Offences',
      'Incidents by month',
      'Incidents by day and hour',
      'Indicators',
      'Findings',
      'Threats and vulnerabilities',
      'Priorities',
      'Vision and pillars',
      'Objectives',
      'Policy measures',
      'Logframe',
      'Budget by year',
      'Sources',
      'Dictionary',
      'Lists',
      'read-back',
    ]);
    for (const language of outputLanguages) {
      const names = (await open(inventProfile(), language)).book.SheetNames;
      expect(
        names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name)),
        names.join(),
      ).toBe(true);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }
  });

  it('freezes and filters the header of every table, and links each sheet from the first and back', async () => {
    const { bytes, book } = await open();
    const tables = Object.entries(parts(bytes)).filter(([name]) => sheetPart(name));
    expect(tables.filter(([, xml]) => xml.includes('<autoFilter')).length).toBe(book.SheetNames.length - 3);
    expect(tables.filter(([, xml]) => /<pane [^>]*ySplit="3"[^>]*state="frozen"/.test(xml)).length).toBe(book.SheetNames.length - 3);
    const links = Object.values(sheet(book, 'Read me')).flatMap((cell: { l?: { Target?: string } }) => cell?.l?.Target ?? []);
    expect(links).toContain("#'Policy measures'!A1");
    expect(links.length).toBe(book.SheetNames.length - 3);
    expect(sheet(book, 'Areas').G1?.l?.Target).toBe("#'Read me'!A1");
  });

  it('repeats the header of every table on paper, with the names of sheets in quotes as Excel wants those with spaces', async () => {
    for (const language of outputLanguages) {
      const { bytes } = await open(inventProfile(), language);
      const titles = (parts(bytes)['xl/workbook.xml'] ?? '').match(/(?<=_xlnm\.Print_Titles"[^>]*>)[^<]+/g) ?? [];
      expect(titles.length).toBeGreaterThan(15);
      for (const title of titles) expect(title.replaceAll('&apos;', "'")).toMatch(/^'.+'!\$3:\$3$/);
    }
  });

  it('computes the plan with live formulas that already hold their result', async () => {
    const { book } = await open();
    const measures = sheet(book, 'Policy measures');
    expect(measures.I4.v).toBe(3);
    // Years by months where they are known, else by calendar years.
    expect(measures.I4.f).toContain('IF(COUNT(G4,H4)<2,""');
    // 4,200,000 + 180,000 × 3 years, and a tenth for the unexpected.
    expect(measures.M4.v).toBeCloseTo(5_214_000, 2);
    expect(measures.Q4.v).toBe(4_000_000);
    expect(measures.R4.v).toBeCloseTo(1_214_000, 2);
    expect(measures.R4.f).toBe('IF(OR(M4="",Q4=""),"",M4-Q4)');
    expect(measures.M10).toMatchObject({ f: 'SUM(M4:M9)' });
    expect(measures.R10.f).toBe('M10-Q10');
    // A measure without costs stays without a cost: nothing is not zero.
    expect(measures.M9.v ?? '').toBe('');
  });

  it('sums votes and incidents with formulas', async () => {
    const { book } = await open();
    const priorities = sheet(book, 'Priorities');
    expect(priorities.G4).toMatchObject({ f: 'SUM(B4:F4)', v: 43 });
    expect(priorities.G9).toMatchObject({ f: 'SUM(G4:G8)', v: 112 });
    const groups = sheet(book, 'Incidents by group');
    expect(groups.E4.f).toBe('SUM(B4:D4)');
    expect(groups.E4.v).toBe(groups.B4.v + groups.C4.v + groups.D4.v);
  });

  it('offers the words to choose from, from a sheet of lists', async () => {
    const { bytes, book } = await open();
    const xml = Object.entries(parts(bytes))
      .filter(([name, text]) => sheetPart(name) && text.includes('<dataValidation '))
      .map(([, text]) => text)
      .join('');
    expect(xml).toContain("'Lists'!$A$1:$A$14");
    expect(utils.sheet_to_json<string[]>(sheet(book, 'Lists'), { header: 1 })[0]?.[0]).toBe('Municipality');
    expect(book.Workbook?.Sheets?.slice(-2).map(({ Hidden }) => Hidden)).toEqual([1, 1]);
  });

  it('has native charts', async () => {
    const { bytes } = await open();
    expect(Object.keys(parts(bytes)).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length).toBe(5);
  });

  it('keeps text as text, whatever it begins with', async () => {
    const data = inventProfile();
    const hostile = ['=1+1', '+SUM(A1)', '-2', '@cmd', '\tx', "='Areas'!A1", '<b>&"'];
    const stakeholders = data.stakeholders.map((body, place) => ({ ...body, name: hostile[place % hostile.length] ?? '' }));
    const { book } = await open({ ...data, stakeholders });
    for (const [place, text] of hostile.entries()) {
      const cell = sheet(book, 'Stakeholders')[`A${place + 4}`];
      expect(cell).toMatchObject({ t: 's' });
      expect(cell.v.trim()).toBe(text.trim());
      expect(cell.f).toBeUndefined();
    }
  });

  it('hides small numbers, and what would give them away', async () => {
    const { book } = await open();
    const rows = utils.sheet_to_json<(string | number)[]>(sheet(book, 'Incidents by area and group'), { header: 1, range: 3 });
    const counts = rows.slice(0, -1).map((row) => row.slice(1, -1));
    expect(counts.flat().filter((value) => typeof value === 'number' && value > 0 && value < 5)).toEqual([]);
    expect(counts.flat()).toContain('hidden');
    // Never one alone in a row or a column whose total is shown.
    for (const row of counts) expect(row.filter((value) => value === 'hidden').length).not.toBe(1);
    for (const column of counts[0]?.keys() ?? []) expect(counts.filter((row) => row[column] === 'hidden').length).not.toBe(1);
  });

  it('runs from right to left in Arabic', async () => {
    const { bytes } = await open(inventProfile(), 'ar');
    const tables = Object.entries(parts(bytes)).filter(([name]) => sheetPart(name));
    expect(tables.every(([, xml]) => xml.includes('rightToLeft="1"'))).toBe(true);
  });

  it('is the same, byte for byte, for the same data', async () => {
    const [first, second] = [await open(), await open()];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('dates itself by the data, never by the clock', async () => {
    const { bytes } = await open();
    expect(parts(bytes)['docProps/core.xml']).toContain('2026-11-21T14:32:00Z');
  });

  it('stands with nothing in it', async () => {
    const { book } = await open(emptyProfile());
    expect(book.SheetNames).toContain('Policy measures');
    expect(book.SheetNames).not.toContain('Incidents by group');
  });
});
