import { documentWriters, pageLimits } from './documents.ts';
import type { ExportContext } from './export-context.ts';
import type { OutputRequest } from './output-request.ts';
import { finishReport } from './report/finish-report.ts';
import type { Report } from './report/report-document.ts';
import { reportFiles } from './report/report-files.ts';
import { TypesetError, type Typesetter } from './typeset/typesetter.ts';

/**
 * The document asked for, in blocks, with everything that was chosen for it. One that has to be so many pages long is measured by the typesetter and written shorter, step by step, until
 * it is: the same for every format that it is set in.
 */
export async function makeDocument(request: OutputRequest, context: ExportContext, typesetter: Typesetter): Promise<Report> {
  const write = documentWriters[request.kind];
  if (!write) throw new TypeError(`no ${request.kind} as ${request.format}`);
  const at = (detail: number) => finishReport(write(request.data, context, detail), context);
  const limit = pageLimits[request.kind];
  if (!limit) return at(0);
  // The least shortening that fits: fewer words never take more room.
  let low = 0;
  let high = limit.steps - 1;
  let fitting: Report | null = null;
  while (low <= high) {
    const middle = fitting === null && low === 0 && high === limit.steps - 1 ? 0 : Math.floor((low + high) / 2);
    const report = at(middle);
    const pages = await typesetter.pageCount(reportFiles(report, { resourcesFolder: request.resourcesFolder }));
    if (pages <= limit.pages) {
      fitting = report;
      high = middle - 1;
    } else low = middle + 1;
  }
  return fitting ?? fail(request.kind);
}

function fail(kind: string): never {
  throw new TypesetError(`the ${kind} does not fit its pages`);
}
