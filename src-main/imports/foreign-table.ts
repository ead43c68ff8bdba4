import type { Boundary, Position } from '#shared/domain/geometry.ts';
import type { Guess, ImportPreview } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';

/**
 * A cell as the file holds it. Text stays as typed (trimmed); a spreadsheet's number is a number; a spreadsheet's date is ISO text
 * (`2023-01-31` or `2023-01-31T14:05:00`), never shifted by a time zone; an empty cell is ''.
 */
export type Cell = string | number;

export interface ForeignRow {
  /** 1-based row in the file (for maps: the feature's number), as a person would find it. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** How many of the last cells the row did not have in the file (delimited text only). */
  readonly missingCells?: number;
  /** Maps only, in degrees (WGS 84) whatever the file's own coordinate system. */
  readonly boundary?: Boundary;
  readonly point?: Position;
}

/** How the file was read: the parts of a recipe that belong to reading, all of them decided. */
export type Reading = Pick<Recipe, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'headerRow'>;

/** What a plain table has nothing to say about. */
export const plainTable: Pick<ForeignTable, 'guesses' | 'blocks' | 'hiddenSheets' | 'notes' | 'coordinateSystem'> = {
  guesses: [],
  blocks: [],
  hiddenSheets: [],
  notes: [],
  coordinateSystem: null,
};

/** A foreign file opened as one table: delimited text, a sheet, JSON rows, or the features of a map. */
export interface ForeignTable {
  readonly fileName: string;
  readonly byteCount: number;
  readonly sha256: string;
  readonly reading: Reading;
  readonly sheets: readonly string[];
  /** Column names as in the header, made distinct and never empty (`column 3`). Merged header rows are joined with « / ». */
  readonly columns: readonly string[];
  /** What was guessed about the reading, for a person to look at and change. */
  readonly guesses: readonly Guess[];
  /** Blocks of the same table stacked on the sheet; empty where there is one. */
  readonly blocks: ImportPreview['blocks'];
  readonly hiddenSheets: readonly string[];
  /** Title rows above and notes below the table. */
  readonly notes: readonly string[];
  /** The first rows as they stand in the file, from its row 1 on; left out where there are none (maps, JSON). */
  readonly firstRows?: readonly (readonly string[])[];
  /** Of a map; null for other tables and where a map's own system is not known. */
  readonly coordinateSystem: ImportPreview['coordinateSystem'];
  /** Total rows where it is known before reading (sheets, maps), for progress. */
  readonly rowCount: number | null;
  /** All rows after the header, in batches, streaming: memory does not grow with the file. May be called again. */
  batches(options?: { signal?: AbortSignal; onBytes?: (done: number, total: number) => void }): AsyncIterable<ForeignRow[]>;
  close(): void;
}
