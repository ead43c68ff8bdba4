import Papa from 'papaparse';

/** What parts the cells of a line, the first that occurs in it; Arabic marks stand for the others. */
const marks = [
  { mark: '\t', any: /\t/gu },
  { mark: ';', any: /[;؛]/gu },
  { mark: ',', any: /[,،]/gu },
] as const;

const quoted = /("(?:[^"]|"")*")/u;
/** Nothing that anybody types: quotation marks are then letters. */
const noQuotes = '\u0000';

/**
 * Rows of trimmed cells from a pasted list. Each line is parted by its own mark, as in a message; a cell in quotation marks loses them and may hold marks
 * and line ends, as spreadsheets write them. A quotation mark out of place is a letter. Rows without content are left out.
 */
export function listRows(text: string): string[][] {
  const plain = text.replace(/\r\n?/gu, '\n');
  const lines = plain.split('\n');
  const byLine = lines.map((line) => parse(line));
  const rows = byLine.includes(null) ? (parse(plain) ?? byLine.flatMap((line, index) => line ?? parse(lines[index] ?? '', noQuotes) ?? [])) : byLine.flat();
  return rows.flatMap((row) => (row === null || row.every((cell) => cell === '') ? [] : [row]));
}

/** Null where a quotation mark is out of place. */
function parse(text: string, quoteChar = '"'): string[][] | null {
  const parts = text.replace(/^ +/u, '').split(quoted);
  const outside = parts.filter((_, index) => index % 2 === 0).join('');
  const { mark, any } = marks.find((each) => outside.search(each.any) >= 0) ?? marks[0];
  // Spaces between a mark and a quotation mark would make it a letter.
  const outsideUniform = (part: string) => part.replace(any, mark).replace(/([\t;,\n]) +$/u, '$1');
  const uniform = parts.map((part, index) => (index % 2 === 0 ? outsideUniform(part) : part)).join('');
  const { data, errors } = Papa.parse<string[]>(uniform, { delimiter: mark, newline: '\n', quoteChar });
  if (errors.length > 0) return null;
  return data.map((row) => row.map((cell) => cell.trim()));
}
