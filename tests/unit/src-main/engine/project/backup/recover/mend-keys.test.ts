import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mendKeys } from '#main/engine/project/backup/recover/mend-keys.ts';
import type { PlannedTable } from '#main/engine/project/backup/recover/table-plan.ts';

const key = { name: 'key', type: 'INTEGER', mayBeNull: false, isRowid: true };
const tables: readonly PlannedTable[] = [
  { name: 'dataset', hasRowid: true, columns: [key], links: [] },
  {
    name: 'incident',
    hasRowid: true,
    columns: [key, { name: 'dataset_key', type: 'INTEGER', mayBeNull: false, isRowid: false }],
    links: [{ column: 'dataset_key', parent: 'dataset', parentColumn: 'key' }],
  },
];

let target: Database.Database;
beforeEach(() => {
  target = new Database(':memory:');
  target.exec('CREATE TABLE dataset (key INTEGER PRIMARY KEY) STRICT; CREATE TABLE incident (key INTEGER PRIMARY KEY, dataset_key INTEGER NOT NULL) STRICT');
});
afterEach(() => target.close());

const rows = () => target.prepare('SELECT key, dataset_key FROM incident ORDER BY key').raw().all();

describe('numbers of rows in a damaged file', () => {
  test('stay as they are where they can be true, gaps and all', () => {
    target.exec('INSERT INTO dataset VALUES (1), (7); INSERT INTO incident VALUES (3, 1), (90000, 7), (90001, 400)');
    expect(mendKeys(target, tables)).toEqual(new Map());
    expect(rows()).toEqual([
      [3, 1],
      [90_000, 7],
      [90_001, 400],
    ]);
  });
  test('below one, or beyond all that were ever given, become the next free ones', () => {
    target.exec('INSERT INTO dataset VALUES (2); INSERT INTO incident VALUES (-5, 2), (4, 2), (4611686018427387904, 2)');
    expect(mendKeys(target, tables)).toEqual(new Map([['incident', 2]]));
    expect(rows()).toEqual([
      [4, 2],
      [5, 2],
      [6, 2],
    ]);
  });
  test('that point nowhere possible point together to one that nobody has', () => {
    target.exec('INSERT INTO dataset VALUES (2); INSERT INTO incident VALUES (1, 2), (2, -7), (3, 281474976710656)');
    expect(mendKeys(target, tables)).toEqual(new Map([['incident', 2]]));
    expect(rows()).toEqual([
      [1, 2],
      [2, 3],
      [3, 3],
    ]);
  });
});
