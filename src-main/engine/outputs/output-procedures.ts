import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { formatsOf, type OutputAsked, type OutputResult, type Progress } from '#shared/domain/outputs.ts';
import type { OutputBytes, OutputStep } from '../../exports/make-output.ts';
import { makeOutputAside } from '../../exports/output-process.ts';
import type { OutputRequest } from '../../exports/output-request.ts';
import { TypesetError } from '../../exports/typeset/typesetter.ts';
import { chooseLanguage, loadTexts, loadTranslate } from '../i18n/load-texts.ts';
import { openProjectOf, procedures, streamed } from '../procedures.ts';
import type { OpenProject } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addRelease } from '../releases/release-store.ts';
import type { EngineServices } from '../services.ts';
import { readAppVersion } from './app-version.ts';
import { gatherOptions } from './gather-options.ts';
import { gatherProfileByAndBy } from './gather-profile.ts';
import { outputAbouts } from './output-abouts.ts';
import { outputFileName, outputFolder } from './output-names.ts';
import { outputNeeds } from './output-needs.ts';
import { findProfile } from './profiles/output-profiles.ts';
import { requireOutputFolder, writeOutput } from './write-output.ts';

const outputs = procedures.outputs;

export const outputProcedures = outputs.router({
  folder: outputs.folder.handler(({ context }) => {
    const path = outputFolder(openProjectOf(context).path);
    return { path, files: listFiles(path, context.services) };
  }),

  needs: outputs.needs.handler(({ context }) => outputNeeds(openProjectOf(context))),

  abouts: outputs.abouts.handler(({ context }) => outputAbouts(openProjectOf(context))),

  make: outputs.make.handler(({ context, input, signal }) =>
    streamed(makeFile({ services: context.services, project: openProjectOf(context), input, signal })),
  ),

  preview: outputs.preview.handler(({ context, input, signal }) => {
    return streamed(previewPages({ services: context.services, project: openProjectOf(context), input, as: 'pages', signal }));
  }),
});

const nothingHidden = { small: 0, protects: 0, released: 0 };

interface Gathering {
  readonly services: EngineServices;
  readonly project: OpenProject;
  readonly input: Asked;
  readonly as: OutputRequest['as'];
  readonly signal: AbortSignal | undefined;
}

interface Asked extends OutputAsked {
  readonly file?: string | undefined;
}

async function gather(asked: Gathering): Promise<OutputRequest> {
  const resourcesFolder = asked.services.folders.resources;
  const { kind } = asked.input;
  const format = asked.input.format ?? formatsOf(kind)[0] ?? 'pdf';
  if (!formatsOf(kind).includes(format)) refuse('output/not-in-this-format', { kind, format });
  const language = chooseLanguage(resourcesFolder, asked.input.language);
  const texts = loadTexts(resourcesFolder);
  const options = gatherOptions(asked.project, asked.input);
  const of = { resourcesFolder, language, appVersion: readAppVersion(resourcesFolder) };
  const data = await gatherProfileByAndBy(asked.project, of, () => {
    if (asked.signal?.aborted || asked.services.session.current !== asked.project) refuse('output/cancelled');
  });
  return { kind, format, as: asked.as, language, texts: { en: texts.en ?? {}, [language]: texts[language] ?? {} }, resourcesFolder, data, options };
}

/** Steps of all outputs for a progress bar: gathering, one or two steps of making, writing. */
const stepCount = 4;
const stepPlaces: Record<OutputStep, number> = { workbook: 1, drawing: 1, typesetting: 2 };

async function* steps(request: OutputRequest, signal: AbortSignal | undefined): AsyncGenerator<Progress, OutputBytes> {
  const making = makeOutputAside(request, signal);
  try {
    for (;;) {
      const next = await making.next();
      if (next.done) return next.value;
      yield { step: `outputs.${next.value}`, done: stepPlaces[next.value], total: stepCount };
    }
  } catch (error) {
    if (signal?.aborted) refuse('output/cancelled');
    if (error instanceof TypesetError) refuse('output/typesetting-failed', { detail: error.message });
    throw error;
  } finally {
    await making.return({ bytes: new Uint8Array(), pageCount: null, isAccessiblePdf: null, pages: [], released: { tables: [], hidden: nothingHidden } });
  }
}

async function* makeFile(asked: {
  services: EngineServices;
  project: OpenProject;
  input: Asked;
  signal: AbortSignal | undefined;
}): AsyncGenerator<Progress, OutputResult> {
  const { services, project, input, signal } = asked;
  const chosen = input.file === undefined ? null : services.files.get(input.file).path;
  requireOutputFolder(chosen === null ? outputFolder(project.path) : dirname(chosen));
  yield { step: 'outputs.gathering', done: 0, total: stepCount };
  const request = await gather({ ...asked, as: 'file' });
  const path =
    chosen ?? join(outputFolder(project.path), nameOf(services, request, input.profileId === null ? '' : findProfile(project, input.profileId).name));
  const { bytes, pageCount, isAccessiblePdf, released } = yield* steps(request, signal);
  yield { step: 'outputs.writing', done: 3, total: stepCount };
  if (signal?.aborted) refuse('output/cancelled');
  writeOutput(path, bytes);
  const fileName = basename(path);
  const isStillOpen = services.session.current === project;
  if (isStillOpen && !project.isReadOnly) {
    const params = { kind: input.kind, fileName, language: request.language };
    project.change({ kind: 'note', name: 'outputs.make', params, subjects: ['outputs'] }, (write) => {
      if (released.tables.length > 0) addRelease(write, { at: project.nowText(), kind: input.kind, name: fileName, content: released });
    });
  }
  return {
    kind: input.kind,
    format: request.format,
    path,
    fileName,
    byteCount: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    pageCount,
    file: services.files.hand(path),
    isAccessiblePdf,
  };
}

function nameOf(services: EngineServices, { data, kind, format, language }: OutputRequest, profileName: string): string {
  const t = loadTranslate(services.folders.resources, language);
  return outputFileName({
    city: data.city.name || t('output.unnamedCity'),
    title: [t(`outputs.${kind}.title`), profileName].filter(Boolean).join(' – '),
    day: data.changedAt.slice(0, 10),
    language,
    format,
  });
}

async function* previewPages(asked: Gathering): AsyncGenerator<Progress, { pages: string[]; pageCount: number }> {
  yield { step: 'outputs.gathering', done: 0, total: stepCount };
  const { pages, pageCount } = yield* steps(await gather(asked), asked.signal);
  return { pages: [...pages], pageCount: pageCount ?? pages.length };
}

function listFiles(folder: string, services: EngineServices) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((fileName) => /\.(xlsx|pdf|docx|pptx|zip)$/i.test(fileName))
    .map((fileName) => {
      const path = join(folder, fileName);
      const { size, mtime } = statSync(path);
      return { fileName, path, byteCount: size, changedAt: mtime.toISOString(), file: services.files.hand(path) };
    })
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt) || a.fileName.localeCompare(b.fileName));
}
