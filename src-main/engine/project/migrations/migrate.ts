import type Database from 'better-sqlite3';
import { touchFirstPage } from '../opening/first-page.ts';
import type { Migration } from './migrations.ts';

/**
 * All missing steps in one transaction with the version they lead to: either all of it or none. Links between tables are held back while
 * tables are rebuilt and checked as a whole before the end, because SQLite would take a rebuilt table's old rows for deleted ones.
 */
export function migrate(connection: Database.Database, steps: readonly Migration[]): void {
  const from = Number(connection.pragma('user_version', { simple: true }));
  const missing = steps.filter((step) => step.version > from);
  const last = missing.at(-1);
  if (!last) return;
  connection.pragma('foreign_keys = OFF');
  try {
    connection.transaction(() => {
      touchFirstPage(connection);
      for (const step of missing) connection.exec(step.sql);
      const broken = connection.pragma('foreign_key_check') as { table: string }[];
      if (broken.length > 0) throw new Error(`migration to ${last.version} breaks a link of ${broken[0]?.table}`);
      connection.pragma(`user_version = ${last.version}`);
    })();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}
