import { columnsOf, type ListColumn } from './list-columns.ts';
import { listRows } from './list-rows.ts';

export interface ReadLine {
  readonly name: string;
  readonly stakeholderId: string | null;
  readonly role: string;
}

/** What the service takes of a cell. */
const longest = 500;

/**
 * A pasted list, one person a line: name; body; role, or in the order that a heading line gives, in English, Spanish or Arabic. Columns whose heading says
 * something else (telephone, signature) are left out: nobody agreed to them here. A body that the register knows is linked; another one is kept with the role.
 */
export function readLines(text: string, bodies: readonly { value: string; label: string }[]): ReadLine[] {
  const plain = (value: string) => value.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
  const idOf = new Map(bodies.map(({ value, label }) => [plain(label), value]));
  const rows = listRows(text);
  const columns = columnsOf(rows[0] ?? []);
  return (columns ? rows.slice(1) : rows).map((cells) => {
    const { name, body, role } = columns ? inColumns(cells, columns) : inOrder(cells);
    const stakeholderId = idOf.get(plain(body)) ?? null;
    const rest = [stakeholderId === null ? body : '', role].filter(Boolean).join(', ');
    return { name: name.slice(0, longest), stakeholderId, role: rest.slice(0, longest) };
  });
}

function inOrder([name = '', body = '', ...rest]: readonly string[]) {
  return { name, body, role: rest.filter(Boolean).join(', ') };
}

function inColumns(cells: readonly string[], columns: readonly ListColumn[]) {
  const of = (column: ListColumn) => cells.filter((cell, index) => columns[index] === column && cell !== '').map((cell) => cell.replace(/\s+/gu, ' '));
  return { name: of('name').join(' '), body: of('body').join(', '), role: of('role').join(', ') };
}
