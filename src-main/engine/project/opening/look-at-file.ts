import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasSqliteMagic, projectPageBytes, readSqliteHeader, type SqliteHeader } from './sqlite-header.ts';

/** What a file is, as far as its bytes tell without opening it: nothing is written, locked or left beside it. */
export type FileLook =
  | { readonly kind: 'missing' | 'folder-gone' | 'not-a-file' | 'not-readable' | 'in-use' | 'empty' }
  | { readonly kind: 'sqlite'; readonly size: number; readonly header: SqliteHeader; readonly head: Buffer }
  /** No beginning that anybody knows, and every page like noise: an encrypted project, if it is one. */
  | { readonly kind: 'sealed'; readonly size: number; readonly head: Buffer }
  /** The beginning is none of a project, but what follows may be. */
  | { readonly kind: 'overwritten'; readonly size: number }
  /** Less than a project's first two pages, and nothing that anybody knows. */
  | { readonly kind: 'fragment'; readonly size: number }
  | { readonly kind: 'other'; readonly size: number };

/** A file that SQLite can be asked to open. */
export type OpenableLook = Extract<FileLook, { kind: 'sqlite' | 'sealed' }>;

/** The bytes of the tables' names and columns lie near a file's start. */
const schemaBytes = 512 * 1024;
const sampledPages = 64;

export function lookAtFile(path: string): FileLook {
  let size: number;
  try {
    const found = statSync(path);
    if (!found.isFile()) return { kind: 'not-a-file' };
    size = found.size;
  } catch (error) {
    return { kind: unreachable(error, path) };
  }
  if (size === 0) return { kind: 'empty' };
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    return { kind: unreachable(error, path) };
  }
  try {
    return lookInside(descriptor, size);
  } catch (error) {
    return { kind: unreachable(error, path) };
  } finally {
    closeSync(descriptor);
  }
}

function unreachable(error: unknown, path: string): 'missing' | 'folder-gone' | 'not-readable' | 'in-use' {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === 'EBUSY') return 'in-use';
  if (code === 'ENOENT' || code === 'ENOTDIR') return existsSync(dirname(path)) ? 'missing' : 'folder-gone';
  return 'not-readable';
}

function lookInside(descriptor: number, size: number): FileLook {
  const head = readAt(descriptor, 0, projectPageBytes);
  if (hasSqliteMagic(head)) return { kind: 'sqlite', size, header: readSqliteHeader(head), head };
  if (isText(head) || hasKnownBeginning(head)) return { kind: 'other', size };
  if (size < 2 * projectPageBytes) return { kind: 'fragment', size };
  return shareOfTablePages(descriptor, size) < 0.4 ? { kind: 'sealed', size, head } : { kind: 'overwritten', size };
}

/**
 * The share of pages after the first that begin like a page of a plain SQLite file: one of the four b-tree kinds, or the high byte of a small
 * page number. In an encrypted file one in fifty does by chance.
 */
function shareOfTablePages(descriptor: number, size: number): number {
  const pages = Math.floor(size / projectPageBytes) - 1;
  const step = Math.max(1, Math.floor(pages / sampledPages));
  let seen = 0;
  let fitting = 0;
  for (let page = 1; page <= pages; page += step) {
    seen += 1;
    if (tablePageBeginnings.has(readAt(descriptor, page * projectPageBytes, 1)[0] ?? -1)) fitting += 1;
  }
  return fitting / seen;
}

const tablePageBeginnings: ReadonlySet<number> = new Set([0, 2, 5, 10, 13]);

/** Beginnings of files that people pick by mistake, among those whose content looks like noise. */
const knownBeginnings: readonly Buffer[] = [
  'PK\x03\x04',
  'PK\x05\x06',
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '\x1f\x8b',
  'BZh',
  '7z\xbc\xaf',
  'Rar!',
  '\xd0\xcf\x11\xe0',
  'MZ',
  '\x7fELF',
  'RIFF',
  'OggS',
  'ID3',
  'fLaC',
  '\xfd7zXZ',
  '\x28\xb5\x2f\xfd',
].map((text) => Buffer.from(text, 'latin1'));

function hasKnownBeginning(head: Buffer): boolean {
  return knownBeginnings.some((beginning) => head.subarray(0, beginning.length).equals(beginning)) || head.subarray(4, 8).toString('latin1') === 'ftyp';
}

/** No control characters but those of text. Letters beyond ASCII are allowed in any encoding. */
function isText(head: Buffer): boolean {
  return head.every((byte) => byte >= 32 || (byte >= 7 && byte <= 13));
}

/** Whether the words that make a project's tables stand in the file: a project with a hurt beginning is told from a stranger by them. */
export function holdsProjectTables(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    return readAt(descriptor, 0, schemaBytes).includes('CREATE TABLE voting_group');
  } finally {
    closeSync(descriptor);
  }
}

export function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const read = readSync(descriptor, bytes, 0, length, position);
  return bytes.subarray(0, Math.max(read, 0));
}
