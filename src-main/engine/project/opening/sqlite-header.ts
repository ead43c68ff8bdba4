/** The first 100 bytes of every SQLite file (sqlite.org/fileformat2.html, section 1.3), as far as opening needs them. */
export interface SqliteHeader {
  /** Bytes per page. */
  readonly pageSize: number;
  /** Grows by one with every commit. */
  readonly changeCounter: number;
  /** Pages the file should have; null when an old program wrote it last and the number does not count. */
  readonly pageCount: number | null;
  readonly userVersion: number;
  readonly applicationId: number;
  /** The file says that its newest changes may be in a write-ahead log. */
  readonly hasWriteAheadLog: boolean;
}

const headerBytes = 100;
export const sqliteMagic = Buffer.from('SQLite format 3\0', 'latin1');

/** Every project has pages of this many bytes, encrypted or not. */
export const projectPageBytes = 4096;

export function hasSqliteMagic(bytes: Buffer): boolean {
  return bytes.length >= headerBytes && bytes.subarray(0, sqliteMagic.length).equals(sqliteMagic);
}

export function readSqliteHeader(bytes: Buffer): SqliteHeader {
  const pageSize = bytes.readUInt16BE(16);
  const changeCounter = bytes.readUInt32BE(24);
  return {
    pageSize: pageSize === 1 ? 65_536 : pageSize,
    changeCounter,
    pageCount: bytes.readUInt32BE(92) === changeCounter ? bytes.readUInt32BE(28) : null,
    userVersion: bytes.readUInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
    hasWriteAheadLog: bytes[18] === 2 || bytes[19] === 2,
  };
}
