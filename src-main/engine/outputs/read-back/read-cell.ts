import { approaches, changeDirections, measureStatuses } from '#shared/domain/policy.ts';
import { qualityGrades } from '#shared/domain/quality-grade.ts';
import type { ReadBackProblemCode } from '#shared/domain/read-back.ts';
import { stakeholderKinds, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import type { CellType } from '../../../exports/workbook/read-back/editable-columns.ts';
import type { PlainCell } from '../../../exports/workbook/read-back/editable-rows.ts';
import { wordOf } from '../../../exports/workbook/sheets/plain-sheet.ts';
import type { WorkbookWriter } from '../../../exports/workbook/workbook-writer.ts';
import { parseNumber } from '../../../imports/detect/numbers.ts';

/** What the project is to keep for a cell, by its field; or why the cell cannot be read. */
export type CellRead = { readonly patch: Readonly<Record<string, unknown>> } | { readonly problem: ReadBackProblemCode; readonly value: string };

const mostLine = 500;
const mostText = 20_000;

/** Reads a cell in the words of the workbook's language. An empty cell empties the field: not known, never 0. */
export function readCell(writer: WorkbookWriter, field: string, type: CellType, cell: PlainCell): CellRead {
  const text = cell === null ? '' : String(cell).trim();
  const problem = (code: ReadBackProblemCode): CellRead => ({ problem: code, value: text });
  const choice = <Code extends string>(codes: readonly Code[], word: (code: Code) => string, empty: unknown): CellRead => {
    if (text === '') return { patch: { [field]: empty } };
    const code = codes.find((one) => same(word(one), text));
    return code === undefined ? problem('unknown-word') : { patch: { [field]: code } };
  };
  const number = (low: number, high: number, isWhole = false): CellRead => {
    if (text === '') return { patch: { [field]: null } };
    const value = typeof cell === 'number' ? cell : (parseNumber(text, '.') ?? parseNumber(text, ','));
    if (value === null) return problem('not-a-number');
    return value < low || value > high || (isWhole && !Number.isInteger(value)) ? problem('out-of-range') : { patch: { [field]: value } };
  };
  switch (type) {
    case 'title':
      if (text === '') return problem('title-empty');
      return text.length > mostLine ? problem('too-long') : { patch: { [field]: text } };
    case 'text':
      return text.length > (['source', 'holder', 'qualityReason', 'code', 'budgetLine'].includes(field) ? mostLine : mostText)
        ? problem('too-long')
        : { patch: { [field]: text } };
    case 'number':
      return number(-1e15, 1e15);
    case 'amount':
      return number(0, 1e15);
    case 'year':
      return number(1800, 2200, true);
    case 'share': {
      const read = number(0, 1);
      return 'patch' in read ? { patch: { [field]: Math.round(Number(read.patch[field] ?? 0) * 10_000) / 100 } } : read;
    }
    case 'month': {
      const month = text.slice(0, 7);
      return text === '' || /^(1[89]|20|21)\d\d-(0[1-9]|1[0-2])$/.test(month) ? { patch: { [field]: month } } : problem('not-a-date');
    }
    case 'date': {
      const day = text.slice(0, 10);
      return /^((1[89]|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/.test(day) ? { patch: { [field]: day } } : problem('not-a-date');
    }
    case 'sector':
      return text === '' ? problem('unknown-word') : choice(stakeholderSectors, writer.words.sector, null);
    case 'stakeholder-kind':
      return text === '' ? problem('unknown-word') : choice(stakeholderKinds, writer.words.stakeholderKind, null);
    case 'approach':
      return choice(approaches, writer.words.approach, null);
    case 'direction':
      return choice(changeDirections, (code) => wordOf(writer, code), null);
    case 'status':
      return choice(measureStatuses, (code) => wordOf(writer, code), null);
    case 'quality':
      return choice(qualityGrades, (code) => code, null);
    case 'body':
      return body(writer, field, text);
    case 'bodies':
      return several(writer, text, writer.data.stakeholders, 'unknown-body', field);
    case 'areas':
      return same(text, writer.t('output.wholeCity')) ? { patch: { [field]: [] } } : several(writer, text, writer.data.areas, 'unknown-area', field);
    case 'indicator': {
      const known = writer.data.indicators.find(({ name }) => same(name, text));
      if (text.length > mostLine) return problem('too-long');
      return { patch: known ? { indicatorCode: known.code, indicatorText: '' } : { indicatorCode: null, indicatorText: text } };
    }
  }
}

function body({ data }: WorkbookWriter, field: string, text: string): CellRead {
  if (text === '') return { patch: { [field]: null } };
  const known = data.stakeholders.filter(({ name }) => same(name, text));
  return known.length === 1 && known[0] ? { patch: { [field]: known[0].id } } : { problem: 'unknown-body', value: text };
}

/** Names in one cell, as the workbook joins them; a name that holds the separator itself is found whole. */
function several(
  { t }: WorkbookWriter,
  text: string,
  things: readonly { readonly id: string; readonly name: string }[],
  code: ReadBackProblemCode,
  field: string,
): CellRead {
  const separator = t('output.listSeparator').trim();
  const ids: string[] = [];
  const parts = text.split(separator).map((part) => part.trim());
  for (let at = 0; at < parts.length; ) {
    if (parts[at] === '') {
      at += 1;
      continue;
    }
    let length = parts.length - at;
    let found: string | undefined;
    for (; length > 0 && found === undefined; length -= 1) {
      const name = parts.slice(at, at + length).join(`${separator} `);
      found = things.find((thing) => same(thing.name, name))?.id;
      if (found !== undefined) at += length;
    }
    if (found === undefined) return { problem: code, value: parts[at] ?? '' };
    ids.push(found);
  }
  return { patch: { [field]: [...new Set(ids)] } };
}

/** The same words, whatever the case and the spaces. */
export function same(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}

/** The same cell: empty is empty, numbers are the same within what a spreadsheet keeps, words within spaces at their ends and kinds of line breaks. */
export function sameCell(a: PlainCell, b: PlainCell): boolean {
  const text = (cell: PlainCell) => (cell === null ? '' : String(cell).replaceAll('\r\n', '\n').trim());
  if (typeof a === 'number' || typeof b === 'number') {
    const [first, second] = [a, b].map((cell) => (typeof cell === 'number' ? cell : text(cell) === '' ? Number.NaN : Number(text(cell))));
    if (first === undefined || second === undefined || Number.isNaN(first) || Number.isNaN(second)) return text(a) === text(b);
    return Math.abs(first - second) <= 1e-9 * Math.max(1, Math.abs(first), Math.abs(second));
  }
  return text(a) === text(b);
}
