import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll } from 'vitest';
import { ForeignFileError } from '#main/imports/foreign-file-error.ts';
import type { Cell, ForeignRow, ForeignTable } from '#main/imports/foreign-table.ts';
import { openForeignTable } from '#main/imports/open-foreign-table.ts';
import type { RecipePatch } from '#shared/domain/recipes.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** Writes a file for one test and gives its path. */
export function fileOf(content: string | Uint8Array, name = 'table.csv'): string {
  const path = join(folder, `${count++}-${name}`);
  writeFileSync(path, content);
  return path;
}

export interface WholeTable extends Omit<ForeignTable, 'batches' | 'close'> {
  readonly rows: readonly ForeignRow[];
  readonly cells: readonly (readonly Cell[])[];
}

/** Opens a file and reads all of it. */
export async function readTable(path: string, patch: RecipePatch = {}): Promise<WholeTable> {
  const table = await openForeignTable({ path, fileName: basename(path), patch });
  try {
    const rows: ForeignRow[] = [];
    for await (const batch of table.batches()) rows.push(...batch);
    return { ...table, rows, cells: rows.map(({ cells }) => cells) };
  } finally {
    table.close();
  }
}

/** Reads content as a file. */
export function readContent(content: string | Uint8Array, patch: RecipePatch = {}, name = 'table.csv'): Promise<WholeTable> {
  return readTable(fileOf(content, name), patch);
}

/** The code and parameters that a file is refused with. */
export async function refusalOf(content: string | Uint8Array, patch: RecipePatch = {}, name = 'table.csv') {
  try {
    await readContent(content, patch, name);
  } catch (error) {
    if (error instanceof ForeignFileError) return { code: error.code, params: error.params };
    throw error;
  }
  return null;
}
