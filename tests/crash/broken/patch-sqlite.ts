/**
 * Engines that break their promises, for the tests of this harness: loaded into the engine's process before anything else, it changes what
 * SQLite is told. `CRASH_BROKEN` says how.
 */
import Database from 'better-sqlite3';

type Pragma = typeof Database.prototype.pragma;
const pragma: Pragma = Database.prototype.pragma;

function rewritePragma(rewrite: (text: string) => string): void {
  Database.prototype.pragma = function (this: Database.Database, text: string, options?: Database.PragmaOptions) {
    return pragma.call(this, rewrite(text), options);
  };
}

switch (process.env.CRASH_BROKEN) {
  // Nothing is ever synced.
  case 'no-sync':
    rewritePragma((text) => text.replace(/^synchronous = \w+$/, 'synchronous = OFF'));
    break;
  // The end of the journal is not synced.
  case 'folder-not-synced':
    rewritePragma((text) => text.replace(/^synchronous = \w+$/, 'synchronous = FULL'));
    break;
  // What was there before a change is remembered only by the process that may die.
  case 'journal-in-memory':
    Database.prototype.pragma = function (this: Database.Database, text: string, options?: Database.PragmaOptions) {
      if (!text.startsWith('journal_mode')) return pragma.call(this, text, options);
      pragma.call(this, 'journal_mode = MEMORY', options);
      return 'delete';
    };
    break;
  // A change is written statement by statement.
  case 'no-transaction': {
    const bare = (body: (...args: unknown[]) => unknown) =>
      Object.assign((...args: unknown[]) => body(...args), { immediate: body, deferred: body, exclusive: body });
    // Only the calls that the engine makes are needed here.
    Database.prototype.transaction = bare as unknown as typeof Database.prototype.transaction;
    break;
  }
  // The entry of the change record is written in a transaction of its own, after the change.
  case 'late-record': {
    const exec = Database.prototype.exec;
    const prepare = Database.prototype.prepare;
    Database.prototype.prepare = function (this: Database.Database, text: string) {
      const statement = prepare.call(this, text);
      if (!/^INSERT INTO edit /.test(text)) return statement;
      const run = statement.run.bind(statement) as (...args: unknown[]) => Database.RunResult;
      let isFirst = true;
      statement.run = (...args: unknown[]) => {
        if (isFirst && this.inTransaction) exec.call(this, 'COMMIT; BEGIN IMMEDIATE');
        isFirst = false;
        return run(...args);
      };
      return statement;
    } as typeof Database.prototype.prepare;
    break;
  }
}
