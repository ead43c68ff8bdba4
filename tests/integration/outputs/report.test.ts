import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '#main/engine/i18n/load-texts.ts';
import { makeOutput } from '#main/exports/make-output.ts';
import type { OutputRequest } from '#main/exports/output-request.ts';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { writePolicy } from '#main/exports/report/policy-report.ts';
import { writeProfile } from '#main/exports/report/profile-report.ts';
import type { Block, Report } from '#main/exports/report/report-document.ts';
import { reportFiles } from '#main/exports/report/report-files.ts';
import { drawFirstPages, drawPages } from '#main/exports/typeset/draw-pages.ts';
import { loadNativeTypesetter } from '#main/exports/typeset/native-typesetter.ts';
import { loadWasmTypesetter } from '#main/exports/typeset/wasm-typesetter.ts';
import { resourcesFolder } from '../../fixtures/engine.ts';
import { exportContextOf } from '../../fixtures/export-context.ts';
import { emptyProfile, inventProfile } from '../../fixtures/invented-profile.ts';

const native = await loadNativeTypesetter();
const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0;

function filesOf(report: Report) {
  return reportFiles(report, { resourcesFolder, isStrict: true });
}

function requestOf(kind: 'profile' | 'policy', language: string, data: ProfileData = inventProfile()): OutputRequest {
  return { kind, format: 'pdf', as: 'file', language, texts: loadTexts(resourcesFolder), resourcesFolder, data };
}

function poppler(tool: string, bytes: Uint8Array, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    return execFileSync(tool, [...options, join(folder, 'a.pdf'), ...(tool === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function blocks(report: Report): Block[] {
  return report.document.sections.flatMap((section) => section.blocks);
}

describe('a report', () => {
  it('is the same, byte for byte, for the same data', async () => {
    const [first, second] = [await makeOutput(requestOf('profile', 'es'), () => {}), await makeOutput(requestOf('profile', 'es'), () => {})];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it.skipIf(!hasPoppler)('is tagged, has a title and a language, and its text can be read out', async () => {
    const { bytes, pageCount } = await makeOutput(requestOf('profile', 'en'), () => {});
    const info = poppler('pdfinfo', bytes);
    expect(info).toMatch(/Title:\s+Puerto Sereno – City Safety Profile/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(new RegExp(`Pages:\\s+${pageCount}\\b`));
    expect(info).toMatch(/CreationDate:\s+Sat Nov 21/);
    const text = poppler('pdftotext', bytes, '-layout');
    for (const words of ['What the data show', 'Mercado Central', 'How to check this report', 'Light and open the market edge']) expect(text).toContain(words);
  });

  it.skipIf(!hasPoppler)('can be copied and searched in Arabic', async () => {
    const { bytes } = await makeOutput(requestOf('policy', 'ar'), () => {});
    // Readers undo the joined forms of letters (NFKC) before they search.
    expect(poppler('pdftotext', bytes).normalize('NFKC')).toContain('الرؤية');
  });

  it('carries the fingerprint of its data, which changes with the data', () => {
    const fingerprintOf = (data: ProfileData) => JSON.stringify(blocks(writeProfile(data, exportContextOf('en'))).filter((block) => block.kind === 'facts'));
    const data = inventProfile();
    expect(fingerprintOf(data)).toBe(fingerprintOf(inventProfile()));
    expect(fingerprintOf({ ...data, revision: data.revision + 1 })).not.toBe(fingerprintOf(data));
  });

  it.skipIf(!native)('keeps its accessibility where a name has emoji, which no face here can set', async () => {
    const data = inventProfile();
    const stakeholders = data.stakeholders.map((body, place) => ({ ...body, name: `🚓 ${body.name} 👩🏽‍⚖️${place}` }));
    expect((await makeOutput(requestOf('profile', 'en', { ...data, stakeholders }), () => {})).isAccessiblePdf).toBe(true);
  });

  it.skipIf(!hasPoppler)('leaves no note of a table alone on a page, however long the table is', async () => {
    const data = inventProfile();
    const [measure] = data.measures;
    if (!measure) throw new Error('no measure');
    for (const count of [20, 21, 22, 23, 24, 25, 26]) {
      const measures = Array.from({ length: count }, (_, place) => ({ ...measure, id: `${measure.id}-${place}`, title: `Lamp ${place}` }));
      const { bytes } = await makeOutput(requestOf('policy', 'en', { ...data, measures }), () => {});
      const pages = poppler('pdftotext', bytes, '-layout').split('\f');
      const page = pages.find((text) => text.includes('over all years of the measure')) ?? '';
      expect(page).toMatch(/Lamp \d/);
    }
  });

  it('names an area with enough residents in the map’s caption, and says that another was passed over', () => {
    const data = inventProfile();
    if (!data.incidents) throw new Error('no incidents');
    const years = data.incidents.overview.years.length;
    const busiest = data.incidents.byArea.filter(({ areaId }) => areaId).reduce((most, row) => (row.count > most.count ? row : most));
    const tiny = { ...busiest, population: 600 * years, rate: 99_999, low: 90_000, high: 110_000 };
    const byArea = data.incidents.byArea.map((row) => (row === busiest ? tiny : row));
    const figures = blocks(writeProfile({ ...data, incidents: { ...data.incidents, byArea } }, exportContextOf('en'))).filter(
      (block) => block.kind === 'figure',
    );
    const map = figures.find(({ caption }) => caption.startsWith('The highest rates'));
    expect(map?.caption).not.toContain('99,999');
    expect(map?.source).toContain('fewer than 1,000 residents are not named');
  });

  it('counts stakeholders by place where they are too many to be told apart', () => {
    const data = inventProfile();
    const [body] = data.stakeholders.filter(({ power, interest }) => power !== null && interest !== null);
    if (!body) throw new Error('nobody rated');
    const stakeholders = Array.from({ length: 90 }, (_, place) => ({ ...body, id: `${body.id}-${place}`, name: `Body ${place}` }));
    const grid = blocks(writeProfile({ ...data, stakeholders }, exportContextOf('en'))).find(
      (block) => block.kind === 'figure' && block.caption.startsWith('Power'),
    );
    expect(grid).toMatchObject({ source: expect.stringContaining('how many stand at its place') });
  });

  it('gives every figure an alternative text and a picture of its own', () => {
    const report = writeProfile(inventProfile(), exportContextOf('en'));
    const figures = blocks(report).flatMap((block) => (block.kind === 'figure' ? [block] : []));
    expect(figures.length).toBe(9);
    for (const figure of figures) {
      expect(figure.alt.length, figure.caption).toBeGreaterThan(30);
      expect(report.images.get(figure.image)).toContain('viewBox');
      // Outlined text: no font is needed to show it, and PDF/UA-1 asks for it.
      expect(report.images.get(figure.image)).not.toContain('<text');
    }
  });

  it('says in a sentence what is missing instead of leaving a part out', () => {
    const { document } = writeProfile(emptyProfile(), exportContextOf('en'));
    const full = writeProfile(inventProfile(), exportContextOf('en')).document;
    expect(document.sections.map((section) => section.title)).toEqual(full.sections.map((section) => section.title));
    expect(document.sections.flatMap((section) => section.blocks).filter((block) => block.kind === 'missing').length).toBeGreaterThan(9);
  });

  it('hides small numbers in tables, bars and the map', () => {
    const data = inventProfile();
    const incidents = data.incidents;
    const first = incidents?.byArea.find((row) => row.areaId);
    if (!incidents || !first) throw new Error('no incidents');
    const byArea = incidents.byArea.map((row) => (row === first ? { ...row, count: 3, rate: 6.9, low: 1.4, high: 20.2 } : row));
    const others = incidents.byAreaGroupYear.filter((combination) => combination.areaId !== first.areaId);
    const byAreaGroupYear = [...others, { areaId: first.areaId ?? null, group: 'theft' as const, year: 2024, count: 3 }];
    const report = writeProfile({ ...data, incidents: { ...incidents, byArea, byAreaGroupYear } }, exportContextOf('en'));
    const table = blocks(report).find((block) => block.kind === 'table' && block.caption === 'Incidents and rates by area');
    const rows = table?.kind === 'table' ? table.rows : [];
    const row = rows.find((cells) => cells[1] === first.area);
    expect(row?.slice(2)).toEqual(['hidden', '–', '–', '–']);
    expect(rows.filter((cells) => cells[2] === 'hidden').length).toBeGreaterThan(1);
  });

  it('never prints the votes of a group so small that people could be recognised', () => {
    const data = inventProfile();
    const groups = data.vote.groups.map((group, place) => (place === 0 ? { ...group, people: 4 } : group));
    const figure = blocks(writeProfile({ ...data, vote: { ...data.vote, groups } }, exportContextOf('en'))).find(
      (block) => block.kind === 'table' && block.caption === 'Result of the vote',
    );
    expect(figure?.kind === 'table' ? figure.note : '').toContain('fewer than 5 people');
  });
});

describe('the two typesetters', () => {
  it('set the same pages; only the native one claims PDF/UA-1', async () => {
    const files = filesOf(writePolicy(inventProfile(), exportContextOf('en')));
    const wasm = await loadWasmTypesetter();
    const portable = await wasm.pdf(files);
    expect(portable.isAccessible).toBe(false);
    expect(Buffer.from(portable.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    if (!native) return;
    expect(portable.pageCount).toBe((await native.pdf(files)).pageCount);
    expect((await drawPages(await wasm.vector(files))).length).toBe(portable.pageCount);
  });

  it('draw each page as a picture that needs nothing from outside', async () => {
    const typesetter = native ?? (await loadWasmTypesetter());
    const pages = await drawPages(await typesetter.vector(filesOf(writePolicy(inventProfile(), exportContextOf('en')))));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) {
      expect(page.startsWith('<svg ')).toBe(true);
      expect(page).not.toMatch(/<script|<foreignObject|href="https?:/);
      const known = new Set([...page.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]));
      const unknown = [...page.matchAll(/href="#([^"]+)"/g)].filter((match) => !known.has(match[1]));
      expect(unknown.map((match) => match[1])).toEqual([]);
    }
  });

  it('of very many pages draw the first, and say how many there are', async () => {
    const typesetter = native ?? (await loadWasmTypesetter());
    const vector = await typesetter.vector(filesOf(writePolicy(inventProfile(), exportContextOf('en'))));
    const all = await drawPages(vector);
    expect(await drawFirstPages(vector, 2)).toEqual({ pages: all.slice(0, 2), pageCount: all.length });
  });
});
