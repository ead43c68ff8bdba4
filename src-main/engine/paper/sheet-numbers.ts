import { mostSheets } from '#shared/domain/paper.ts';
import { ballotMark, readSheetCode, sheetCode } from '#shared/methods/sheet-code.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

/** Under this name printing is noted in the history; its numbers are read from there. */
export const printedChange = 'outputs.paper';

/** Which of a ballot's running numbers are used: printed, as the history tells, or typed. */
export function sheetsOf(project: OpenProject, ballotId: string): { mark: string; printed: number; lastPrinted: number; nextNumber: number } {
  const mark = ballotMark(ballotId);
  const printed = new Set(
    project
      .all(sql.selectFrom('change').select('params').where('name', '=', printedChange).where('params', 'like', `%${ballotId}%`))
      .flatMap(({ params }) => printedNumbers(params, ballotId)),
  );
  const typed = project
    .all(sql.selectFrom('ballot_answer').select('paper_code').where('ballot_id', '=', ballotId).where('paper_code', 'is not', null))
    .map(({ paper_code }) => {
      const read = readSheetCode(paper_code ?? '');
      return read.ok && read.sheet.mark === mark ? read.sheet.number : 0;
    });
  const lastPrinted = Math.max(0, ...printed);
  return { mark, printed: printed.size, lastPrinted, nextNumber: Math.min(mostSheets, Math.max(lastPrinted, ...typed) + 1) };
}

/** Codes of the sheets asked for; refused as `paper/too-many-sheets` past the last number there is. */
export function codesFrom(mark: string, first: number, copies: number): string[] {
  if (first + copies - 1 > mostSheets) refuse('paper/too-many-sheets', { last: mostSheets });
  return Array.from({ length: copies }, (_, place) => sheetCode(mark, first + place));
}

function printedNumbers(params: string, ballotId: string): number[] {
  try {
    const { ballotId: of, from, to } = JSON.parse(params) as { ballotId?: unknown; from?: unknown; to?: unknown };
    if (of !== ballotId || typeof from !== 'number' || typeof to !== 'number' || to > mostSheets) return [];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
  } catch {
    return [];
  }
}
