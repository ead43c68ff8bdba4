import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { RecoveredTable } from '#shared/domain/copies.ts';
import { refuse } from '../../../refuse.ts';
import { syncFile } from '../../encryption/copy-database.ts';
import { applyKey, ProjectKey } from '../../encryption/project-key.ts';
import { migrate } from '../../migrations/migrate.ts';
import { migrations, newestVersion } from '../../migrations/migrations.ts';
import { applicationId, type Connection } from '../../project-file.ts';
import type { RecoverAnswer } from '../copy-messages.ts';
import { readFileSchema } from './file-schema.ts';
import { guessVersion } from './guess-version.ts';
import { mendKeys } from './mend-keys.ts';
import { type Mended, mendLinks } from './mend-links.ts';
import { dropUnreadableEdits, findBadValues, mendValues } from './mend-values.ts';
import { openPages } from './page-source.ts';
import { rebuildFromHistory } from './rebuild-from-history.ts';
import { type Salvage, salvageTables } from './salvage-tables.ts';
import { planTables } from './table-plan.ts';

export type TellPages = (done: number, total: number) => void;

/**
 * Reads a damaged file page by page, without SQLite, and writes every row that holds together into a new file of the newest version. Runs in
 * the process for copies; the damaged file is only ever read.
 */
export function recoverFile(asked: { damaged: string; into: string; passphrase: string | null }, tell: TellPages): RecoverAnswer {
  const { damaged, into, passphrase } = asked;
  const prepared = withJournalPlayedBack(damaged, into, passphrase);
  const source = openPages(prepared.path, passphrase);
  try {
    const schema = readFileSchema(source);
    const version = schema.version ?? guessVersion(source, schema);
    const tables = planTables(version);
    const target = createTarget(into, version, passphrase);
    try {
      const salvage = salvageTables({ source, schema, tables, target, tell });
      if (salvage.rows === 0) refuse('copies/nothing-to-recover', { path: damaged });
      const healed = version === newestVersion ? heal(target, salvage) : { rebuilt: new Map<string, number>(), droppedEdits: 0 };
      const renumbered = mendKeys(target, tables);
      const linked = mendLinks(target, tables);
      migrate(target, migrations);
      const mended = together(renumbered, mendValues(target));
      return { tables: reportTables(salvage, { ...healed, linked, mended }), pages: { total: source.pageCount, unreadable: salvage.unreadablePages } };
    } finally {
      target.close();
      if (existsSync(into)) syncFile(into);
    }
  } finally {
    source.close();
    prepared.end();
  }
}

function createTarget(path: string, version: number, passphrase: string | null): Connection {
  const target = new Database(path);
  applyKey(target, passphrase === null ? null : new ProjectKey(passphrase));
  target.pragma(`application_id = ${applicationId}`);
  target.pragma('temp_store = MEMORY');
  target.pragma('journal_mode = MEMORY');
  target.pragma('synchronous = OFF');
  migrate(
    target,
    migrations.filter((step) => step.version <= version),
  );
  target.pragma('foreign_keys = OFF');
  return target;
}

/**
 * A journal beside the file belongs to a change that was cut off. SQLite takes it back on a copy of both; where it cannot, the file is read as
 * it is.
 */
function withJournalPlayedBack(damaged: string, into: string, passphrase: string | null): { path: string; end(): void } {
  const asItIs = { path: damaged, end: () => {} };
  if (!existsSync(`${damaged}-journal`)) return asItIs;
  const folder = mkdtempSync(join(dirname(into), '.recovering-'));
  const path = join(folder, 'file');
  const end = () => rmSync(folder, { recursive: true, force: true });
  try {
    copyFileSync(damaged, path);
    copyFileSync(`${damaged}-journal`, `${path}-journal`);
    const connection = new Database(path);
    try {
      applyKey(connection, passphrase === null ? null : new ProjectKey(passphrase));
      connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    } finally {
      connection.close();
    }
    return { path, end };
  } catch {
    end();
    return asItIs;
  }
}

/** What the history still tells: rows that are gone, and rows with a value that cannot be true. */
function heal(target: Connection, salvage: Salvage): { rebuilt: Map<string, number>; droppedEdits: number } {
  const droppedEdits = dropUnreadableEdits(target);
  const bad = findBadValues(target);
  const incomplete = new Set([...salvage.tables.filter(mayMissRows).map(({ table }) => table), ...bad.map(({ table }) => table)]);
  return { rebuilt: rebuildFromHistory(target, incomplete, new Set(bad.map(({ table, id }) => `${table} ${id}`))), droppedEdits };
}

const mayMissRows = ({ read, expected }: Salvage['tables'][number]): boolean => expected === null || expected > read;

function together(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...one, ...other].map(([table]) => [table, (one.get(table) ?? 0) + (other.get(table) ?? 0)]));
}

interface Healing {
  readonly rebuilt: ReadonlyMap<string, number>;
  readonly droppedEdits: number;
  readonly linked: ReadonlyMap<string, Mended>;
  readonly mended: ReadonlyMap<string, number>;
}

function reportTables(salvage: Salvage, { rebuilt, droppedEdits, linked, mended }: Healing): RecoveredTable[] {
  return salvage.tables.map(({ table, read, expected }) => {
    const links = linked.get(table) ?? { dropped: 0, unlinked: 0, standIns: 0 };
    return {
      ...{ table, read, expected, rebuilt: rebuilt.get(table) ?? 0, ...links },
      dropped: links.dropped + (table === 'edit' ? droppedEdits : 0),
      mended: mended.get(table) ?? 0,
      lost: expected === null ? null : Math.max(0, expected - read - (rebuilt.get(table) ?? 0)),
    };
  });
}
