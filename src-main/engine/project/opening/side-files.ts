import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import type { ProjectKey } from '../encryption/project-key.ts';
import { type OpenableLook, readAt } from './look-at-file.ts';
import { projectPageBytes, readSqliteHeader, type SqliteHeader } from './sqlite-header.ts';

/**
 * A file beside a project that SQLite would take for the project's own unfinished work and write into it, without asking whose it is. Its
 * journal holds the former content of pages; it is the project's own after a power cut, and a stranger's after files were copied about.
 */
export type SideFile = { readonly kind: 'none' } | { readonly kind: 'own'; readonly path: string } | { readonly kind: 'foreign'; readonly path: string };

export function findSideFile(path: string, look: OpenableLook, key: ProjectKey | null = null): SideFile {
  const log = `${path}-wal`;
  // A project keeps no write-ahead log; another tool may have given it one, and then its header says so.
  const hasLog = look.kind === 'sqlite' && look.header.hasWriteAheadLog;
  if (sizeOf(log) > 0) return { kind: hasLog ? 'own' : 'foreign', path: log };
  const journal = `${path}-journal`;
  if (sizeOf(journal) === 0) return { kind: 'none' };
  const descriptor = openSync(journal, 'r');
  try {
    return judgeJournal(descriptor, journal, look, key);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether anything lies beside the file that SQLite would look into. */
export function hasSideFile(path: string): boolean {
  return sizeOf(`${path}-journal`) > 0 || sizeOf(`${path}-wal`) > 0;
}

/** Takes a left-over out of SQLite's sight by giving it another name; nothing is deleted. Returns the new path. */
export function setAside(path: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  let target = `${path}.set-aside-${stamp}`;
  for (let number = 2; existsSync(target); number += 1) target = `${path}.set-aside-${stamp}-${number}`;
  renameSync(path, target);
  return target;
}

/** sqlite.org/fileformat2.html, section 3: magic, number of pages, nonce, pages of the file before, sector and page size. */
const journalMagic = Buffer.from('d9d505f920a163d7', 'hex');
const journalHeaderBytes = 28;
/** A journal can be as large as the project; the first page is among the first written in all but unusual cases. */
const mostPagesWalked = 200_000;

function judgeJournal(descriptor: number, path: string, look: OpenableLook, key: ProjectKey | null): SideFile {
  const start = readAt(descriptor, 0, journalHeaderBytes);
  // An ended journal begins with zeros, an unbegun one is short: SQLite takes neither for work to undo.
  if (start.length < journalHeaderBytes || start[0] === 0) return { kind: 'none' };
  if (!hasJournalMagic(start)) return { kind: 'foreign', path };
  const isOwn = look.kind === 'sealed' ? isSealedJournal(descriptor, start, look, key) : isPlainJournal(descriptor, start, look.header);
  return { kind: isOwn ? 'own' : 'foreign', path };
}

function isPlainJournal(descriptor: number, start: Buffer, now: SqliteHeader): boolean {
  if (pageSizeOf(start) !== now.pageSize) return false;
  const former = findFirstPage(descriptor, now.pageSize);
  return former ? isMomentBefore(readSqliteHeader(former), now, start) : isHarmless(start, now);
}

/** An encrypted file shows nothing but its salt at the beginning; the rest of its header only with the passphrase. */
function isSealedJournal(descriptor: number, start: Buffer, look: Extract<OpenableLook, { kind: 'sealed' }>, key: ProjectKey | null): boolean {
  if (pageSizeOf(start) !== projectPageBytes) return false;
  const former = findFirstPage(descriptor, projectPageBytes);
  if (former && !former.subarray(0, 16).equals(look.head.subarray(0, 16))) return false;
  const now = key?.readHeader(look.head);
  if (!now) return former !== null || pagesBefore(start) * projectPageBytes === look.size;
  if (!former) return isHarmless(start, now);
  const before = key?.readHeader(former);
  return before !== undefined && before !== null && isMomentBefore(before, now, start);
}

/** The counter of commits tells the moment: the journal's first page is the file's present one, or the one before it. */
function isMomentBefore(before: SqliteHeader, now: SqliteHeader, start: Buffer): boolean {
  const commits = now.changeCounter - before.changeCounter;
  const isSameProject = before.applicationId === now.applicationId;
  return isSameProject && (commits === 0 || commits === 1) && (before.pageCount === null || before.pageCount === pagesBefore(start));
}

/** Since this version every change writes the first page before all others, so that each journal that does anything holds it. */
const firstPageFirstSince = 20;

/** A journal without the first page: of a change that had written nothing yet, or by a program from before the rule. */
function isHarmless(start: Buffer, now: SqliteHeader): boolean {
  const undoesNothing = start.readUInt32BE(8) === 0;
  return now.pageCount === pagesBefore(start) && (undoesNothing || now.userVersion < firstPageFirstSince);
}

const hasJournalMagic = (header: Buffer): boolean => header.length === journalHeaderBytes && header.subarray(0, journalMagic.length).equals(journalMagic);
const pagesBefore = (header: Buffer): number => header.readUInt32BE(16);
const pageSizeOf = (header: Buffer): number => header.readUInt32BE(24);

/** The former content of the file's first page, if the journal holds it. */
function findFirstPage(descriptor: number, pageBytes: number): Buffer | null {
  let position = 0;
  let walked = 0;
  for (;;) {
    const header = readAt(descriptor, position, journalHeaderBytes);
    if (!hasJournalMagic(header)) return null;
    const sector = Math.max(header.readUInt32BE(20), 512);
    const records = header.readUInt32BE(8);
    let at = position + sector;
    for (let record = 0; record < records; record += 1, at += pageBytes + 8) {
      walked += 1;
      const number = readAt(descriptor, at, 4);
      if (number.length < 4 || walked > mostPagesWalked) return null;
      if (number.readUInt32BE(0) === 1) return readAt(descriptor, at + 4, pageBytes);
    }
    position = Math.ceil(at / sector) * sector;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
