import type { PageSource } from './page-source.ts';
import { decodeRecord, readSmall, readVarint, type Value } from './records.ts';

/** Kinds of pages of a b-tree, by their first byte. */
export const pageKinds = { indexInterior: 0x02, tableInterior: 0x05, indexLeaf: 0x0a, tableLeaf: 0x0d } as const;
export type PageKind = 'indexInterior' | 'tableInterior' | 'indexLeaf' | 'tableLeaf';

export interface Row {
  /** The rowid of a table's row; null in an index or a table without rowids. */
  readonly rowid: number | bigint | null;
  readonly values: readonly Value[];
}

export interface TreePage {
  readonly kind: PageKind;
  /** Pages below, left to right; with the largest rowid there, where the tree is a table's (null for the last). */
  readonly children: readonly { readonly page: number; readonly upTo: bigint | null }[];
  readonly rows: readonly Row[];
  /** Cells that could not be read. */
  readonly brokenCells: number;
  /** Pages that hold what did not fit. */
  readonly overflow: readonly number[];
}

const kindOfByte = new Map<number, PageKind>(Object.entries(pageKinds).map(([kind, byte]) => [byte, kind as PageKind]));

/** What a page holds as part of a b-tree (https://www.sqlite.org/fileformat.html#b_tree_pages); null where it is none or its head is broken. */
export function readTreePage(source: PageSource, page: number): TreePage | null {
  const bytes = source.read(page);
  if (!bytes) return null;
  const head = page === 1 ? 100 : 0;
  const kind = kindOfByte.get(bytes[head] ?? 0);
  if (!kind) return null;
  const isInterior = kind === 'tableInterior' || kind === 'indexInterior';
  const cellCount = bytes.readUInt16BE(head + 3);
  const pointers = head + (isInterior ? 12 : 8);
  if (pointers + cellCount * 2 > source.usableBytes) return null;
  const reader = new CellReader(source, bytes, kind);
  for (let cell = 0; cell < cellCount; cell += 1) reader.read(bytes.readUInt16BE(pointers + cell * 2), pointers + cellCount * 2);
  const last = isInterior ? [{ page: bytes.readUInt32BE(head + 8), upTo: null }] : [];
  return { kind, children: [...reader.children, ...last], rows: reader.rows, brokenCells: reader.brokenCells, overflow: reader.overflow };
}

class CellReader {
  readonly children: { page: number; upTo: bigint | null }[] = [];
  readonly rows: Row[] = [];
  readonly overflow: number[] = [];
  brokenCells = 0;
  readonly #source: PageSource;
  readonly #bytes: Buffer;
  readonly #kind: PageKind;

  constructor(source: PageSource, bytes: Buffer, kind: PageKind) {
    this.#source = source;
    this.#bytes = bytes;
    this.#kind = kind;
  }

  read(start: number, contentFrom: number): void {
    if (start < contentFrom || start >= this.#source.usableBytes || !this.#readCell(start)) this.brokenCells += 1;
  }

  #readCell(start: number): boolean {
    const isInterior = this.#kind === 'tableInterior' || this.#kind === 'indexInterior';
    if (isInterior && start + 4 > this.#source.usableBytes) return false;
    let at = start + (isInterior ? 4 : 0);
    if (this.#kind === 'tableInterior') {
      const key = readVarint(this.#bytes, at);
      if (!key) return false;
      this.children.push({ page: this.#bytes.readUInt32BE(start), upTo: key.value });
      return true;
    }
    if (isInterior) this.children.push({ page: this.#bytes.readUInt32BE(start), upTo: null });
    const size = readSmall(this.#bytes, at);
    if (!size) return false;
    at = size.next;
    let rowid: bigint | null = null;
    if (this.#kind === 'tableLeaf') {
      const read = readVarint(this.#bytes, at);
      if (!read) return false;
      rowid = read.value;
      at = read.next;
    }
    const payload = this.#payload(at, size.value);
    const values = payload && decodeRecord(payload);
    if (!values) return false;
    this.rows.push({ rowid: rowid === null ? null : asNumber(rowid), values });
    return true;
  }

  /** The part of a record on this page and what spilled over onto others. */
  #payload(at: number, byteCount: number): Buffer | null {
    const { usableBytes } = this.#source;
    const local = localBytes(usableBytes, byteCount, this.#kind === 'tableLeaf');
    if (at + local > usableBytes) return null;
    if (local === byteCount) return this.#bytes.subarray(at, at + local);
    if (at + local + 4 > usableBytes || byteCount > this.#source.pageCount * usableBytes) return null;
    const parts = [this.#bytes.subarray(at, at + local)];
    let missing = byteCount - local;
    for (let next = this.#bytes.readUInt32BE(at + local); missing > 0; ) {
      const page = this.#source.read(next);
      // A page of nothing but zeros was wiped: a real one has a successor or content.
      if (!page || next === 1 || this.overflow.length > this.#source.pageCount || isBlank(page)) return null;
      this.overflow.push(next);
      const count = Math.min(missing, usableBytes - 4);
      parts.push(page.subarray(4, 4 + count));
      missing -= count;
      next = page.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }
}

/** How much of a record lies on the page of its cell. */
function localBytes(usable: number, byteCount: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (byteCount <= most) return byteCount;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((byteCount - least) % (usable - 4));
  return wanted <= most ? wanted : least;
}

const isBlank = (page: Buffer): boolean => page.every((byte) => byte === 0);
const asNumber = (value: bigint): number | bigint => (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);
