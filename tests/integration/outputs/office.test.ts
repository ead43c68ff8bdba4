import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '#main/engine/i18n/load-texts.ts';
import { documentWriters } from '#main/exports/documents.ts';
import { makeOutput } from '#main/exports/make-output.ts';
import type { OutputRequest } from '#main/exports/output-request.ts';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { formatsOf, type OutputFormat, type OutputKind, outputKinds } from '#shared/domain/outputs.ts';
import { resourcesFolder } from '../../fixtures/engine.ts';
import { outputLanguages } from '../../fixtures/export-context.ts';
import { emptyProfile, inventProfile } from '../../fixtures/invented-profile.ts';

function requestOf(kind: OutputKind, format: OutputFormat, language: string, data: ProfileData = inventProfile()): OutputRequest {
  return { kind, format, as: 'file', language, texts: loadTexts(resourcesFolder), resourcesFolder, data };
}
const make = async (kind: OutputKind, format: OutputFormat, language = 'en', data?: ProfileData) =>
  (await makeOutput(requestOf(kind, format, language, data), () => {})).bytes;
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** The faults of an office file that make Word or PowerPoint offer a repair: broken XML, links to parts that are not there, parts without a type, numbers given twice. */
function faultsOf(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const faults: string[] = [];
  const types = text(parts['[Content_Types].xml']);
  for (const [name, content] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => faults.push(`${name}: ${error.message}`));
    parser.write(text(content)).close();
    if (name.endsWith('.rels')) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, link = ''] of text(content).matchAll(/<Relationship\b([^>]*)>/g)) {
        if (link.includes('TargetMode="External"')) continue;
        const target = /Target="([^"]*)"/.exec(link)?.[1] ?? '';
        const path = target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${folder}`).pathname.slice(1);
        if (!parts[path]) faults.push(`${name}: leads to ${path}`);
      }
    }
  }
  for (const [, name = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) if (!parts[name]) faults.push(`no part ${name}`);
  return [...faults, ...numberedTwice(text(parts['word/document.xml']))];
}

function numberedTwice(xml: string): string[] {
  const faults: string[] = [];
  for (const pattern of [/<wp:docPr\b[^>]*\sid="([^"]*)"/g, /<w:bookmarkStart\b[^>]*w:id="([^"]*)"/g, /<w:bookmarkStart\b[^>]*w:name="([^"]*)"/g]) {
    const seen = new Set<string>();
    for (const [whole, id = ''] of xml.matchAll(pattern)) {
      if (seen.has(id)) faults.push(`twice: ${whole}`);
      seen.add(id);
    }
  }
  const names = new Set([...xml.matchAll(/<w:bookmarkStart\b[^>]*w:name="([^"]*)"/g)].map(([, name]) => name));
  for (const [, anchor = ''] of xml.matchAll(/<w:hyperlink\b[^>]*w:anchor="([^"]*)"/g)) if (!names.has(anchor)) faults.push(`no place ${anchor}`);
  return faults;
}

const wordKinds = outputKinds.filter((kind) => (formatsOf(kind) as readonly string[]).includes('docx'));

describe('a Word file', () => {
  for (const kind of wordKinds.filter((each) => documentWriters[each])) {
    for (const language of outputLanguages) {
      it(`of the ${kind} in ${language} is whole, the same twice, and can be searched`, async () => {
        const [first, second] = [await make(kind, 'docx', language), await make(kind, 'docx', language)];
        expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
        expect(faultsOf(first)).toEqual([]);
        const xml = text(unzipSync(first)['word/document.xml']);
        expect(xml).toContain(kind === 'event-report' ? 'Marta Inventada' : 'Puerto Sereno');
        if (language === 'ar') expect(xml).toMatch(/<w:bidi\/>.*<w:bidiVisual\/>/s);
        else expect(xml).not.toContain('<w:bidi');
        expect(text(unzipSync(first)['word/styles.xml'])).toContain(language === 'ar' ? 'w:bidi="ar"' : `w:val="${language}"`);
      });
    }
  }

  it('has headings for the contents with page numbers, heads that repeat, and words for every picture', async () => {
    const parts = unzipSync(await make('profile', 'docx'));
    const xml = text(parts['word/document.xml']);
    expect(xml).toContain('TOC \\h');
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(8);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(6);
    const pictures = [...xml.matchAll(/<wp:docPr\b[^>]*descr="([^"]*)"/g)].map(([, words = '']) => words);
    expect(pictures.length).toBeGreaterThanOrEqual(9);
    for (const words of pictures) expect(words.length).toBeGreaterThan(30);
    expect(text(parts['docProps/core.xml'])).toContain('<dc:title>Puerto Sereno – City Safety Profile</dc:title>');
    expect(text(parts['docProps/core.xml'])).toMatch(/modified[^>]*>2026-11-21T00:00:00Z/);
  });

  it('of an empty city says what is missing', async () => {
    const bytes = await make('profile', 'docx', 'en', emptyProfile());
    expect(faultsOf(bytes)).toEqual([]);
  });
});

describe('council slides', () => {
  for (const language of outputLanguages) {
    it(`in ${language} are whole and the same twice, with charts and tables that can be changed`, async () => {
      const [first, second] = [await make('slides', 'pptx', language), await make('slides', 'pptx', language)];
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
      expect(faultsOf(first)).toEqual([]);
      const parts = unzipSync(first);
      const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
      expect(slides.length).toBeGreaterThan(8);
      expect(Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(4);
      expect(slides.some((name) => text(parts[name]).includes('<a:tbl>'))).toBe(true);
      const notes = Object.keys(parts).filter((name) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name));
      expect(notes).toHaveLength(slides.length);
      if (language === 'ar') {
        for (const name of slides) expect(text(parts[name])).toContain('rtl="1"');
        expect(slides.filter((name) => text(parts[name]).includes('<a:tblPr rtl="1"')).length).toBeGreaterThan(2);
      }
    });
  }

  it('of an empty city still ask and say where things come from', async () => {
    const bytes = await make('slides', 'pptx', 'en', emptyProfile());
    expect(faultsOf(bytes)).toEqual([]);
  });
});

interface Field {
  name: string;
  type: string;
  constraints?: { required?: boolean; unique?: boolean; minimum?: number; maximum?: number; enum?: string[] };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema?: { fields: Field[]; primaryKey?: string; foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[] };
}

/** The Table Schema's rules that the tables use: lexical forms of types, `missingValues`, constraints, primary and foreign keys. */
const forms: Readonly<Record<string, RegExp>> = {
  string: /[\s\S]/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
  boolean: /^(true|false)$/,
  year: /^\d{4}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

function readTable(parts: Record<string, Uint8Array>, resource: Resource): string[][] {
  return Papa.parse<string[]>(text(parts[resource.path]), { newline: '\r\n', delimiter: ',' }).data.slice(0, -1);
}

function faultsOfTable(parts: Record<string, Uint8Array>, resource: Resource, all: readonly Resource[]): string[] {
  const { fields = [], primaryKey, foreignKeys = [] } = resource.schema ?? {};
  const [heads = [], ...rows] = readTable(parts, resource);
  const faults: string[] = [];
  if (heads.join() !== fields.map(({ name }) => name).join()) faults.push(`heads ${heads.join()}`);
  for (const [at, field] of fields.entries()) {
    const { required, unique, minimum, maximum, enum: oneOf } = field.constraints ?? {};
    const values = rows.map((row) => row[at] ?? '');
    for (const value of values) {
      if (value === '') {
        if (required) faults.push(`${field.name} is empty`);
      } else if (!forms[field.type]?.test(value)) faults.push(`${field.name}: ${value} is no ${field.type}`);
      else if (oneOf && !oneOf.includes(value)) faults.push(`${field.name}: ${value} is not in its list`);
      else if ((minimum !== undefined && Number(value) < minimum) || (maximum !== undefined && Number(value) > maximum)) faults.push(`${field.name}: ${value}`);
    }
    if ((unique || primaryKey === field.name) && new Set(values).size !== values.length) faults.push(`${field.name} is not unique`);
  }
  for (const { fields: column, reference } of foreignKeys) {
    const target = all.find(({ name }) => name === reference.resource);
    if (!target) return [...faults, `no table ${reference.resource}`];
    const [targetHeads = [], ...targetRows] = readTable(parts, target);
    const known = new Set(targetRows.map((row) => row[targetHeads.indexOf(reference.fields)]));
    for (const row of rows)
      if (row[heads.indexOf(column)] && !known.has(row[heads.indexOf(column)])) faults.push(`${column}: ${row[heads.indexOf(column)]} leads nowhere`);
  }
  return faults;
}

describe('open data', () => {
  for (const language of outputLanguages) {
    it(`in ${language} keep to their schemas, byte for byte the same twice`, async () => {
      const [first, second] = [await make('open-data', 'zip', language), await make('open-data', 'zip', language)];
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
      const parts = unzipSync(first);
      const descriptor = JSON.parse(text(parts['datapackage.json'])) as { name: string; licenses: object[]; sources: object[]; resources: Resource[] };
      expect(descriptor.name).toMatch(/^[a-z0-9.-]+$/);
      expect(descriptor.licenses).toHaveLength(1);
      expect(descriptor.sources.length).toBeGreaterThan(0);
      const tables = descriptor.resources.filter(({ schema }) => schema);
      expect(tables.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['areas', 'incidents-by-year', 'incidents-by-area-and-year', 'findings', 'measures', 'data-dictionary']),
      );
      for (const resource of descriptor.resources) {
        expect(parts[resource.path]?.length, resource.path).toBe(resource.bytes);
        expect(resource.name).toMatch(/^[a-z0-9._-]+$/);
        if (resource.schema) expect(faultsOfTable(parts, resource, tables), resource.name).toEqual([]);
      }
      const dictionary = readTable(parts, tables.find(({ name }) => name === 'data-dictionary') as Resource).slice(1);
      const columns = tables
        .filter(({ name }) => name !== 'data-dictionary')
        .flatMap(({ name, schema }) => schema?.fields.map((field) => `${name} ${field.name}`));
      expect(dictionary.map(([table, column]) => `${table} ${column}`)).toEqual(columns);
      for (const [, , , meaning = ''] of dictionary) expect(meaning).not.toMatch(/openData\./);
      const areas = JSON.parse(text(parts['data/area-boundaries.geojson'])) as { features: unknown[] };
      expect(areas.features).toHaveLength(24);
      expect(text(parts['README.md'])).not.toMatch(/openData\.|\{\{/);
    });
  }

  it('hold no small number, nobody’s name and nothing that a spreadsheet would run', async () => {
    const data = inventProfile();
    const incidents = data.incidents;
    const first = incidents?.byArea.find((row) => row.areaId);
    if (!incidents || !first) throw new Error('no incidents');
    const byArea = incidents.byArea.map((row) => (row === first ? { ...row, count: 3, rate: 6.9, low: 1.4, high: 20.2 } : row));
    const others = incidents.byAreaGroupYear.filter((combination) => combination.areaId !== first.areaId);
    const byAreaGroupYear = [...others, { areaId: first.areaId ?? null, group: 'theft' as const, year: 2024, count: 3 }];
    const nasty = {
      ...data,
      incidents: { ...incidents, byArea, byAreaGroupYear },
      findings: data.findings.map((finding) => ({ ...finding, sentence: '=cmd|calc' })),
    };
    const bytes = await make('open-data', 'zip', 'en', nasty);
    const parts = unzipSync(bytes);
    const [heads = [], ...rows] = Papa.parse<string[]>(text(parts['data/incidents-by-area.csv'])).data;
    const row = rows.find(([id]) => id === first.areaId) ?? [];
    expect(row[heads.indexOf('hidden')]).toBe('true');
    expect(row[heads.indexOf('incidents')]).toBe('');
    expect(row[heads.indexOf('rate')]).toBe('');
    expect(rows.filter((each) => each[heads.indexOf('hidden')] === 'true').length).toBeGreaterThanOrEqual(2);
    const all = Object.values(parts).map(text).join('\n');
    for (const name of ['Marta Inventada', 'Rosa Prueba', 'Ada Ejemplo', ...data.city.team.map((member) => member.name)]) expect(all).not.toContain(name);
    expect(text(parts['data/findings.csv'])).toContain("'=cmd|calc");
  });

  it('of an empty city hold the dictionary and the page to read first', async () => {
    const parts = unzipSync(await make('open-data', 'zip', 'en', emptyProfile()));
    expect(Object.keys(parts).sort()).toEqual(expect.arrayContaining(['README.md', 'data-dictionary.csv', 'datapackage.json']));
  });

  it('and slides are logged as what they gave out', async () => {
    const of = async (kind: OutputKind, format: OutputFormat) =>
      (await makeOutput(requestOf(kind, format, 'en'), () => {})).released.tables.map(({ by }) => by.join('+'));
    expect(await of('open-data', 'zip')).toEqual(['year', 'group', 'area', 'area+year', 'group+year']);
    expect(await of('slides', 'pptx')).toEqual(['', 'year', 'group', 'area']);
  });
});

const programs = ['/usr/lib/libreoffice/program', '/opt/libreoffice/program'];
const has = (library: string) => spawnSync('soffice', ['--version']).status === 0 && programs.some((folder) => existsSync(join(folder, library)));

/** Opened by LibreOffice and set as PDF: how many bytes came out. Needs its Writer or Impress; skipped where only part of it is installed. */
function converted(bytes: Uint8Array, ending: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-office-'));
  try {
    writeFileSync(join(folder, `a.${ending}`), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `a.${ending}`)], { timeout: 120_000 });
    return existsSync(join(folder, 'a.pdf')) ? spawnSync('wc', ['-c', join(folder, 'a.pdf')], { encoding: 'utf8' }).stdout.length : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('LibreOffice opens', () => {
  it.skipIf(!has('libswlo.so'))(
    'the Word files',
    async () => {
      for (const language of ['en', 'ar']) expect(converted(await make('event-report', 'docx', language), 'docx')).toBeGreaterThan(0);
      expect(converted(await make('profile', 'docx', 'en'), 'docx')).toBeGreaterThan(0);
    },
    300_000,
  );

  it.skipIf(!has('libsdlo.so'))(
    'the slides',
    async () => {
      for (const language of ['en', 'ar']) expect(converted(await make('slides', 'pptx', language), 'pptx')).toBeGreaterThan(0);
    },
    300_000,
  );
});
