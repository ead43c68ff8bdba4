import type { Guess } from '#shared/domain/imports.ts';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import type { ByteSource, ReadOptions } from '../files/byte-source.ts';
import type { FileSurvey } from '../files/file-survey.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type ForeignRow, type ForeignTable, plainTable } from '../foreign-table.ts';
import { nameColumns } from './column-names.ts';
import { detectDelimiter, sampleRows } from './delimiter.ts';
import { createDecoder, type EncodingGuess, guessEncoding } from './encoding.ts';
import { firstRowsOf } from './first-rows.ts';
import { filledWidth, findHeader } from './header-row.ts';
import { readTextRows, type TextRow } from './text-rows.ts';

const SAMPLE_ROWS = 500;
const BATCH_ROWS = 4_000;
const LONGEST_NOTE = 2_000;

/**
 * Opens delimited text. A row's number is the line of the file it starts on, so cells with line breaks leave gaps. Rows shorter than the header are
 * filled up with '', longer ones keep their further cells. Throws `file/not-a-table`, `file/empty`, `file/only-header`, `import/bad-recipe`.
 */
export function openDelimitedText(source: ByteSource, survey: FileSurvey, patch: RecipePatch): ForeignTable {
  const { fileName } = source;
  const guessed = guessEncoding(survey);
  const encoding = patch.encoding ?? guessed.encoding;
  const sample = decodeHead(survey, encoding);
  if (isBinary(sample)) throw new ForeignFileError('file/not-a-table', { fileName });
  if (sample.trim() === '') throw new ForeignFileError('file/empty', { fileName });
  const delimiter = patch.delimiter || detectDelimiter(sample);
  if (delimiter === null) throw new ForeignFileError('file/not-a-table', { fileName });
  const isWhole = survey.inflatedByteCount <= survey.head.length;
  const rows = sampleRows(sample, delimiter);
  const body = /^sep=.\r?\n/i.test(sample) ? rows.slice(1) : rows;
  const looked = body.slice(0, SAMPLE_ROWS);
  const header = headerIndex(body, looked, patch.headerRow);
  const headerRow = header === null ? 0 : (body[header]?.row ?? 0);
  const firstRow = header === null ? (body[0]?.row ?? 1) : headerRow + 1;
  const data = looked.filter(({ row }) => row >= firstRow);
  if (data.length === 0 && isWhole) throw new ForeignFileError('file/only-header', { fileName, row: headerRow });
  const headerCells = header === null ? [] : (body[header]?.cells ?? []);
  const columns = nameColumns(headerCells, columnCount(filledWidth(headerCells), data));

  async function* batches(options: ReadOptions = {}): AsyncGenerator<ForeignRow[]> {
    for await (const chunk of readTextRows(source, decoderFor(encoding), delimiter ?? ',', options)) {
      for (let start = 0; start < chunk.length; start += BATCH_ROWS) {
        const batch: ForeignRow[] = [];
        for (let i = start; i < Math.min(chunk.length, start + BATCH_ROWS); i++) {
          const row = chunk[i];
          if (row === undefined || row.row < firstRow) continue;
          batch.push(row.cells.length === columns.length ? row : fitted(row, columns.length));
        }
        if (batch.length > 0) yield batch;
      }
    }
  }
  const { sha256 } = survey;
  const guesses = [
    ...(patch.encoding ? [] : [encodingGuess(guessed)]),
    ...(patch.delimiter ? [] : [delimiterGuess(delimiter, body !== rows)]),
    ...(patch.headerRow === undefined || patch.headerRow === null ? [headerGuess(headerRow, header ?? 0)] : []),
  ];
  const notes = body.slice(0, header ?? 0).map(({ cells }) =>
    cells
      .filter((cell) => cell !== '')
      .join(' ')
      .slice(0, LONGEST_NOTE),
  );
  const reading = { format: 'csv', encoding, delimiter, sheet: null, headerRow } as const;
  return {
    fileName,
    byteCount: source.byteCount,
    sha256,
    ...plainTable,
    guesses,
    notes,
    firstRows: firstRowsOf(body.slice(0, SAMPLE_ROWS), headerRow),
    reading,
    sheets: [],
    columns,
    rowCount: null,
    batches,
    close: () => {},
  };
}

function encodingGuess({ encoding, from }: EncodingGuess): Guess {
  return { setting: 'encoding', value: encoding, code: `encoding-${from}`, params: { encoding }, isSure: from === 'mark' || from === 'whole' };
}

function delimiterGuess(delimiter: string, isStated: boolean): Guess {
  const params = { delimiter: delimiter === '\t' ? '⇥' : delimiter };
  return { setting: 'delimiter', value: delimiter, code: isStated ? 'delimiter-stated' : 'delimiter', params, isSure: true };
}

function headerGuess(row: number, above: number): Guess {
  if (row === 0) return { setting: 'headerRow', value: '0', code: 'no-header', params: {}, isSure: false };
  return { setting: 'headerRow', value: String(row), code: 'header-row', params: { row, above }, isSure: above === 0 };
}

/** As many as the header names; more where half of the rows are wider. Without a header, as many as the widest row of the sample has. */
function columnCount(named: number, rows: readonly { cells: readonly string[] }[]): number {
  const widths = rows.map(({ cells }) => filledWidth(cells)).sort((a, b) => a - b);
  return Math.max(named, widths[named === 0 ? widths.length - 1 : Math.floor(widths.length / 2)] ?? 0);
}

/** Filled up to the columns, or without empty cells beyond them; what stands beyond them stays. */
function fitted({ row, cells }: TextRow, width: number): ForeignRow {
  if (cells.length < width) return { row, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')], missingCells: width - cells.length };
  return { row, cells: cells.slice(0, Math.max(width, filledWidth(cells))) };
}

function decoderFor(encoding: string) {
  const decoder = createDecoder(encoding);
  if (decoder === null) throw new ForeignFileError('import/bad-recipe', { field: 'encoding', value: encoding });
  return decoder;
}

/** The first megabyte as text, up to its last whole line where there is more to the file. */
function decodeHead(survey: FileSurvey, encoding: string): string {
  const decoder = decoderFor(encoding);
  const text = decoder.write(survey.head);
  if (survey.inflatedByteCount <= survey.head.length) return text + decoder.end();
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end > 0 ? text.slice(0, end + 1) : text;
}

/** More than one control character in two hundred: no text a person typed. */
function isBinary(text: string): boolean {
  let control = 0;
  const length = Math.min(text.length, 64 * 1024);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) control++;
  }
  return control * 200 > length;
}

/** Where the header stands among the rows: the stated line (or the first row after it), else the detected one; null = none. */
function headerIndex(rows: readonly { row: number; cells: readonly string[] }[], looked: typeof rows, stated: number | null | undefined): number | null {
  if (stated === 0) return null;
  if (stated === null || stated === undefined) return findHeader(looked);
  const index = rows.findIndex(({ row }) => row >= stated);
  return index < 0 ? Math.max(0, rows.length - 1) : index;
}
