import type { HidingReason, ReleasedTable } from '#shared/domain/releases.ts';
import { documentWriters } from './documents.ts';
import { createExportContext, type ExportContext } from './export-context.ts';
import { makeDocument } from './make-document.ts';
import { writeOpenData } from './open-data/open-data-package.ts';
import type { OutputRequest } from './output-request.ts';
import type { ProfileData } from './profile-data.ts';
import { releasedTables } from './released-tables.ts';
import { reportFiles } from './report/report-files.ts';
import { shownIncidents } from './shown-incidents.ts';
import { writeCouncilSlides } from './slides/council-slides.ts';
import { drawFirstPages } from './typeset/draw-pages.ts';
import { loadTypesetter } from './typeset/load-typesetter.ts';
import { writeWord } from './word/word-document.ts';
import { writeWorkbook } from './workbook/workbook.ts';

export type OutputStep = 'workbook' | 'drawing' | 'typesetting';

export interface OutputBytes {
  readonly bytes: Uint8Array;
  readonly pageCount: number | null;
  readonly isAccessiblePdf: boolean | null;
  /** SVG of each page where pages were asked for, of the first where there are very many. */
  readonly pages: readonly string[];
  /** What was given out of the incidents: tables as printed, and how many figures are hidden for which reason. */
  readonly released: { readonly tables: readonly ReleasedTable[]; readonly hidden: Readonly<Record<HidingReason, number>> };
}

/** Turns a project's data into an output: the same request gives the same bytes. Holds its thread; runs in the output process. */
export async function makeOutput(request: OutputRequest, onStep: (step: OutputStep) => void): Promise<OutputBytes> {
  const context = createExportContext(request);
  if (request.format === 'pdf' || (request.as === 'pages' && documentWriters[request.kind])) return makeReport(request, context, onStep);
  onStep(request.format === 'docx' || request.format === 'pptx' ? 'drawing' : 'workbook');
  return { bytes: await officeBytes(request, context), pageCount: null, isAccessiblePdf: null, pages: [], released: releasedBy(request) };
}

/** Everything that the typesetter does not set. */
async function officeBytes(request: OutputRequest, context: ExportContext): Promise<Uint8Array> {
  const { format, kind, data } = request;
  if (format === 'docx') return writeWord(await makeDocument(request, context, await loadTypesetter()), context);
  if (format === 'pptx') return writeCouncilSlides(data, context);
  if (format === 'zip') return writeOpenData(data, context);
  if (format === 'xlsx') return writeWorkbook(data, context);
  throw new TypeError(`no ${kind} as ${format}`);
}

const nothingReleased: OutputBytes['released'] = { tables: [], hidden: { small: 0, protects: 0, released: 0 } };

/** The same protection as the writers work with: it rests on nothing but the data. */
function releasedBy({ data, kind }: OutputRequest): OutputBytes['released'] {
  const shown = data.incidents && data.incidents.total.count > 0 ? shownIncidents(data.incidents) : null;
  if (!shown || !data.incidents || (kind === 'policy' && !textHasFigures(data))) return nothingReleased;
  return { tables: releasedTables(data.incidents, shown, kind, data.layer?.id ?? null), hidden: shown.hidden };
}

/** The policy prints incidents only where its text shows the trend or the map. */
function textHasFigures({ drafts }: ProfileData): boolean {
  const isFigure = (block: object) => 'block' in block && (block.block === 'chart' || block.block === 'map');
  return drafts.some(({ sections }) => sections.some(({ blocks }) => blocks.some(isFigure)));
}

/** Nobody leafs through more on a screen; a plan of a thousand measures has fifteen hundred. */
const mostDrawnPages = 120;

async function makeReport(request: OutputRequest, context: ExportContext, onStep: (step: OutputStep) => void): Promise<OutputBytes> {
  onStep('drawing');
  const typesetter = await loadTypesetter();
  const report = await makeDocument(request, context, typesetter);
  onStep('typesetting');
  const files = reportFiles(report, { resourcesFolder: request.resourcesFolder });
  if (request.as === 'pages') {
    const { pages, pageCount } = await drawFirstPages(await typesetter.vector(files), mostDrawnPages);
    return { bytes: new Uint8Array(), pageCount, isAccessiblePdf: null, pages, released: nothingReleased };
  }
  const { bytes, pageCount, isAccessible } = await typesetter.pdf(files);
  return { bytes, pageCount, isAccessiblePdf: isAccessible, pages: [], released: releasedBy(request) };
}
