import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import type Database from 'better-sqlite3';
import { refuse } from '../../refuse.ts';
import { projectPageBytes, readSqliteHeader, type SqliteHeader, sqliteMagic } from '../opening/sqlite-header.ts';

/** Fewer characters than this are no passphrase. */
const shortestPassphrase = 8;

/**
 * The passphrase of an open project in memory. It shows itself to no log, message or file: whatever prints it prints `[passphrase]`.
 *
 * Scheme: SQLCipher 4. Every page is AES-256 in CBC mode under its own initialisation vector with an HMAC-SHA512 of its own; the key is
 * derived from the passphrase and the file's random salt by PBKDF2-HMAC-SHA512 with 256,000 rounds.
 */
export class ProjectKey {
  readonly #bytes: Buffer;

  /** The same letters typed on different keyboards make the same key: accents are composed first (NFC). */
  constructor(passphrase: string) {
    this.#bytes = Buffer.from(passphrase.normalize('NFC'), 'utf8');
  }

  /** Gives the connection the key; must come before anything else is done with it. A wrong key shows at the first read (`SQLITE_NOTADB`). */
  apply(connection: Database.Database): void {
    chooseCipher(connection);
    encrypting(connection).key(this.#bytes);
  }

  /** Attaches a database that has this passphrase under `name`. */
  attach(connection: Database.Database, path: string, name: string): void {
    chooseCipher(connection);
    connection.prepare(`ATTACH ? AS ${name} KEY ?`).run(path, this.#bytes.toString('utf8'));
  }

  /** Encrypts the connection's database, or changes its passphrase, in place: only for copies that nobody else knows of. */
  rekey(connection: Database.Database): void {
    chooseCipher(connection);
    encrypting(connection).rekey(this.#bytes);
  }

  equals(other: ProjectKey): boolean {
    return this.#bytes.equals(other.#bytes);
  }

  /** For another process of this application, over a channel in memory and nowhere else. */
  share(): string {
    return this.#bytes.toString('utf8');
  }

  /**
   * What a file's encrypted first page says of itself, without SQLite, which would first roll back whatever lies beside the file. Null with another
   * passphrase. Layout of SQLCipher 4: 16 bytes of salt, cipher text, and at the end 16 bytes of initialisation vector before 64 of seal.
   */
  readHeader(page: Buffer): SqliteHeader | null {
    if (page.length < projectPageBytes) return null;
    const key = pbkdf2Sync(this.#bytes, page.subarray(0, 16), 256_000, 32, 'sha512');
    const end = projectPageBytes - 80;
    const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16)).setAutoPadding(false);
    const plain = Buffer.concat([Buffer.from(sqliteMagic), cipher.update(page.subarray(16, end)), cipher.final()]);
    // Three fixed bytes of every SQLite file: the right key shows them.
    return plain.subarray(21, 24).equals(Buffer.of(64, 32, 32)) ? readSqliteHeader(plain) : null;
  }

  toString(): string {
    return '[passphrase]';
  }

  toJSON(): string {
    return '[passphrase]';
  }
}

/** The key of a passphrase that is to be set; a short one is refused. */
export function newProjectKey(passphrase: string): ProjectKey {
  if ([...passphrase.normalize('NFC')].length < shortestPassphrase) refuse('project/passphrase-short', { least: shortestPassphrase });
  return new ProjectKey(passphrase);
}

/** Takes the encryption off the connection's database, in place: only for copies that nobody else knows of. */
export function removeKey(connection: Database.Database): void {
  encrypting(connection).rekey(Buffer.alloc(0));
}

/** For doors and helpers that have a key or none. */
export function applyKey(connection: Database.Database, key: ProjectKey | null): void {
  key?.apply(connection);
}

/** Attaches a database under `name`, with the key it has or none. */
export function attachKey(connection: Database.Database, path: string, name: string, key: ProjectKey | null): void {
  if (key) key.attach(connection, path, name);
  else connection.prepare(`ATTACH ? AS ${name} KEY ''`).run(path);
}

/** What the encrypting build of better-sqlite3 has beside the plain one, whose types are installed. */
interface EncryptingDatabase {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

function encrypting(connection: Database.Database): EncryptingDatabase {
  return connection as Database.Database & EncryptingDatabase;
}

function chooseCipher(connection: Database.Database): void {
  connection.pragma(`cipher = 'sqlcipher'`);
  connection.pragma('legacy = 4');
}
