import type { Cell } from '../foreign-table.ts';

/** A line below a table that explains, gives a source or carries a footnote's number. */
const NOTE = /^(?:[*†‡]|\(?\d{1,2}\)?[ .)]|source|note|fuente|nota|fonte|المصدر|مصدر|ملاحظ)/i;
const NUMBERED = /^\(?(\d{1,2})\)?[ .)]/;
const SIGNS = /[*†‡§]+$/;
const SUPERSCRIPTS = /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?:,\s?[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)*$/;
/** One to three numbers straight after a letter or a bracket: `ocurridos1, 2`. */
const GLUED = /(?<=[\p{L})]) ?(\d{1,2}(?:,\s?\d{1,2}){0,2})$/u;

export function readsAsNote(text: string): boolean {
  return NOTE.test(text);
}

/** The numbers that notes below a table begin with. */
export function noteNumbers(notes: readonly string[]): ReadonlySet<number> {
  return new Set(notes.flatMap((note) => NUMBERED.exec(note)?.[1] ?? []).map(Number));
}

/**
 * A text without the footnote marks glued to its end: signs and raised digits always, plain digits only where every one of them is the number of a note.
 * Text that would be nothing without its marks stays.
 */
export function withoutMarks(text: string, numbers: ReadonlySet<number>): string {
  let plain = text.replace(SIGNS, '').replace(SUPERSCRIPTS, '').trimEnd();
  const glued = GLUED.exec(plain);
  if (glued?.[1]?.split(',').every((number) => numbers.has(Number(number)))) plain = plain.slice(0, glued.index).trimEnd();
  return plain === '' ? text : plain;
}

/** Only signs: a column of them says which figures are uncertain, and nothing else. */
export function isMark(cell: Cell): boolean {
  return typeof cell === 'string' && /^(?:[*†‡§]+|\([a-z]\))$/.test(cell);
}

/** A column's cells without marks; null where nothing changes, or where two different cells would become one: then the digits tell them apart. */
export function cellsWithoutMarks(cells: readonly Cell[], numbers: ReadonlySet<number>): readonly Cell[] | null {
  const writtenOf = new Map<string, string>();
  let isChanged = false;
  const plain = cells.map((cell) => {
    if (typeof cell !== 'string' || cell.length > 300) return cell;
    const text = withoutMarks(cell, numbers);
    if (text === cell) return cell;
    isChanged = true;
    const written = writtenOf.get(text) ?? cell;
    writtenOf.set(text, written === cell ? cell : '');
    return text;
  });
  return isChanged && ![...writtenOf.values()].includes('') ? plain : null;
}
