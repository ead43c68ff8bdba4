import type { ImportPreview } from '#shared/domain/imports.ts';

export interface SheetRow {
  /** 1-based row in the file; null where it is not known. */
  readonly row: number | null;
  readonly role: 'title' | 'header' | 'data' | 'note';
  readonly cells: readonly string[];
}

/** How many rows the header takes: as stated, else as it was found. */
export function headerRowCount({ recipe, guesses }: Pick<ImportPreview, 'recipe' | 'guesses'>): number {
  return recipe.headerRowCount ?? (Number(guesses.find(({ setting }) => setting === 'headerRowCount')?.value ?? 1) || 1);
}

/** Rows of the picture: as they stand in the file where it has rows, else the names of the columns and the first values. */
export function sheetRows(preview: ImportPreview): SheetRow[] {
  const { recipe, firstRows, notes, columns, rows } = preview;
  const from = recipe.headerRow ?? 0;
  const to = from + headerRowCount(preview) - 1;
  if (firstRows && firstRows.length > 0) {
    const shown = firstRows.map((cells, place): SheetRow => {
      const row = place + 1;
      return { row, role: row < from ? 'title' : from > 0 && row <= to ? 'header' : 'data', cells };
    });
    const above = new Set(shown.filter(({ role }) => role === 'title').map(({ cells }) => cells.filter(Boolean).join(' ')));
    return [...shown, ...notes.filter((note) => !above.has(note)).map(noteRow)];
  }
  return [
    ...notes.map(noteRow),
    { row: from > 0 ? from : null, role: 'header', cells: columns.map(({ name }) => name) },
    ...rows.map((cells, place): SheetRow => ({ row: recipe.headerRow === null ? place + 1 : to + 1 + place, role: 'data', cells })),
  ];
}

function noteRow(note: string): SheetRow {
  return { row: null, role: 'note', cells: [note] };
}
