import { plainWords } from '#shared/domain/plain-words.ts';
import type { Cell } from '../../../imports/foreign-table.ts';

/** What statistical tables print where there is no figure, as plain words. */
const words: ReadonlySet<string> = new Set([
  ...['nd', 'n d', 'na', 'n a', 'ns', 'n s', 'sd', 's d', 'nr', 'n r', 'null', 'nan', 'none', 'x', 'f', 'c', 'm', 'np', 'n p'],
  ...['no disponible', 'sin dato', 'sin datos', 'no aplica', 'no especificado', 'not available', 'not applicable', 'suppressed', 'confidential'],
  ...['non disponible', 'nao disponivel', 'غير متوفر', 'غير متاح'],
]);

/** Whether a cell of figures says that there is none: empty, a dash, dots, «n.d.». Missing is never zero. */
export function isMissingFigure(cell: Cell): boolean {
  if (typeof cell === 'number') return Number.isNaN(cell);
  const plain = plainWords(cell);
  // Nothing but signs: «–», «..», «***».
  return plain === '' || words.has(plain);
}
