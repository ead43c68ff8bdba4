import { describe, expect, test } from 'vitest';
import { read, utils, type WorkBook } from 'xlsx';
import { gatherWorkbook } from '#main/engine/outputs/gather-workbook.ts';
import type { ProfileData } from '#main/exports/profile-data.ts';
import { writeWorkbook } from '#main/exports/workbook/workbook.ts';
import type { Weighing } from '#shared/domain/criteria.ts';
import { newProject, resourcesFolder } from '../../fixtures/engine.ts';
import { exportContextOf, outputLanguages } from '../../fixtures/export-context.ts';
import { inventProfile } from '../../fixtures/invented-profile.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The reference's example MC-1 as the engine answers it, with one option that lacks a score. */
function mc1(): Weighing {
  const scores: (number | null)[][] = [
    [80, 20, 60],
    [50, 90, 40],
    [30, null, 100],
  ];
  const ends = { worst: 0, best: 100, hasEnds: true, suggested: null, range: null, code: '', description: '', unit: '' } as const;
  return {
    ...{ why: null, groups: [], equal: [], agreement: [], changesFirst: false, seed: 77, sets: 10_000, version: '1' },
    criteria: [100, 60, 40].map((swing, place) => ({
      ...ends,
      ...{
        id: idOf(place),
        name: `Criterion ${place + 1}`,
        kind: 'judged',
        position: place,
        swing,
        weight: swing / 200,
        source: { groups: [], ballotId: null },
      },
    })),
    options: scores.map((row, place) => ({
      priorityId: idOf(10 + place),
      title: `Option ${place + 1}`,
      ...{ value: [58, 60, null][place] ?? null, rank: [2, 1, null][place] ?? null, leads: 0.3, missing: [], isChosen: false, decidedRank: null },
      cells: row.map((value, criterion) => ({
        criterionId: idOf(criterion),
        value,
        score: value,
        isBeyond: false,
        origin: { kind: 'judged', note: '', ratedOn: '' },
      })),
    })),
  };
}

async function open(data: ProfileData, language = 'en'): Promise<WorkBook> {
  return read(await writeWorkbook(data, exportContextOf(language)), { cellFormula: true, cellDates: true, UTC: true });
}
const rowsOf = (book: WorkBook, sheet: string) => utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, blankrows: true });

describe('the ranking', () => {
  test('is worked out in the sheet from figures, ends and swings; an option with a gap has no place', async () => {
    const full = inventProfile();
    const book = await open({ ...full, workbook: { ...full.workbook, weighing: mc1() } });
    const scores = book.Sheets['Options by criteria'] ?? {};
    expect(scores.E4.f).toBe(
      "IF(COUNT(B4,'Criteria'!$E$4,'Criteria'!$F$4)<3,\"\",IF(('Criteria'!$F$4-'Criteria'!$E$4)=0,\"\",(B4-'Criteria'!$E$4)/('Criteria'!$F$4-'Criteria'!$E$4)*100))",
    );
    expect([scores.H4.v, scores.H5.v, scores.H6.v ?? '']).toEqual([58, 60, '']);
    expect([scores.I4.v, scores.I5.v, scores.I6.v ?? '']).toEqual([2, 1, '']);
    expect(book.Sheets.Criteria?.H4).toMatchObject({ f: 'N(G4)/SUM(G$4:G$6)', v: 0.5 });
    expect(book.Sheets.Criteria?.A2.v).toContain('seed 77');
  });
});

describe('the budget', () => {
  test('comes to what the plan comes to, year by year', async () => {
    const full = inventProfile();
    const book = await open(full);
    const rows = rowsOf(book, 'Budget by year');
    const header = (rows[2] ?? []).map(String);
    const totals = rows.find((row) => row[0] === 'Total') ?? [];
    for (const year of new Set(full.measures.flatMap(({ costsByYear }) => costsByYear.flatMap((own) => own.year ?? [])))) {
      const planned = full.measures.flatMap(({ costsByYear }) => costsByYear.filter((own) => own.year === year)).reduce((sum, own) => sum + own.total, 0);
      expect(Number(totals[header.indexOf(String(year))])).toBeCloseTo(planned, 0);
    }
    expect(header.filter((label) => /^20\d\d$/.test(label)).length).toBeGreaterThan(2);
  });
});

describe('the dictionary', () => {
  test.each(outputLanguages)('has a meaning, a unit and a way for every visible column, in %s', async (language) => {
    const full = inventProfile();
    const book = await open({ ...full, workbook: { ...full.workbook, weighing: mc1() } }, language);
    const sheets = book.SheetNames.slice(1, -3);
    const name = book.SheetNames.at(-3) ?? '';
    const rows = rowsOf(book, name).slice(3);
    for (const row of rows)
      for (const place of [0, 1, 2, 3, 5, 6]) expect(String(row[place] ?? ''), JSON.stringify(row)).not.toMatch(/^$|^dictionary\.|^workbook\./);
    expect(new Set(rows.map((row) => row[0]))).toEqual(new Set(sheets));
  });
});

describe('influence and engagement', () => {
  const bodies = inventProfile().stakeholders;
  const [from, to] = [bodies[0], bodies[1]];
  if (!from || !to) throw new Error('nobody was invented');
  const workbook = {
    ...inventProfile().workbook,
    ties: [{ fromId: from.id, toId: to.id, kind: 'funds' as const, reports: 3, informants: 2, observedOn: '2026-03-04' }],
    engagement: [
      { stakeholderId: to.id, level: 'involve' as const, how: 'Evening meeting', responsible: 'Liaison', dueOn: '2026-05-01', doneOn: null, isOverdue: true },
    ],
  };

  test.each(outputLanguages)('have a sheet each, with every column in the dictionary, in %s', async (language) => {
    const { t } = exportContextOf(language);
    const book = await open({ ...inventProfile(), workbook }, language);
    const influence = rowsOf(book, t('workbook.sheet.influence'));
    expect(influence[3]?.slice(0, 5)).toEqual([from.name, t('tieKind.funds'), to.name, 3, 2]);
    const engagement = rowsOf(book, t('workbook.sheet.engagement'));
    expect(engagement[3]?.slice(0, 4)).toEqual([to.name, t('engagementLevel.involve'), 'Evening meeting', 'Liaison']);
    expect(engagement[3]?.[6]).toBe(t('engagement.state.late'));
    const dictionary = rowsOf(book, t('workbook.sheet.dictionary')).filter(
      ([sheet]) => sheet === t('workbook.sheet.influence') || sheet === t('workbook.sheet.engagement'),
    );
    expect(dictionary).toHaveLength(13);
    for (const [, , meaning] of dictionary) expect(meaning).toMatch(/\p{L}{3}/u);
  });

  test('are left out where there is nothing of them', async () => {
    expect((await open(inventProfile())).SheetNames).not.toContain('Influence');
  });
});

describe('what stays in the project', () => {
  test('who told a tie, notes, and people in the words of a step', async () => {
    const city = await newProject();
    const { client } = city;
    const mayor = await client.stakeholders.add({ name: 'Mayor’s office' });
    const police = await client.stakeholders.add({ name: 'Police' });
    const project = city.engine.services.session.require();
    await client.network.addTie({ fromId: mayor.id, toId: police.id, kind: 'funds', informant: 'Table two', note: 'said quietly', observedOn: '2026-02-01' });
    await client.network.addTie({ fromId: mayor.id, toId: police.id, kind: 'funds', informant: 'Table three' });
    await client.project.updateCity({ team: [{ id: crypto.randomUUID(), name: 'Ana Ruiz', role: 'Liaison', body: '' }] });
    const [step] = await client.engagement.plan({
      stakeholderIds: [police.id],
      level: 'involve',
      how: 'Ana Ruiz visits them',
      responsible: 'Ana Ruiz',
      dueOn: '2026-01-01',
    });
    await client.engagement.update({ id: step?.id ?? '', patch: { note: 'be careful' } });
    const { ties, engagement } = gatherWorkbook(project, resourcesFolder, '2026-06-01');
    expect(ties).toEqual([{ fromId: mayor.id, toId: police.id, kind: 'funds', reports: 2, informants: 2, observedOn: '2026-02-01' }]);
    expect(engagement).toMatchObject([{ how: '… visits them', responsible: '…', isOverdue: true }]);
    expect(JSON.stringify([ties, engagement])).not.toMatch(/Table two|quietly|Ruiz|careful/);
  });

  test('restricted findings and evidence are in no part of the file', async () => {
    const full = inventProfile();
    const secret = 'The informant lives beside the depot';
    const [first, second, ...others] = full.findings;
    if (!first || !second) throw new Error('the invented city has findings');
    const evidence = second.evidence.map((item, place) => (place === 0 ? { ...item, text: secret, isRestricted: true } : item));
    const bytes = await writeWorkbook(
      { ...full, findings: [{ ...first, sentence: secret, isRestricted: true }, { ...second, evidence }, ...others] },
      exportContextOf('en'),
    );
    const book = read(bytes);
    for (const sheet of book.SheetNames) expect(JSON.stringify(book.Sheets[sheet]), sheet).not.toContain(secret);
  });
});
