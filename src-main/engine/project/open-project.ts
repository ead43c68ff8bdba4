import Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { subjects as allSubjects, type Subject } from '#shared/domain/project.ts';
import { refuse } from '../refuse.ts';
import { ChangeCapture } from './history/change-capture.ts';
import { type ChangeKind, ChangeLog } from './history/change-log.ts';
import type { Clock } from './history/hybrid-clock.ts';
import { type LoggedTable, loggedTables } from './history/logged-tables.ts';
import { authorOfRequest } from './history/request-author.ts';
import { touchFirstPage } from './opening/first-page.ts';
import { type Connection, translateSqliteError } from './project-file.ts';
import type { ProjectSchema } from './schema.ts';

/**
 * Builds typed queries for a project's tables. It only compiles; `OpenProject` runs what it compiles, synchronously, because
 * a transaction must not be interleaved with another request.
 */
export const sql = new Kysely<ProjectSchema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** What a change is called and which subjects it touches. `params` fill the blanks of its words (`change.<name>`). */
export interface ChangeDescription {
  readonly name: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly subjects: readonly Subject[];
  /** An `edit` unless said otherwise; a `note` is kept although it changes nothing, and cannot be undone. */
  readonly kind?: ChangeKind;
  /** What the body writes is no work on the project (the history itself): it is not told by the history. */
  readonly isUnlogged?: boolean;
  /** Whoever makes many such changes in a second tells the listeners (`tell`) now and then, with these subjects. */
  readonly isToldByCaller?: boolean;
  /** The revision that an undo or redo is about. */
  readonly target?: number;
  /** For a merge: the latest clock among the changes it takes in, and the last sequence of each of their writers. */
  readonly receivedClock?: Clock;
  readonly knows?: Readonly<Record<string, number>>;
}

/** Handed to the body of a change, and to nothing else: the only way to write. */
export interface ChangeWriter {
  run(query: Compilable<unknown>): { changes: number; lastInsertRowid: number };
  /** For many rows: prepared statements on the connection inside the change's transaction. */
  readonly connection: Connection;
  /** The change's own revision. */
  readonly revision: number;
}

/** Who works at the file, and in which session of a workshop: stands beside every change. */
export interface Author {
  /** A facilitator's or a break-out group's name; empty = not said. No account. */
  readonly person: string;
  readonly sessionId: string | null;
}

type Statement = Database.Statement<unknown[]>;

class RehearsalOver extends Error {}

export type ChangeListener = (subjects: readonly Subject[]) => void;

/** The one open project: reads anywhere, writes only through `change`. */
export class OpenProject {
  readonly path: string;
  readonly isReadOnly: boolean;
  /** How the tables of a person's work are written into the history, each after those it points to. */
  readonly loggedTables: readonly LoggedTable[];
  author: Author = { person: '', sessionId: null };
  /** Called before every change; what it throws refuses the change. */
  guard: (() => void) | null = null;
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #now: () => Date;
  readonly #capture: ChangeCapture | null;
  readonly #log: ChangeLog;

  constructor(options: { path: string; connection: Connection; isReadOnly: boolean; now: () => Date }) {
    this.path = options.path;
    this.#connection = options.connection;
    this.isReadOnly = options.isReadOnly;
    this.#now = options.now;
    this.loggedTables = loggedTables(options.connection);
    this.#capture = options.isReadOnly ? null : new ChangeCapture(options.connection, this.loggedTables);
    this.#log = new ChangeLog(options.connection);
  }

  /** The engine's clock as an ISO instant. */
  nowText(): string {
    return this.#now().toISOString();
  }

  /** All rows of a query. */
  all<Row>(query: Compilable<Row>): Row[] {
    const { sql: text, parameters } = query.compile();
    return this.#prepare(text).all(...parameters) as Row[];
  }

  /** The first row of a query, or undefined. */
  first<Row>(query: Compilable<Row>): Row | undefined {
    const { sql: text, parameters } = query.compile();
    return this.#prepare(text).get(...parameters) as Row | undefined;
  }

  /** The first row; a missing one is refused as `object/not-found`. */
  found<Row>(query: Compilable<Row>): Row {
    return this.first(query) ?? refuse('object/not-found');
  }

  /** Read-only access for statements that the query builder cannot express. */
  get reader(): Pick<Connection, 'prepare'> {
    return this.#connection;
  }

  /**
   * The one door through which every change goes: a transaction that writes, records what was done with the before and after of every
   * object, and then tells the listeners. What the body throws undoes all of it.
   */
  change<Result>(description: ChangeDescription, body: (write: ChangeWriter) => Result): Result {
    const capture = this.#capture;
    if (!capture) refuse('project/read-only', { path: this.path });
    this.guard?.();
    let result: Result;
    try {
      result = this.#connection.transaction(() => this.#perform(capture, description, body)).immediate();
    } catch (error) {
      this.#log.rollBack();
      // A folder that cannot be synced leaves the change in the file without a promise that it stays: let screens show what is there.
      if (error instanceof Database.SqliteError && error.code === 'SQLITE_IOERR_DIR_FSYNC') this.tell(description.subjects);
      throw translateSqliteError(error, this.path);
    }
    if (!description.isToldByCaller) this.tell(description.subjects);
    return result;
  }

  /** Does a change, looks at what came of it, and takes it back before anything is kept. */
  rehearse<Result>(description: ChangeDescription, body: (write: ChangeWriter) => void, look: (revision: number) => Result): Result {
    const capture = this.#capture;
    if (!capture) refuse('project/read-only', { path: this.path });
    let seen: { result: Result } | undefined;
    try {
      this.#connection
        .transaction(() => {
          let revision = 0;
          this.#perform(capture, description, (write) => {
            revision = write.revision;
            body(write);
          });
          seen = { result: look(revision) };
          throw new RehearsalOver();
        })
        .immediate();
    } catch (error) {
      this.#log.rollBack();
      if (!(error instanceof RehearsalOver)) throw translateSqliteError(error, this.path);
    }
    if (!seen) throw new Error('the rehearsal did not end');
    return seen.result;
  }

  /** Gives back what the file no longer needs. */
  vacuum(): void {
    try {
      this.#connection.exec('VACUUM');
    } catch (error) {
      throw translateSqliteError(error, this.path);
    }
  }

  /** Tells everybody who listens that something is to be read again. */
  tell(subjects: readonly Subject[] = allSubjects): void {
    for (const listener of this.#listeners) listener(subjects);
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#statements.clear();
    this.#listeners.clear();
    this.#connection.close();
  }

  #perform<Result>(capture: ChangeCapture, description: ChangeDescription, body: (write: ChangeWriter) => Result): Result {
    touchFirstPage(this.#connection);
    const kind = description.kind ?? 'edit';
    const revision = this.#log.begin({
      kind,
      name: description.name,
      params: description.params ?? {},
      subjects: description.subjects,
      person: authorOfRequest() ?? this.author.person,
      sessionId: this.author.sessionId,
      at: this.nowText(),
      target: description.target ?? null,
      receivedClock: description.receivedClock ?? '',
      knows: description.knows ?? null,
    });
    capture.begin();
    const result = body({
      connection: this.#connection,
      revision,
      run: (query) => {
        const { sql: text, parameters } = query.compile();
        const { changes, lastInsertRowid } = this.#prepare(text).run(...parameters);
        return { changes, lastInsertRowid: Number(lastInsertRowid) };
      },
    });
    const edits = capture.take();
    this.#log.end(revision, kind, description.isUnlogged ? [] : edits);
    return result;
  }

  #prepare(text: string): Statement {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.#connection.prepare<unknown[]>(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}
