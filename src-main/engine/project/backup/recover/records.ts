/** A value as it lies in a file: whole numbers as bigint where a double would not hold them. */
export type Value = null | number | bigint | string | Buffer;

/** A variable-length integer of SQLite: up to nine bytes, the high bit says that more follow. Null where the bytes end. */
export function readVarint(bytes: Buffer, at: number): { value: bigint; next: number } | null {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    if (index === 8) return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: BigInt.asIntN(64, value), next: at + index + 1 };
  }
  return null;
}

/** A varint that must be a small number of this machine (sizes, types); null otherwise. */
export function readSmall(bytes: Buffer, at: number): { value: number; next: number } | null {
  // Nearly all are one byte.
  const first = bytes[at];
  if (first !== undefined && first < 0x80) return { value: first, next: at + 1 };
  const read = readVarint(bytes, at);
  return read && read.value >= 0n && read.value <= 0x7fffffffn ? { value: Number(read.value), next: read.next } : null;
}

/** The values of a record (https://www.sqlite.org/fileformat.html#record_format); null where it does not hold together. */
export function decodeRecord(payload: Buffer): Value[] | null {
  const header = readSmall(payload, 0);
  if (!header || header.value > payload.length || header.value < header.next) return null;
  const values: Value[] = [];
  let body = header.value;
  for (let at = header.next; at < header.value; ) {
    const type = readSmall(payload, at);
    if (!type || type.next > header.value) return null;
    const byteCount = bytesOfType(type.value);
    if (byteCount === null || body + byteCount > payload.length) return null;
    values.push(decodeValue(payload, body, type.value, byteCount));
    body += byteCount;
    at = type.next;
  }
  return body === payload.length ? values : null;
}

const numberBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function bytesOfType(type: number): number | null {
  if (type < numberBytes.length) return numberBytes[type] ?? null;
  // 10 and 11 are for SQLite's own use and never written.
  return type < 12 ? null : Math.floor((type - 12) / 2);
}

function decodeValue(bytes: Buffer, at: number, type: number, byteCount: number): Value {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 8) return 0;
  if (type === 9) return 1;
  if (type === 6) return wholeNumber(bytes.readBigInt64BE(at));
  if (type < 6) return bytes.readIntBE(at, byteCount);
  const content = bytes.subarray(at, at + byteCount);
  return type % 2 === 0 ? Buffer.from(content) : content.toString('utf8');
}

const wholeNumber = (value: bigint): number | bigint => (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value);
