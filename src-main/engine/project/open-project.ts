import type Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Subject } from '#shared/domain/project.ts';
import { refuse } from '../refuse.ts';
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
}

/** Handed to the body of a change, and to nothing else: the only way to write. */
export interface ChangeWriter {
  run(query: Compilable<unknown>): { changes: number; lastInsertRowid: number };
  /** For many rows: prepared statements on the connection inside the change's transaction. */
  readonly connection: Connection;
}

type Statement = Database.Statement<unknown[]>;

export type ChangeListener = (subjects: readonly Subject[]) => void;

/** The one open project: reads anywhere, writes only through `change`. */
export class OpenProject {
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();
  readonly #listeners = new Set<ChangeListener>();
  readonly #now: () => Date;

  constructor(options: { path: string; connection: Connection; isReadOnly: boolean; now: () => Date }) {
    this.path = options.path;
    this.#connection = options.connection;
    this.isReadOnly = options.isReadOnly;
    this.#now = options.now;
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
   * The one door through which every change goes: a transaction that writes, records what was done, and then tells the listeners.
   * What the body throws undoes all of it.
   */
  change<Result>(description: ChangeDescription, body: (write: ChangeWriter) => Result): Result {
    if (this.isReadOnly) refuse('project/read-only', { path: this.path });
    const write: ChangeWriter = {
      connection: this.#connection,
      run: (query) => {
        const { sql: text, parameters } = query.compile();
        const { changes, lastInsertRowid } = this.#prepare(text).run(...parameters);
        return { changes, lastInsertRowid: Number(lastInsertRowid) };
      },
    };
    let result: Result;
    try {
      result = this.#connection
        .transaction(() => {
          const value = body(write);
          write.run(
            sql.insertInto('change').values({
              at: this.nowText(),
              name: description.name,
              params: JSON.stringify(description.params ?? {}),
              subjects: JSON.stringify(description.subjects),
            }),
          );
          return value;
        })
        .immediate();
    } catch (error) {
      throw translateSqliteError(error, this.path);
    }
    for (const listener of this.#listeners) listener(description.subjects);
    return result;
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

  #prepare(text: string): Statement {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.#connection.prepare<unknown[]>(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}
