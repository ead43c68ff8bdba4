import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '#main/engine/i18n/load-texts.ts';
import { documentWriters, pageLimits } from '#main/exports/documents.ts';
import { createExportContext } from '#main/exports/export-context.ts';
import { makeDocument } from '#main/exports/make-document.ts';
import { makeOutput } from '#main/exports/make-output.ts';
import type { OutputRequest } from '#main/exports/output-request.ts';
import type { ProfileData } from '#main/exports/profile-data.ts';
import type { Block, Report } from '#main/exports/report/report-document.ts';
import { reportFiles } from '#main/exports/report/report-files.ts';
import { loadNativeTypesetter } from '#main/exports/typeset/native-typesetter.ts';
import { type OutputOptions, usualOptions } from '#shared/domain/output-options.ts';
import type { OutputKind } from '#shared/domain/outputs.ts';
import { resourcesFolder } from '../../fixtures/engine.ts';
import { outputLanguages } from '../../fixtures/export-context.ts';
import { emptyProfile, inventProfile } from '../../fixtures/invented-profile.ts';

const native = await loadNativeTypesetter();
const hasPoppler = spawnSync('pdftohtml', ['-v']).status === 0;
const kinds = Object.keys(documentWriters) as OutputKind[];

function requestOf(kind: OutputKind, language: string, data: ProfileData, options: Partial<OutputOptions> = {}): OutputRequest {
  return { kind, format: 'pdf', as: 'file', language, texts: loadTexts(resourcesFolder), resourcesFolder, data, options: { ...usualOptions, ...options } };
}

async function documentOf(request: OutputRequest): Promise<Report> {
  if (!native) throw new Error('no native typesetter');
  return makeDocument(request, createExportContext(request), native);
}

const crest = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="100" height="60" fill="#123a7a"/></svg>';
const cityLook: Partial<OutputOptions> = {
  identity: { ...usualOptions.identity, accent: '#ffd24d', publisher: 'Municipality of Puerto Sereno', imprint: 'May be copied with its source.' },
  logos: [{ id: '1', name: 'Coat of arms', type: 'image/svg+xml', width: 1000, height: 600, bytes: new TextEncoder().encode(crest) }],
  signatories: [{ id: '2', name: 'Ada Ejemplo', title: 'Mayor', body: 'Municipality', use: [] }],
  annexes: [{ id: '3', title: 'Thanks', text: 'To all.\n\n- One\n- Two', use: [] }],
};

/** The longest that anybody could type, without and with places to break it. */
function withEndlessWords(data: ProfileData): ProfileData {
  const long = 'A very long sentence that says the same again and again without ever coming to an end, '.repeat(60);
  const endless = 'Unbreakable'.repeat(80);
  return {
    ...data,
    city: { ...data.city, name: endless, mandate: long },
    policy: { ...data.policy, title: endless, vision: long },
    findings: data.findings.map((finding, place) => ({ ...finding, sentence: place % 2 ? long : endless })),
    priorities: data.priorities.map((priority) => ({ ...priority, title: long, reason: long, isChosen: true })),
    measures: [...data.measures, ...data.measures, ...data.measures].map((measure, place) => ({
      ...measure,
      id: `${measure.id}${place}`,
      title: place % 2 ? long : endless,
    })),
    stakeholders: data.stakeholders.map((body) => ({ ...body, name: endless })),
    policyFacts: {
      ...data.policyFacts,
      legalBasis: long,
      participation: long,
      monitoring: long,
      publishedWhere: endless,
      coverageNote: long,
      responsibleUnit: endless,
    },
  };
}

describe.skipIf(!native)('every document in every language, set as PDF/UA-1 where a missing glyph is an error', () => {
  for (const kind of kinds) {
    for (const language of outputLanguages) {
      it(`${kind} in ${language}: a full city with its own look, and an empty one`, async () => {
        for (const [data, options] of [
          [inventProfile(), cityLook],
          [emptyProfile(), {}],
        ] as const) {
          const report = await documentOf(requestOf(kind, language, data, options));
          const pdf = await native?.pdf(reportFiles(report, { resourcesFolder, isStrict: true }));
          expect(pdf?.isAccessible).toBe(true);
          const limit = pageLimits[kind];
          if (limit) expect(pdf?.pageCount).toBe(limit.pages);
        }
      });
    }
  }
});

describe('words of another direction in an Arabic document', () => {
  const paragraph = (...texts: string[]): Block => ({ kind: 'rich', style: 'paragraph', level: 0, runs: texts.map((text) => ({ text })) });
  const printed = (report: Report, blocks: Block[]) => {
    const document = { ...report.document, sections: report.document.sections.slice(0, 1).map((section) => ({ ...section, blocks })) };
    return new TextDecoder().decode(reportFiles({ ...report, document }, { resourcesFolder }).files.get('report.json'));
  };

  it('stay one stretch over bold and plain, and keep the mark at the end of a single word', async () => {
    const report = await documentOf(requestOf('policy', 'ar', emptyProfile()));
    const json = printed(report, [paragraph('Prevention', ' before punishment'), paragraph('Objectives:'), paragraph('الوقاية', ' first')]);
    expect(json).toContain('[{"text":"\u2066"},{"text":"Prevention"},{"text":"\u2066 before punishment\u2069"},{"text":"\u2069"}]');
    expect(json).toContain('[{"text":"\u2066Objectives:\u2069"}]');
    expect(json).toContain('[{"text":"الوقاية"},{"text":" first"}]');
  });
});

describe.skipIf(!native)('documents of a fixed length', () => {
  it.each(['brief', 'status-card'] as const)('%s keeps it whatever people typed, and says that it was shortened', async (kind) => {
    for (const language of outputLanguages) {
      const output = await makeOutput(requestOf(kind, language, withEndlessWords(inventProfile()), cityLook), () => {});
      expect(output.pageCount).toBe(pageLimits[kind]?.pages);
    }
    const report = await documentOf(requestOf(kind, 'en', withEndlessWords(inventProfile())));
    expect(JSON.stringify(report.document.sections)).toMatch(/Shortened to/);
  });

  it('do not shorten what fits', async () => {
    const report = await documentOf(requestOf('brief', 'en', inventProfile()));
    expect(JSON.stringify(report.document.sections)).not.toMatch(/Shortened to| …/);
  });
});

/** Every link of a document and every place that it can lead to. */
function linksOf(report: Report): { places: Set<string>; links: string[] } {
  const places = new Set<string>();
  const links: string[] = [];
  const visit = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && key === 'to') links.push(value);
    if (typeof value === 'string' && key === 'anchor') places.add(value);
    if (Array.isArray(value)) for (const item of value) key === 'rowAnchors' ? places.add(String(item)) : visit(item);
    else if (value !== null && typeof value === 'object') for (const [name, item] of Object.entries(value)) visit(item, name);
  };
  visit(report.document.sections);
  return { places, links };
}

const blocksOf = (report: Report): Block[] => report.document.sections.flatMap((section) => section.blocks);

describe.skipIf(!native)('links inside a document', () => {
  it('lead from a claim to its evidence, the file it was read in and the method, and from the file back to every claim', async () => {
    const report = await documentOf(requestOf('profile', 'en', inventProfile()));
    const { places, links } = linksOf(report);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !places.has(link))).toEqual([]);
    const finding = blocksOf(report).find((block) => block.kind === 'finding');
    const evidence = finding?.kind === 'finding' ? finding.evidence.find(({ to }) => to !== undefined) : undefined;
    const source = blocksOf(report).find((block) => block.anchor === evidence?.to);
    expect(source?.kind).toBe('source');
    if (source?.kind !== 'source') return;
    expect(source.facts.some(({ label }) => label.startsWith('Fingerprint'))).toBe(true);
    expect(places.has(source.facts.find(({ to }) => to?.startsWith('method-'))?.to ?? '')).toBe(true);
    expect(source.carries.map(({ to }) => to)).toContain(finding?.anchor);
    expect(source.carries.some(({ to }) => to?.startsWith('objective-'))).toBe(true);
    expect(source.carries.some(({ to }) => to?.startsWith('measure-'))).toBe(true);
  });

  it('are words like others where the place they lead to is left out', async () => {
    const report = await documentOf(requestOf('profile', 'en', inventProfile(), { chapters: ['findings', 'summary'] }));
    const { places, links } = linksOf(report);
    expect(links.filter((link) => !places.has(link))).toEqual([]);
    expect(report.document.sections.map(({ code }) => code).slice(0, 2)).toEqual(['findings', 'summary']);
    expect((await native?.pdf(reportFiles(report, { resourcesFolder, isStrict: true })))?.isAccessible).toBe(true);
  });

  it.skipIf(!hasPoppler)('are links in the PDF too', async () => {
    const { bytes } = await makeOutput(requestOf('profile', 'en', inventProfile()), () => {});
    const folder = mkdtempSync(join(tmpdir(), 'city-safety-links-'));
    try {
      writeFileSync(join(folder, 'a.pdf'), bytes);
      const text = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', join(folder, 'a.pdf')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const linked = [...text.matchAll(/<a href="[^"]*#(\d+)">([^<]*)/g)].map(([, page, words]) => ({ page: Number(page), words }));
      expect(linked.some(({ words }) => words?.includes('Police incidents 2023-2025'))).toBe(true);
      expect(linked.some(({ words }) => words?.includes('finding 1'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(!native)('what a city chose', () => {
  it('stands in its documents: logos, readable colours, signatures, annexes, its name', async () => {
    const report = await documentOf(requestOf('policy', 'en', inventProfile(), cityLook));
    expect(report.document.look?.accent).not.toBe('#ffd24d');
    expect(report.document.look?.logos).toMatchObject([{ alt: 'Coat of arms' }]);
    expect(report.images.has(report.document.look?.logos[0]?.image ?? '')).toBe(true);
    expect(report.document.author).toBe('Municipality of Puerto Sereno');
    expect(blocksOf(report).filter(({ kind }) => kind === 'signatures').length).toBe(1);
    expect(report.document.sections.map(({ title }) => title)).toContain('Annex 1. Thanks');
  });

  it('costs nothing where a chapter is left out', async () => {
    const report = await documentOf(requestOf('profile', 'en', inventProfile(), { chapters: ['findings'] }));
    expect([...report.images.keys()].filter((name) => name.startsWith('figure'))).toEqual([]);
  });

  it('gives the same bytes for the same choice', async () => {
    const make = () => makeOutput(requestOf('brief', 'es', inventProfile(), cityLook), () => {});
    const [first, second] = [await make(), await make()];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});
