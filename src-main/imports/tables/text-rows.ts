import Papa from 'papaparse';
import { type ByteSource, type ReadOptions, readBytes } from '../files/byte-source.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits } from '../guard/limits.ts';
import type { Decoder } from './encoding.ts';

/** A row of text cells, trimmed; `row` is the 1-based line of the file it starts on. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

interface ParserResult {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Takes text piece by piece and gives whole rows. Line ends of any kind, mixed ones too, count alike (inside quotes they become `\n`); rows without
 * any content are left out. A row or cell beyond the limits, or a quotation mark that is never closed, is refused with its row.
 */
export class TextRowReader {
  readonly #parser: Papa.Parser;
  readonly #fileName: string;
  readonly #isSample: boolean;
  #rest = '';
  #endsInReturn = false;
  #line = 1;

  /** A sample may be cut anywhere, or with the wrong delimiter: quotation marks are then no reason to refuse. */
  constructor(delimiter: string, fileName: string, isSample = false) {
    this.#parser = new Papa.Parser({ delimiter, newline: '\n' });
    this.#fileName = fileName;
    this.#isSample = isSample;
  }

  /** Rows that this piece completes. */
  push(piece: string): TextRow[] {
    const text = this.#rest + this.#withPlainLineEnds(piece);
    const result: ParserResult = this.#parser.parse(text, 0, true);
    const rows = this.#rowsOf(result, text);
    this.#rest = text.slice(result.meta.cursor);
    if (this.#rest.length > limits.rowCharacters) this.#refuseCell(this.#line);
    return rows;
  }

  /** The last row, where the file does not end in a line end. */
  end(): TextRow[] {
    // The parser takes a closing quote followed by spaces for one only before a delimiter or a line end.
    const text = this.#rest === '' ? '' : `${this.#rest}\n`;
    this.#rest = '';
    return text === '' ? [] : this.#rowsOf(this.#parser.parse(text, 0, false), text);
  }

  /** `\r\n` and `\r` → `\n`, also where a pair is cut between two pieces. */
  #withPlainLineEnds(piece: string): string {
    let text = piece;
    if (this.#endsInReturn && text.length > 0) {
      text = `\r${text}`;
      this.#endsInReturn = false;
    }
    if (text.endsWith('\r')) {
      this.#endsInReturn = true;
      text = text.slice(0, -1);
    }
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  #rowsOf(result: ParserResult, text: string): TextRow[] {
    const canHoldLines = text.includes('"');
    const canBeTooLarge = text.length > limits.cellCharacters;
    const rows: TextRow[] = [];
    const faults = canHoldLines && !this.#isSample ? faultsByRow(result) : null;
    for (let index = 0; index < result.data.length; index++) {
      const cells = result.data[index] ?? [];
      const row = this.#line;
      this.#line++;
      if (canBeTooLarge) this.#checkSizes(cells, row);
      let isEmpty = true;
      for (let i = 0; i < cells.length; i++) {
        let cell = cells[i] ?? '';
        if (cell === '') continue;
        if (canHoldLines) this.#line += countLines(cell);
        if (isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(cell.length - 1))) {
          cell = cell.trim();
          cells[i] = cell;
        }
        if (cell !== '') isEmpty = false;
      }
      if (faults !== null && this.#line > row + 1 && faults.has(index)) throw new ForeignFileError('file/quote-not-closed', { fileName: this.#fileName, row });
      if (!isEmpty) rows.push({ row, cells });
    }
    return rows;
  }

  #checkSizes(cells: readonly string[], row: number): void {
    if (cells.length > limits.columns) throw new ForeignFileError('file/too-many-columns', { fileName: this.#fileName, row, limit: limits.columns });
    const column = cells.findIndex((cell) => cell.length > limits.cellCharacters);
    if (column >= 0) this.#refuseCell(row, column + 1);
  }

  #refuseCell(row: number, column = 1): never {
    throw new ForeignFileError('file/cell-too-large', { fileName: this.#fileName, row, column, limit: limits.cellCharacters });
  }
}

/** Rows (by place in the result) with a quotation mark out of place; over several lines that means rows swallowed by one cell. */
function faultsByRow(result: ParserResult): ReadonlySet<number> | null {
  return result.errors.length === 0 ? null : new Set(result.errors.map(({ row }) => row ?? -1));
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000;
}

function countLines(cell: string): number {
  let lines = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** All rows of a text file, in the pieces the disk gives; memory does not grow with the file. */
export async function* readTextRows(source: ByteSource, decoder: Decoder, delimiter: string, options: ReadOptions = {}): AsyncGenerator<TextRow[]> {
  const reader = new TextRowReader(delimiter, source.fileName);
  for await (const chunk of readBytes(source, options)) yield reader.push(decoder.write(chunk));
  yield reader.push(decoder.end());
  yield reader.end();
}
