import type Database from 'better-sqlite3';
import { ChangeCapture } from './history/change-capture.ts';
import type { LoggedTable } from './history/logged-tables.ts';
import type { InTurns } from './in-turns.ts';
import type { Connection } from './project-file.ts';

type Statement = Database.Statement<unknown[]>;

/** A connection with what is prepared on it, and what hears its writes (null: read-only). */
export interface Line {
  readonly connection: Connection;
  readonly capture: ChangeCapture | null;
  readonly statements: Map<string, Statement>;
}

/** The connections to one project file: the main one, which everybody reads from and short changes write to, and one more for each long change. */
export class ProjectLines {
  readonly main: Line;
  #current: Line;
  readonly #tables: readonly LoggedTable[];
  readonly #connect: (() => Connection) | null;

  /** `connect` opens another connection to the same file; null = there is the main one alone. */
  constructor(options: { connection: Connection; isReadOnly: boolean; tables: readonly LoggedTable[]; connect: (() => Connection) | null }) {
    this.#tables = options.tables;
    this.#connect = options.connect;
    this.main = options.isReadOnly ? { connection: options.connection, capture: null, statements: new Map() } : this.#lineOf(options.connection);
    this.#current = this.main;
  }

  /** The line of the code that runs right now: another than the main one only within a turn of a long change. */
  get current(): Line {
    return this.#current;
  }

  /** A line for one long change. What it writes stays in memory until its end: otherwise nobody could read the file meanwhile. */
  open(): Line {
    if (!this.#connect) return this.main;
    const connection = this.#connect();
    connection.pragma('cache_spill = OFF');
    return this.#lineOf(connection);
  }

  /** The end of a long change's line. */
  leave(line: Line): void {
    this.#current = this.main;
    line.statements.clear();
    if (line !== this.main) line.connection.close();
  }

  /** Within each turn all reading and writing goes over the change's own line. */
  *over<Result>(line: Line, work: InTurns<Result>): InTurns<Result> {
    for (;;) {
      this.#current = line;
      try {
        const turn = work.next();
        if (turn.done) return turn.value;
        this.#current = this.main;
        yield turn.value;
      } finally {
        this.#current = this.main;
      }
    }
  }

  /** A statement, prepared once on its line. */
  prepare(text: string, { connection, statements }: Line = this.#current): Statement {
    let statement = statements.get(text);
    if (!statement) {
      statement = connection.prepare<unknown[]>(text);
      statements.set(text, statement);
    }
    return statement;
  }

  #lineOf(connection: Connection): Line {
    return { connection, capture: new ChangeCapture(connection, this.#tables), statements: new Map() };
  }
}
