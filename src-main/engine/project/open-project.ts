import Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Progress } from '#shared/domain/outputs.ts';
import { subjects as allSubjects, type Subject } from '#shared/domain/project.ts';
import { refuse } from '../refuse.ts';
import type { ChangeCapture } from './history/change-capture.ts';
import { type ChangeKind, ChangeLog } from './history/change-log.ts';
import type { Clock } from './history/hybrid-clock.ts';
import { type LoggedTable, loggedTables } from './history/logged-tables.ts';
import { authorOfRequest } from './history/request-author.ts';
import { atOnce, type InTurns } from './in-turns.ts';
import { LongChange } from './long-change.ts';
import { touchFirstPage } from './opening/first-page.ts';
import { PresentWork } from './present-work.ts';
import { type Connection, translateSqliteError } from './project-file.ts';
import { type Line, ProjectLines } from './project-lines.ts';
import type { ProjectSchema } from './schema.ts';
import { StillTime } from './still-time.ts';

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

class RehearsalOver extends Error {}

export type ChangeListener = (subjects: readonly Subject[]) => void;

/** The one open project: reads anywhere, writes only through `change`. */
export class OpenProject {
  readonly path: string;
  readonly isReadOnly: boolean;
  /** How the tables of a person's work are written into the history, each after those it points to. */
  readonly loggedTables: readonly LoggedTable[];
  author: Author = { person: '', sessionId: null };
  /** What takes long right now. */
  readonly work = new PresentWork();
  /** Called before every change; what it throws refuses the change. */
  guard: (() => void) | null = null;
  readonly #lines: ProjectLines;
  #long: LongChange<unknown> | null = null;
  #still: StillTime | null = null;
  readonly #listeners = new Set<ChangeListener>();
  readonly #now: () => Date;
  readonly #log: ChangeLog;

  /** `connect` opens another connection to the same file; without it changes in turns are written at once. */
  constructor(options: { path: string; connection: Connection; isReadOnly: boolean; now: () => Date; connect?: () => Connection }) {
    this.path = options.path;
    this.isReadOnly = options.isReadOnly;
    this.#now = options.now;
    this.loggedTables = loggedTables(options.connection);
    const { connection, isReadOnly, connect = null } = options;
    this.#lines = new ProjectLines({ connection, isReadOnly, tables: this.loggedTables, connect });
    this.#log = new ChangeLog(() => this.#lines.current.connection);
  }

  /** The engine's clock as an ISO instant. */
  nowText(): string {
    return this.#now().toISOString();
  }

  /** All rows of a query. */
  all<Row>(query: Compilable<Row>): Row[] {
    const { sql: text, parameters } = query.compile();
    return this.#lines.prepare(text).all(...parameters) as Row[];
  }

  /** The first row of a query, or undefined. */
  first<Row>(query: Compilable<Row>): Row | undefined {
    const { sql: text, parameters } = query.compile();
    return this.#lines.prepare(text).get(...parameters) as Row | undefined;
  }

  /** The first row; a missing one is refused as `object/not-found`. */
  found<Row>(query: Compilable<Row>): Row {
    return this.first(query) ?? refuse('object/not-found');
  }

  /** Read-only access for statements that the query builder cannot express. */
  get reader(): Pick<Connection, 'prepare'> {
    return this.#lines.current.connection;
  }

  /** Resolves once no long change is being written and nobody reads the file as a whole; null where that is so now. */
  get calm(): Promise<void> | null {
    if (this.#long) return this.#long.over;
    return this.#still && !this.#still.isOver ? this.#still.over : null;
  }

  /**
   * Until it is ended, whoever can wait with writing waits for `calm`; a change that cannot wait, and closing the project, break it off first. Whoever asks for
   * it finds out whether what was read is still what there is.
   */
  keepStill(): StillTime {
    this.settle();
    this.#still = new StillTime();
    return this.#still;
  }

  /**
   * The one door through which every change goes: a transaction that writes, records what was done with the before and after of every
   * object, and then tells the listeners. What the body throws undoes all of it.
   */
  change<Result>(description: ChangeDescription, body: (write: ChangeWriter) => Result): Result {
    const capture = this.#begin();
    this.guard?.();
    let result: Result;
    try {
      result = this.#lines.main.connection.transaction(() => this.#perform(capture, description, body)).immediate();
    } catch (error) {
      throw this.#failed(error, description);
    }
    if (!description.isToldByCaller) this.tell(description.subjects);
    return result;
  }

  /** Does a change, looks at what came of it, and takes it back before anything is kept. */
  rehearse<Result>(description: ChangeDescription, body: (write: ChangeWriter) => void, look: (revision: number) => Result): Result {
    const capture = this.#begin();
    let seen: { result: Result } | undefined;
    try {
      this.#lines.main.connection
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

  /**
   * A change that takes long, in short turns: one transaction like any other, over a connection of its own, so that everybody is answered between the
   * turns and reads what was there before it, until all of it is there. A change that somebody makes meanwhile brings it to its end first; whoever can wait
   * waits for `calm`. Whoever stops reading, aborts the signal or closes the project takes all of it back: refused as `project/stopped`.
   */
  async *changeInTurns<Result>(
    description: ChangeDescription,
    body: (write: ChangeWriter) => InTurns<Result>,
    signal?: AbortSignal,
  ): AsyncGenerator<Progress, Result> {
    const long = this.#beginLong((line) => this.#performInTurns(line, description, body));
    let result: Result;
    try {
      result = yield* long.inTurns(signal);
    } catch (error) {
      throw this.#failed(error, description);
    }
    if (!description.isToldByCaller) this.tell(description.subjects);
    return result;
  }

  /** Gives back what the file no longer needs. */
  vacuum(): void {
    this.settle();
    try {
      this.#lines.main.connection.exec('VACUUM');
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

  /** Brings a change that is written in turns to its end now, and breaks off a still time, for those who need the file to themselves. */
  settle(): void {
    this.#still?.breakOff();
    if (this.#long?.isWorking) throw new Error('a change begins inside a turn of another');
    this.#long?.work(Number.POSITIVE_INFINITY);
  }

  close(): void {
    this.#long?.stop();
    this.#still?.breakOff();
    this.#lines.main.statements.clear();
    this.#listeners.clear();
    this.#lines.main.connection.close();
  }

  /** What every change begins with: the right to write, and nobody else at it. */
  #begin(): ChangeCapture {
    const { capture } = this.#lines.main;
    if (!capture) refuse('project/read-only', { path: this.path });
    this.settle();
    return capture;
  }

  #failed(error: unknown, { subjects }: ChangeDescription): unknown {
    this.#log.rollBack();
    // A folder that cannot be synced leaves the change in the file without a promise that it stays: let screens show what is there.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_IOERR_DIR_FSYNC') this.tell(subjects);
    return translateSqliteError(error, this.path);
  }

  #beginLong<Result>(work: (line: Line) => InTurns<Result>): LongChange<Result> {
    this.#begin();
    this.guard?.();
    const line = this.#lines.open();
    const { connection } = line;
    const leave = () => {
      this.#long = null;
      this.#lines.leave(line);
    };
    try {
      connection.exec('BEGIN IMMEDIATE');
    } catch (error) {
      leave();
      throw translateSqliteError(error, this.path);
    }
    const long = new LongChange<Result>(this.#lines.over(line, work(line)), {
      keep: () => {
        this.guard?.();
        connection.exec('COMMIT');
        leave();
      },
      takeBack: () => {
        this.#log.rollBack();
        if (connection.inTransaction) connection.exec('ROLLBACK');
        leave();
      },
    });
    this.#long = long;
    // Without a second connection nobody may come in between.
    if (line === this.#lines.main) long.work(Number.POSITIVE_INFINITY);
    return long;
  }

  #perform<Result>(capture: ChangeCapture, description: ChangeDescription, body: (write: ChangeWriter) => Result): Result {
    const line = { ...this.#lines.main, capture };
    return atOnce(
      this.#performInTurns(line, description, function* (write) {
        const result = body(write);
        yield;
        return result;
      }),
    );
  }

  *#performInTurns<Result>(line: Line, description: ChangeDescription, body: (write: ChangeWriter) => InTurns<Result>): InTurns<Result> {
    const { connection, capture } = line;
    if (!capture) refuse('project/read-only', { path: this.path });
    touchFirstPage(connection);
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
    const result = yield* body({
      connection,
      revision,
      run: (query) => {
        const { sql: text, parameters } = query.compile();
        const { changes, lastInsertRowid } = this.#lines.prepare(text, line).run(...parameters);
        return { changes, lastInsertRowid: Number(lastInsertRowid) };
      },
    });
    const edits = capture.take();
    this.#log.end(revision, kind, description.isUnlogged ? [] : edits);
    return result;
  }
}
