import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { loadTexts } from '#main/engine/i18n/load-texts.ts';
import { loggedTables } from '#main/engine/project/history/logged-tables.ts';
import { migrate } from '#main/engine/project/migrations/migrate.ts';
import { migrations } from '#main/engine/project/migrations/migrations.ts';
import { fieldWords } from '#shared/i18n/field-words.ts';
import { createTranslate, type TextKey } from '#shared/i18n/texts.ts';
import { resourcesFolder } from '../../../../../fixtures/engine.ts';

/** What no person ever reads: identities, and what the file itself keeps. */
const unspoken = new Set(['id', 'is_sample', 'created_at', 'revision', 'made_at', 'person']);

describe('the tables of a person’s work', () => {
  const connection = new Database(':memory:');
  migrate(connection, migrations);
  const tables = loggedTables(connection);
  const t = createTranslate('en', loadTexts(resourcesFolder));

  test('have a name for one and for several', () => {
    const keys = tables.flatMap(({ name }) => [`history.type.${name}`, `history.types.${name}`]);
    expect(keys.filter((key) => t(key as TextKey) === key)).toEqual([]);
  });

  test('have columns that the history can speak of', () => {
    const readable = (column: string) => column.replace(/_(key|id|ids)$/, '').replaceAll('_', ' ');
    const silent = tables.flatMap(({ name, columns, identity }) =>
      columns
        .filter((column) => !unspoken.has(column) && !identity.includes(column) && fieldWords(t, name, column) === readable(column))
        .map((column) => `${name}.${column}`),
    );
    expect(silent).toEqual([]);
  });
});
