import type { Connection } from '../project-file.ts';

/**
 * Writes the whole file anew, so that no unused page and no gap inside a page holds anything of what was deleted, now or earlier. Safe
 * against power cuts: SQLite keeps a journal until it is done. Throws where there is no room for that.
 */
export function cleanPages(connection: Connection): void {
  connection.pragma('secure_delete = ON');
  connection.exec('VACUUM');
}
