import { newestVersion } from '../../migrations/migrations.ts';
import { applicationId } from '../../project-file.ts';
import type { PageSource } from './page-source.ts';
import { PageClaims, walkTree } from './walk-tree.ts';

/** What the file itself says about its tables: where each one's tree begins. */
export interface FileSchema {
  /** `user_version`; null where the head of the file is not to be believed. */
  readonly version: number | null;
  readonly roots: ReadonlyMap<string, number>;
  /** Indexes over all rows of their table. */
  readonly indexes: readonly { readonly table: string; readonly root: number }[];
}

export function readFileSchema(source: PageSource): FileSchema {
  const roots = new Map<string, number>();
  const indexes: { table: string; root: number }[] = [];
  const claims = new PageClaims(source.pageCount);
  const schemaTable = {
    name: 'sqlite_schema',
    hasRowid: true,
    links: [],
    columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'].map((name) => ({ name, type: 'ANY', mayBeNull: true, isRowid: false })),
  };
  walkTree({
    ...{ source, claims, root: 1, table: schemaTable },
    onRow: ({ values }) => {
      const [type, name, table, root, text] = values;
      if (typeof name !== 'string' || typeof table !== 'string' || typeof root !== 'number' || root < 2 || root > source.pageCount) return;
      if (type === 'table') roots.set(name, root);
      else if (type === 'index' && !(typeof text === 'string' && /\bWHERE\b/i.test(text))) indexes.push({ table, root });
    },
  });
  return { version: versionOf(source), roots, indexes };
}

function versionOf(source: PageSource): number | null {
  const head = source.read(1);
  if (!head || head.readUInt32BE(68) !== applicationId) return null;
  const version = head.readUInt32BE(60);
  return version > 0 && version <= newestVersion ? version : null;
}
