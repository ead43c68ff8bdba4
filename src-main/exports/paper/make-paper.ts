import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '#shared/i18n/texts.ts';
import { createExportContext } from '../export-context.ts';
import { readFonts } from '../fonts.ts';
import type { OutputStep } from '../make-output.ts';
import { drawPages } from '../typeset/draw-pages.ts';
import { loadTypesetter } from '../typeset/load-typesetter.ts';
import { printableText } from '../typeset/printable-text.ts';
import { TypesetError, type TypesetOptions, type Typesetter } from '../typeset/typesetter.ts';
import { writeAttendance } from './attendance-list.ts';
import { writeBallotSheets } from './ballot-sheets.ts';
import type { PaperData } from './paper-data.ts';
import type { Paper } from './paper-document.ts';
import { createPaperWriter } from './paper-writer.ts';
import { writeRoomCard } from './room-card.ts';
import { writeTally } from './tally-sheet.ts';

export interface PaperRequest {
  readonly kind: 'paper';
  readonly as: 'file' | 'pages';
  readonly language: string;
  /** The language asked for, English, and those of a card's steps. */
  readonly texts: Readonly<Record<string, Texts>>;
  readonly resourcesFolder: string;
  readonly data: PaperData;
}

export interface PaperBytes {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly isAccessiblePdf: boolean;
  readonly pages: readonly string[];
  /** Sheets on a page as it came out. */
  readonly perPage: number;
}

/** Turns a question for printed matter into its pages: the same request gives the same bytes. Holds its thread; runs in the output process. */
export async function makePaper(request: PaperRequest, onStep: (step: OutputStep) => void): Promise<PaperBytes> {
  onStep('drawing');
  let paper = writePaper(request);
  onStep('typesetting');
  const typesetter = await loadTypesetter();
  for (;;) {
    try {
      return await set(typesetter, request, paper);
    } catch (error) {
      const fewer = error instanceof TypesetError && error.message.includes('sheet-too-small') ? withFewerOnPage(paper) : null;
      if (!fewer) throw error;
      paper = fewer;
    }
  }
}

export function writePaper(request: PaperRequest): Paper {
  const { data } = request;
  const { ask, ballot } = data;
  const writer = createPaperWriter(data, createExportContext(request));
  if (ask.kind === 'room-card') return writeRoomCard(writer, ask, request.texts);
  if (ask.kind === 'attendance') return writeAttendance(writer, ask);
  if (!ballot) throw new Error(`no ballot to print ${ask.kind} of`);
  return ask.kind === 'ballots' ? writeBallotSheets(writer, ask, ballot) : writeTally(writer, ballot);
}

async function set(typesetter: Typesetter, request: PaperRequest, paper: Paper): Promise<PaperBytes> {
  const files = paperFiles(paper, request.resourcesFolder);
  const { content } = paper.document;
  const perPage = content.is === 'sheets' ? content.perPage : 1;
  if (request.as === 'pages') {
    const pages = await drawPages(await typesetter.vector(files));
    return { bytes: new Uint8Array(), pageCount: pages.length, isAccessiblePdf: false, pages, perPage };
  }
  const { bytes, pageCount, isAccessible } = await typesetter.pdf(files);
  return { bytes, pageCount, isAccessiblePdf: isAccessible, pages: [], perPage };
}

/** Long words and long options may need more room than their number tells. */
function withFewerOnPage(paper: Paper): Paper | null {
  const { content } = paper.document;
  if (content.is !== 'sheets' || content.perPage === 1) return null;
  return { ...paper, document: { ...paper.document, content: { ...content, perPage: content.perPage === 4 ? 2 : 1 } } };
}

/** Templates, data and pictures as the typesetter takes them. */
export function paperFiles(paper: Paper, resourcesFolder: string, isStrict = false): TypesetOptions {
  const folder = join(resourcesFolder, 'paper');
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.typ'))) files.set(name, readFileSync(join(folder, name)));
  files.set(
    'paper.json',
    new TextEncoder().encode(JSON.stringify(paper.document, (_key, value: unknown) => (typeof value === 'string' ? printableText(value) : value))),
  );
  for (const [path, bytes] of paper.images) files.set(path, bytes);
  const { year, month, day } = paper.document;
  return { files, main: 'paper.typ', fonts: readFonts(resourcesFolder), createdAt: Date.UTC(year, month - 1, day) / 1000, isStrict };
}
