import { plainWords } from '#shared/domain/plain-words.ts';
import type { ImportField, Recipe } from '#shared/domain/recipes.ts';
import { parseNumber } from '../../imports/detect/numbers.ts';
import type { Cell, ForeignRow } from '../../imports/foreign-table.ts';

/** Meanings of one field's values, and those of the cells seen so far. */
interface Meant {
  readonly byPlain: ReadonlyMap<string, string>;
  readonly seen: Map<Cell, Cell>;
}

/** Reads the cells of a row by field, as the recipe says. */
export class RowFields {
  readonly recipe: Recipe;
  readonly columns: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #meant: ReadonlyMap<string, Meant>;
  readonly #keep: readonly { readonly index: number; readonly wanted: ReadonlySet<string>; readonly seen: Map<Cell, boolean> }[];
  /** Columns of a wide table: where they stand and what they are called. */
  readonly wide: readonly { readonly index: number; readonly name: string }[];

  constructor(recipe: Recipe, columns: readonly string[]) {
    this.recipe = recipe;
    this.columns = columns;
    this.#indexes = new Map(Object.entries(recipe.columns).map(([field, column]) => [field, columns.indexOf(column)]));
    this.#keep = Object.entries(recipe.keep).map(([column, values]) => ({
      index: columns.indexOf(column),
      wanted: new Set(values.map(plainWords)),
      seen: new Map(),
    }));
    this.#meant = new Map(
      Object.entries(recipe.categories).map(([field, values]) => [
        field,
        { byPlain: new Map(Object.entries(values).map(([written, meaning]) => [plainWords(written) || written, meaning])), seen: new Map() },
      ]),
    );
    this.wide = (recipe.wide?.columns ?? []).map((name) => ({ index: columns.indexOf(name), name }));
  }

  /** The mapped column that the row ends before, or null. */
  missedColumn(row: ForeignRow): string | null {
    const length = row.cells.length - (row.missingCells ?? 0);
    const last = Math.max(-1, ...this.#indexes.values(), ...this.wide.map(({ index }) => index));
    return length <= last ? (this.columns[length] ?? null) : null;
  }

  /** Position of the field's column, -1 where none is mapped. */
  indexOf(field: ImportField): number {
    return this.#indexes.get(field) ?? -1;
  }

  columnOf(field: ImportField): string | null {
    return this.recipe.columns[field] ?? null;
  }

  has(field: ImportField): boolean {
    return this.indexOf(field) >= 0 || this.recipe.constants[field] !== undefined;
  }

  /** Whether the row passes the recipe's filters. */
  keeps(row: ForeignRow): boolean {
    for (const { index, wanted, seen } of this.#keep) {
      const cell = row.cells[index] ?? '';
      let isWanted = seen.get(cell);
      if (isWanted === undefined) {
        isWanted = wanted.has(plainWords(String(cell)));
        seen.set(cell, isWanted);
      }
      if (!isWanted) return false;
    }
    return true;
  }

  /** The field's cell; the constant where no column fills it or the cell is empty; '' where there is neither. */
  cell(row: ForeignRow, field: ImportField): Cell {
    const index = this.#indexes.get(field);
    const cell = index === undefined ? '' : (row.cells[index] ?? '');
    if (cell === '') return this.recipe.constants[field] ?? '';
    return this.#meant.size === 0 ? cell : this.meaningOf(field, cell);
  }

  /** What a person said that a value of the field means; the value itself where nobody said anything. */
  meaningOf(field: string, cell: Cell): Cell {
    const meant = this.#meant.get(field);
    if (meant === undefined) return cell;
    let meaning = meant.seen.get(cell);
    if (meaning === undefined) {
      const text = String(cell);
      meaning = meant.byPlain.get(plainWords(text) || text) ?? cell;
      meant.seen.set(cell, meaning);
    }
    return meaning;
  }

  text(row: ForeignRow, field: ImportField): string {
    return String(this.cell(row, field)).trim();
  }

  /** The number in a cell; null = empty, NaN = something that is no number. */
  number(row: ForeignRow, field: ImportField): number | null {
    return this.numberOf(this.cell(row, field));
  }

  numberOf(cell: Cell): number | null {
    if (cell === '') return null;
    return parseNumber(cell, this.recipe.decimalMark ?? '.') ?? Number.NaN;
  }
}
