import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { type OpenableLook, projectPageBytes, readAt } from './look-at-file.ts';
import { readSqliteHeader } from './sqlite-header.ts';

/**
 * A file beside a project that SQLite would take for the project's own unfinished work and write into it, without asking whose it is. Its
 * journal holds the former content of pages; it is the project's own after a power cut, and a stranger's after files were copied about.
 */
export type SideFile = { readonly kind: 'none' } | { readonly kind: 'own'; readonly path: string } | { readonly kind: 'foreign'; readonly path: string };

export function findSideFile(path: string, look: OpenableLook): SideFile {
  const log = `${path}-wal`;
  // A project keeps no write-ahead log; another tool may have given it one, and then its header says so.
  const hasLog = look.kind === 'sqlite' && look.header.hasWriteAheadLog;
  if (sizeOf(log) > 0) return { kind: hasLog ? 'own' : 'foreign', path: log };
  const journal = `${path}-journal`;
  if (sizeOf(journal) === 0) return { kind: 'none' };
  const descriptor = openSync(journal, 'r');
  try {
    return judgeJournal(descriptor, journal, look);
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

function judgeJournal(descriptor: number, path: string, look: OpenableLook): SideFile {
  const header = readAt(descriptor, 0, journalHeaderBytes);
  // An ended journal begins with zeros, an unbegun one is short: SQLite takes neither for work to undo.
  if (header.length < journalHeaderBytes || header[0] === 0) return { kind: 'none' };
  if (!header.subarray(0, journalMagic.length).equals(journalMagic)) return { kind: 'foreign', path };
  const pagesBefore = header.readUInt32BE(16);
  const pageBytes = look.kind === 'sqlite' ? look.header.pageSize : projectPageBytes;
  const fits = header.readUInt32BE(24) === pageBytes && firstPageFits(findFirstPage(descriptor, pageBytes), pagesBefore, look);
  return { kind: fits ? 'own' : 'foreign', path };
}

function firstPageFits(former: Buffer | null, pagesBefore: number, look: OpenableLook): boolean {
  if (look.kind === 'sealed') {
    // What is encrypted shows nothing but the file's own salt at its beginning.
    return former ? former.subarray(0, 16).equals(look.head.subarray(0, 16)) : pagesBefore * projectPageBytes === look.size;
  }
  // The file's first page has not been touched, so it still says how long the file was.
  if (!former) return look.header.pageCount === pagesBefore;
  const before = readSqliteHeader(former);
  const sinceThen = look.header.changeCounter - before.changeCounter;
  const isSameProject = before.applicationId === look.header.applicationId || before.applicationId === 0;
  return isSameProject && (sinceThen === 0 || sinceThen === 1) && (before.pageCount === null || before.pageCount === pagesBefore);
}

/** The former content of the file's first page, if the journal holds it. */
function findFirstPage(descriptor: number, pageBytes: number): Buffer | null {
  let position = 0;
  let walked = 0;
  for (;;) {
    const header = readAt(descriptor, position, journalHeaderBytes);
    if (header.length < journalHeaderBytes || !header.subarray(0, journalMagic.length).equals(journalMagic)) return null;
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
