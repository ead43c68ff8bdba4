import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The pages of a database file, one by one, however damaged the others are. Pages count from 1. */
export interface PageSource {
  readonly pageBytes: number;
  /** Bytes of a page that hold content: the rest is reserved (cipher). */
  readonly usableBytes: number;
  readonly pageCount: number;
  /** The page in plain, or null where it cannot be read or its seal is broken. */
  read(page: number): Buffer | null;
  close(): void;
}

const magic = Buffer.from('SQLite format 3\0', 'latin1');
const usualPageBytes = 4096;

export function openPages(path: string, passphrase: string | null): PageSource {
  const descriptor = openSync(path, 'r');
  const byteCount = fstatSync(descriptor).size;
  const head = Buffer.alloc(100);
  readSync(descriptor, head, 0, 100, 0);
  const cipher = passphrase === null || head.subarray(0, 16).equals(magic) ? null : sqlCipher(passphrase, head.subarray(0, 16));
  const pageBytes = cipher ? usualPageBytes : pageBytesOf(head);
  const usableBytes = pageBytes - (cipher ? cipher.reservedBytes : reservedBytesOf(head));
  return {
    pageBytes,
    usableBytes,
    // What a cut left of the last page is read as a whole one: its first cells may lie within.
    pageCount: Math.ceil(byteCount / pageBytes),
    read(page) {
      if (page < 1 || page > Math.ceil(byteCount / pageBytes)) return null;
      const bytes = Buffer.alloc(pageBytes);
      try {
        readSync(descriptor, bytes, 0, pageBytes, (page - 1) * pageBytes);
      } catch {
        return null;
      }
      return cipher ? cipher.open(bytes, page) : bytes;
    },
    close: () => closeSync(descriptor),
  };
}

/** The page size out of the header, or the one that every project file has. */
function pageBytesOf(head: Buffer): number {
  const stated = head.readUInt16BE(16);
  const bytes = stated === 1 ? 65_536 : stated;
  const isPossible = bytes >= 512 && (bytes & (bytes - 1)) === 0;
  return isPossible && head.subarray(0, 16).equals(magic) ? bytes : usualPageBytes;
}

function reservedBytesOf(head: Buffer): number {
  const reserved = head[20] ?? 0;
  return head.subarray(0, 16).equals(magic) && reserved <= 80 ? reserved : 0;
}

/**
 * Pages of the SQLCipher 4 scheme (https://www.zetetic.net/sqlcipher/design/): AES-256-CBC, an initialisation vector and an HMAC-SHA512 at the
 * end of each page, keys by PBKDF2-HMAC-SHA512 (256,000 rounds; 2 for the HMAC's) from the salt in the first 16 bytes of the file.
 */
function sqlCipher(passphrase: string, salt: Buffer): { reservedBytes: number; open(bytes: Buffer, page: number): Buffer | null } {
  const vectorBytes = 16;
  const sealBytes = 64;
  const reservedBytes = vectorBytes + sealBytes;
  const key = pbkdf2Sync(passphrase, salt, 256_000, 32, 'sha512');
  const sealKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  return {
    reservedBytes,
    open(bytes, page) {
      const start = page === 1 ? salt.length : 0;
      const content = bytes.subarray(start, bytes.length - reservedBytes);
      const vector = bytes.subarray(bytes.length - reservedBytes, bytes.length - sealBytes);
      const number = Buffer.alloc(4);
      number.writeUInt32LE(page);
      const seal = createHmac('sha512', sealKey)
        .update(bytes.subarray(start, bytes.length - sealBytes))
        .update(number)
        .digest();
      if (!seal.equals(bytes.subarray(bytes.length - sealBytes))) return null;
      const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
      const plain = Buffer.concat([decipher.update(content), decipher.final()]);
      return Buffer.concat([...(page === 1 ? [magic] : []), plain, Buffer.alloc(reservedBytes)]);
    },
  };
}
