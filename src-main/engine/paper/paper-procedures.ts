import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Progress } from '#shared/domain/outputs.ts';
import type { PaperAsk, PaperFile } from '#shared/domain/paper.ts';
import { makePaperAside } from '../../exports/output-process.ts';
import type { PaperBytes, PaperRequest } from '../../exports/paper/make-paper.ts';
import { TypesetError } from '../../exports/typeset/typesetter.ts';
import { chooseLanguage, loadTexts, loadTranslate } from '../i18n/load-texts.ts';
import { outputFolder, safeFileName } from '../outputs/output-names.ts';
import { requireOutputFolder, writeOutput } from '../outputs/write-output.ts';
import { openProjectOf, procedures, streamed } from '../procedures.ts';
import type { OpenProject } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { gatherPaper } from './gather-paper.ts';
import { printedChange, sheetsOf } from './sheet-numbers.ts';

const paper = procedures.paper;

export const paperProcedures = paper.router({
  make: paper.make.handler(({ context, input, signal }) => streamed(makeFile(context.services, openProjectOf(context), input, signal))),
  preview: paper.preview.handler(({ context, input, signal }) => streamed(preview(context.services, openProjectOf(context), input, signal))),
  sheets: paper.sheets.handler(({ context, input }) => sheetsOf(openProjectOf(context), input.ballotId)),
});

/** Steps for a progress bar: reading, drawing, setting, writing. */
const stepCount = 4;

function requestOf(services: EngineServices, data: PaperRequest['data'], as: PaperRequest['as']): PaperRequest {
  const { resources } = services.folders;
  const { ask } = data;
  const language = chooseLanguage(resources, ask.language);
  const texts = loadTexts(resources);
  const languages = ask.kind === 'room-card' ? [...new Set(ask.languages.map((wished) => chooseLanguage(resources, wished)))] : [];
  const chosen = Object.fromEntries(['en', language, ...languages].map((one) => [one, texts[one] ?? {}]));
  return {
    kind: 'paper',
    as,
    language,
    texts: chosen,
    resourcesFolder: resources,
    data: { ...data, ask: ask.kind === 'room-card' ? { ...ask, languages } : ask },
  };
}

async function* steps(request: PaperRequest, signal: AbortSignal | undefined): AsyncGenerator<Progress, PaperBytes> {
  const making = makePaperAside(request, signal);
  try {
    for (;;) {
      const next = await making.next();
      if (next.done) return next.value;
      yield { step: `outputs.${next.value}`, done: next.value === 'drawing' ? 1 : 2, total: stepCount };
    }
  } catch (error) {
    if (signal?.aborted) refuse('output/cancelled');
    if (error instanceof TypesetError) refuse('output/typesetting-failed', { detail: error.message });
    throw error;
  } finally {
    await making.return({ bytes: new Uint8Array(), pageCount: 0, isAccessiblePdf: false, pages: [], perPage: 1 });
  }
}

async function* makeFile(services: EngineServices, project: OpenProject, ask: PaperAsk, signal: AbortSignal | undefined): AsyncGenerator<Progress, PaperFile> {
  const folder = outputFolder(project.path);
  requireOutputFolder(folder);
  yield { step: 'outputs.gathering', done: 0, total: stepCount };
  const { data, firstNumber, lastNumber } = gatherPaper(project, ask, false);
  const request = requestOf(services, data, 'file');
  const { bytes, pageCount, isAccessiblePdf, perPage } = yield* steps(request, signal);
  yield { step: 'outputs.writing', done: 3, total: stepCount };
  if (signal?.aborted) refuse('output/cancelled');
  const path = join(folder, nameOf(services, request, { firstNumber, lastNumber }));
  writeOutput(path, bytes);
  const fileName = basename(path);
  if (services.session.current === project && !project.isReadOnly) {
    const numbers: Record<string, string | number> = ask.kind === 'ballots' ? { ballotId: ask.ballotId, from: firstNumber, to: lastNumber } : {};
    const params = { kind: ask.kind, fileName, language: request.language, ...numbers };
    project.change({ kind: 'note', name: printedChange, params, subjects: ['outputs', 'ballots'] }, () => {});
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = services.files.hand(path);
  return { kind: ask.kind, path, fileName, file, byteCount: bytes.length, sha256, pageCount, isAccessiblePdf, perPage, firstNumber, lastNumber };
}

async function* preview(
  services: EngineServices,
  project: OpenProject,
  ask: PaperAsk,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, { pages: string[]; perPage: number }> {
  yield { step: 'outputs.gathering', done: 0, total: stepCount };
  const { pages, perPage } = yield* steps(requestOf(services, gatherPaper(project, ask, true).data, 'pages'), signal);
  return { pages: pages.slice(0, 2), perPage };
}

/** For example `Puerto Sereno – Which comes first – 41–80 (en).pdf`. */
function nameOf(services: EngineServices, { data, language }: PaperRequest, numbers: { firstNumber: number; lastNumber: number }): string {
  const t = loadTranslate(services.folders.resources, language);
  const { ask, ballot } = data;
  const about = ask.kind === 'ballots' || ask.kind === 'tally' ? ballot?.question || (ballot ? t(`ballots.kind.${ballot.kind}`) : '') : data.workshop.title;
  const what = {
    ballots: `${numbers.firstNumber}–${numbers.lastNumber}`,
    tally: t('paper.tally'),
    'room-card': t('paper.roomCard'),
    attendance: t('paper.attendance'),
  }[ask.kind];
  return `${safeFileName(data.cityName, 'City')} – ${safeFileName(about.slice(0, 60), ask.kind)} – ${what} (${language}).pdf`;
}
