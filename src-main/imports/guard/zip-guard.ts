import { crc32, inflateRaw, constants as zlib } from 'node:zlib';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits, sizeText } from './limits.ts';

const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const END_RECORD_BYTES = 22;
const CENTRAL_ENTRY_BYTES = 46;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** A ZIP file whose directory was found harmless. */
export interface GuardedZip {
  /** Names of the files in it, folders left out, in the order of the directory. */
  readonly names: readonly string[];
  /** The inflated bytes of one file: never more than its directory states, and checked against its checksum. */
  read(name: string): Promise<Buffer>;
}

/**
 * Walks the central directory before any parser sees the file, and refuses what a real one never holds: zip64, several discs, repeated or climbing
 * names, too many or too large entries, too high a ratio, entries over one another (`file/zip-refused` with the reason; `file/password` when encrypted;
 * `file/damaged` when the directory is missing or wrong). Declared sizes can lie: `read` inflates with them as the bound.
 */
export function openZip(bytes: Buffer, fileName: string): GuardedZip {
  const entries = readDirectory(bytes, fileName);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: entries.map(({ name }) => name).filter((name) => !name.endsWith('/')),
    read: async (name) => {
      const entry = byName.get(name);
      if (!entry) throw new ForeignFileError('file/damaged', { fileName });
      return inflateEntry(bytes, entry, fileName);
    },
  };
}

/** Inflates every entry once, one after the other, so that a parser can be trusted with the whole file. */
export async function verifyZip(zip: GuardedZip, signal?: AbortSignal): Promise<void> {
  for (const name of zip.names) {
    signal?.throwIfAborted();
    await zip.read(name);
  }
}

function readDirectory(bytes: Buffer, fileName: string): Entry[] {
  const refuse = (reason: string): never => {
    throw new ForeignFileError('file/zip-refused', { fileName, reason });
  };
  const end = findEndRecord(bytes);
  if (end < 0) throw new ForeignFileError('file/damaged', { fileName });
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const hasLocator = end >= 20 && bytes.readUInt32LE(end - 20) === ZIP64_LOCATOR;
  if (hasLocator || count === 0xffff || start === 0xffffffff) refuse('zip64');
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count) refuse('several discs');
  if (count > limits.zipEntries) refuse('entries');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let offset = start;
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (offset + CENTRAL_ENTRY_BYTES > end || bytes.readUInt32LE(offset) !== CENTRAL_ENTRY) throw new ForeignFileError('file/damaged', { fileName });
    const { entry, flags, next } = readEntry(bytes, offset);
    if (flags & 0x2041) throw new ForeignFileError('file/password', { fileName });
    const key = entry.name.replaceAll('\\', '/').toLowerCase();
    if (names.has(key)) refuse('repeated name');
    names.add(key);
    if (key.split('/').includes('..') || key.startsWith('/') || /^[a-z]:/.test(key) || key.includes('\0')) refuse('name');
    if ([entry.packed, entry.size, entry.offset].includes(0xffffffff)) refuse('zip64');
    if (entry.method !== STORED && entry.method !== DEFLATED) refuse('method');
    if (entry.size > limits.zipEntry) refuse(`entry over ${sizeText(limits.zipEntry)}`);
    if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio) refuse('ratio');
    total += entry.size;
    if (total > limits.zipTotal) refuse(`total over ${sizeText(limits.zipTotal)}`);
    entries.push(entry);
    offset = next;
  }
  if (hasOverlap(entries, start)) refuse('overlap');
  return entries;
}

function findEndRecord(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_RECORD_BYTES - 0xffff);
  for (let at = bytes.length - END_RECORD_BYTES; at >= lowest; at--) if (bytes.readUInt32LE(at) === END_RECORD) return at;
  return -1;
}

function readEntry(bytes: Buffer, offset: number): { entry: Entry; flags: number; next: number } {
  const flags = bytes.readUInt16LE(offset + 8);
  const nameLength = bytes.readUInt16LE(offset + 28);
  const next = offset + CENTRAL_ENTRY_BYTES + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
  const name = bytes.toString(flags & 0x0800 ? 'utf8' : 'latin1', offset + CENTRAL_ENTRY_BYTES, offset + CENTRAL_ENTRY_BYTES + nameLength);
  const entry = {
    name,
    method: bytes.readUInt16LE(offset + 10),
    crc: bytes.readUInt32LE(offset + 16),
    packed: bytes.readUInt32LE(offset + 20),
    size: bytes.readUInt32LE(offset + 24),
    offset: bytes.readUInt32LE(offset + 42),
  };
  return { entry, flags, next };
}

/** Bombs without nesting let many entries share one stretch of packed bytes. */
function hasOverlap(entries: readonly Entry[], directory: number): boolean {
  let reached = 0;
  for (const { offset, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < reached) return true;
    reached = offset + 30 + packed;
  }
  return reached > directory;
}

async function inflateEntry(bytes: Buffer, entry: Entry, fileName: string): Promise<Buffer> {
  const damaged = () => new ForeignFileError('file/damaged', { fileName });
  const header = entry.offset;
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== LOCAL_ENTRY) throw damaged();
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw damaged();
  const content = entry.method === STORED ? packed : await inflateBounded(packed, entry.size, fileName);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged();
  return content;
}

function inflateBounded(packed: Buffer, size: number, fileName: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    inflateRaw(packed, { maxOutputLength: Math.max(1, size), finishFlush: zlib.Z_SYNC_FLUSH }, (error, content) => {
      if (error === null) resolve(content);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') reject(new ForeignFileError('file/zip-refused', { fileName, reason: 'stated size' }));
      else reject(new ForeignFileError('file/damaged', { fileName }));
    });
  });
}
