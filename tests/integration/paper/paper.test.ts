import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '#main/engine/i18n/load-texts.ts';
import { makePaper, type PaperRequest, paperFiles, writePaper } from '#main/exports/paper/make-paper.ts';
import { loadNativeTypesetter } from '#main/exports/typeset/native-typesetter.ts';
import { type Ballot, ballotKinds } from '#shared/domain/ballots.ts';
import type { PaperAsk, PaperAskInput, PaperFile } from '#shared/domain/paper.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { newProject, refusalOf, resourcesFolder, type withEngine } from '../../fixtures/engine.ts';
import { outputLanguages } from '../../fixtures/export-context.ts';
import { inventBallot } from '../../fixtures/invented-ballots.ts';
import { inventProfile } from '../../fixtures/invented-profile.ts';

const native = await loadNativeTypesetter();
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
const city = inventProfile();
const workshop = { title: 'Day of safety', place: 'Town hall', startsOn: '2026-11-22' };

function requestOf(ask: PaperAsk, ballot: Ballot | null, language: string, codes: readonly string[] = []): PaperRequest {
  const data = {
    ask,
    day: '2026-11-22',
    cityName: city.city.name,
    workshop,
    ballot,
    groups: [{ id: 'a', name: 'Harbour' }],
    areas: city.areas.map(({ id, name }) => ({ id, name })),
    boundaries: city.boundaries,
    codes,
  };
  return { kind: 'paper', as: 'file', language, texts: loadTexts(resourcesFolder), resourcesFolder, data };
}

function ballotsRequest(ballot: Ballot, language: string, how: { perPage?: 1 | 2 | 4; copies?: number; isLargePrint?: boolean } = {}): PaperRequest {
  const { perPage = 2, copies = 2, isLargePrint = null } = how;
  const codes = Array.from({ length: copies }, (_, place) => sheetCode(ballotMark(ballot.id), place + 1));
  return requestOf({ kind: 'ballots', ballotId: ballot.id, copies, perPage, firstNumber: 1, isLargePrint, language }, ballot, language, codes);
}

function textOf(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

describe.skipIf(!native)('every kind of ballot in every language, set as PDF/UA-1 where a missing glyph is an error', () => {
  for (const language of outputLanguages) {
    it(`in ${language}`, async () => {
      for (const kind of ballotKinds) {
        const ballot = inventBallot(kind, { language, withPictures: true, refIds: kind === 'place' ? city.areas.map(({ id }) => id) : [] });
        const pdf = await native?.pdf(paperFiles(writePaper(ballotsRequest(ballot, language, { perPage: 1, copies: 1 })), resourcesFolder, true));
        expect(pdf?.isAccessible, kind).toBe(true);
        expect(pdf?.pageCount, kind).toBe(1);
      }
      const tally = writePaper(
        requestOf({ kind: 'tally', ballotId: 'b', language }, inventBallot('rating', { language, settings: { times: ['day', 'night'] } }), language),
      );
      expect((await native?.pdf(paperFiles(tally, resourcesFolder, true)))?.isAccessible).toBe(true);
    });
  }
});

describe('sheets of a ballot', () => {
  it('stand one, two or four on a page, as many pages as that takes', async () => {
    const ballot = inventBallot('dots', { count: 5 });
    for (const [perPage, pages] of [
      [1, 5],
      [2, 3],
      [4, 2],
    ] as const) {
      const made = await makePaper(ballotsRequest(ballot, 'en', { perPage, copies: 5 }), () => {});
      expect([made.perPage, made.pageCount]).toEqual([perPage, pages]);
    }
  });

  it('are fewer on a page where they could not be read, and large print is always one', async () => {
    const long = inventBallot('agree', { count: 14, settings: { hasReasons: true } });
    expect((await makePaper(ballotsRequest(long, 'en', { perPage: 4 }), () => {})).perPage).toBe(1);
    const wordy = inventBallot('dots', { count: 8 });
    const words = { ...wordy, options: wordy.options.map((option) => ({ ...option, text: 'A very long sentence on what ought to be done. '.repeat(8) })) };
    expect((await makePaper(ballotsRequest(words, 'en', { perPage: 4 }), () => {})).perPage).toBeLessThan(4);
    expect((await makePaper(ballotsRequest(inventBallot('dots', { count: 3 }), 'en', { perPage: 4, isLargePrint: true }), () => {})).perPage).toBe(1);
  });

  it('are the same, byte for byte, for the same question', async () => {
    const request = () => ballotsRequest(inventBallot('rating', { language: 'ar', withPictures: true }), 'ar');
    const [first, second] = [await makePaper(request(), () => {}), await makePaper(request(), () => {})];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('take words as words: markup and names of files in them do nothing', async () => {
    const ballot = inventBallot('dots', { count: 3 });
    const hostile = {
      ...ballot,
      question: '#panic("x") $x^2$ *bold* @ref <label> \\',
      options: ballot.options.map((option) => ({ ...option, text: '#read("/etc/passwd") [', picture: '../../report/report' })),
    };
    expect((await makePaper(ballotsRequest(hostile, 'en'), () => {})).pageCount).toBe(1);
  });
});

describe('printing', () => {
  async function made(client: ReturnType<typeof withEngine>['client'], ask: PaperAskInput): Promise<PaperFile> {
    const stream = await client.paper.make(ask);
    for (;;) {
      const step = await stream.next();
      if (step.done) return step.value;
    }
  }
  async function room() {
    const { client, engine } = await newProject();
    const { id: workshopId } = await client.workshops.add({ title: 'Day of safety' });
    const options = ['Light the market', 'Buses until midnight', 'A youth club'].map((text) => ({ text, picture: '', refId: null, quiz: null }));
    const ballot = await client.ballots.add({ workshopId, kind: 'dots', subject: 'own', question: 'What comes first?', options });
    return { client, engine, workshopId, ballot };
  }

  it('numbers on where the last print ended, so that no code is out twice, and prints the same again when asked', async () => {
    const { client, ballot } = await room();
    const first = await made(client, { kind: 'ballots', ballotId: ballot.id, copies: 10, perPage: 4 });
    expect(first).toMatchObject({ firstNumber: 1, lastNumber: 10, pageCount: 3, perPage: 4 });
    expect(await client.paper.sheets({ ballotId: ballot.id })).toEqual({ mark: ballotMark(ballot.id), printed: 10, lastPrinted: 10, nextNumber: 11 });
    const second = await made(client, { kind: 'ballots', ballotId: ballot.id, copies: 5, perPage: 4 });
    expect(second).toMatchObject({ firstNumber: 11, lastNumber: 15 });
    const again = await made(client, { kind: 'ballots', ballotId: ballot.id, copies: 10, perPage: 4, firstNumber: 1 });
    expect(again.sha256).toBe(first.sha256);
    expect(await client.paper.sheets({ ballotId: ballot.id })).toMatchObject({ printed: 15, nextNumber: 16 });
  });

  it('goes on after a sheet that was typed without being printed here', async () => {
    const { client, ballot } = await room();
    await client.ballots.open({ id: ballot.id });
    const paperCode = sheetCode(ballotMark(ballot.id), 70);
    await client.ballots.enterPaper({ ballotId: ballot.id, paperCode, groupId: null, answer: { kind: 'dots', dots: {} } });
    expect(await client.paper.sheets({ ballotId: ballot.id })).toMatchObject({ printed: 0, nextNumber: 71 });
  });

  it('refuses more sheets than there are numbers, and looking at a page uses none up', async () => {
    const { client, ballot } = await room();
    expect(await refusalOf(made(client, { kind: 'ballots', ballotId: ballot.id, copies: 3, firstNumber: 9_998 }))).toMatchObject({
      code: 'paper/too-many-sheets',
    });
    const stream = await client.paper.preview({ kind: 'ballots', ballotId: ballot.id, copies: 40, perPage: 2 });
    for (;;) {
      const step = await stream.next();
      if (!step.done) continue;
      expect(step.value.pages).toHaveLength(1);
      expect(step.value.pages[0]).toContain('<svg');
      break;
    }
    expect(await client.paper.sheets({ ballotId: ballot.id })).toMatchObject({ printed: 0, nextNumber: 1 });
  });

  it('is noted in the history, cannot be undone by mistake, and dates no report', async () => {
    const { client, ballot } = await room();
    const { undo } = await client.history.steps();
    await made(client, { kind: 'ballots', ballotId: ballot.id, copies: 1 });
    expect((await client.project.changes({ limit: 1 }))[0]).toMatchObject({ name: 'outputs.paper', params: { kind: 'ballots', from: 1, to: 1 } });
    expect((await client.history.steps()).undo).toEqual(undo);
  });

  it.skipIf(!hasPoppler)('puts question, options, rule and code on every sheet (pdftotext)', async () => {
    const { client, ballot } = await room();
    const text = textOf((await made(client, { kind: 'ballots', ballotId: ballot.id, copies: 2, perPage: 1 })).path);
    for (const words of [
      'What comes first?',
      'Light the market',
      'Fill in one circle',
      'write no name',
      sheetCode(ballotMark(ballot.id), 1),
      sheetCode(ballotMark(ballot.id), 2),
    ])
      expect(text).toContain(words);
  });

  it.skipIf(!hasPoppler)('puts network, address and steps in every language on the card, and no word of it in the history (pdftotext)', async () => {
    const { client, workshopId } = await room();
    const card = {
      kind: 'room-card' as const,
      workshopId,
      languages: ['en', 'es', 'ar'],
      url: 'http://192.168.1.4:8080',
      wifiName: 'Safety room',
      wifiPassword: 'not;so"secret',
    };
    const { path, pageCount } = await made(client, card);
    expect(pageCount).toBe(1);
    const text = textOf(path);
    for (const words of [
      'Safety room',
      'not;so"secret',
      '192.168.1.4:8080',
      'Join with your phone',
      'Participe con su teléfono',
      'stay connected',
      'siga conectado',
    ])
      expect(text).toContain(words);
    expect(JSON.stringify(await client.project.changes({ limit: 5 }))).not.toContain('secret');
    const half = await made(client, { ...card, size: 'a5', url: '', wifiName: '', wifiPassword: '' });
    expect(half.pageCount).toBe(1);
    expect(readFileSync(half.path).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.skipIf(!hasPoppler)('leaves a column for every group on the tally, and lines to sign on the list (pdftotext)', async () => {
    const { client, workshopId, ballot } = await room();
    for (const name of ['Harbour', 'Schools']) await client.workshops.addGroup({ workshopId, name });
    const tally = textOf((await made(client, { kind: 'tally', ballotId: ballot.id })).path);
    for (const words of ['Harbour', 'Schools', 'People in the group']) expect(tally).toContain(words);
    const list = await made(client, { kind: 'attendance', workshopId, lines: 20 });
    expect(textOf(list.path)).toMatch(/Signature/);
  });
});
