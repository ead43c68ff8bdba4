import { deflateRawSync, inflateRawSync } from 'node:zlib';

export type SqlValue = string | number | null | Uint8Array;

/** A row, or some of its columns; links to keyed tables stand as ids. */
export type RowValues = Readonly<Record<string, SqlValue>>;

/** Beyond this many characters (a boundary, a list of problems) the text is deflated. */
const longestPlain = 1_000;

/** As the history stores it: JSON, deflated when long; null stays null. */
export function encodeRow(values: RowValues | null): string | Buffer | null {
  if (values === null) return null;
  const text = JSON.stringify(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writtenValue(value)])));
  return text.length > longestPlain ? deflateRawSync(text) : text;
}

export function decodeRow(stored: string | Uint8Array | null): RowValues | null {
  if (stored === null) return null;
  const text = typeof stored === 'string' ? stored : inflateRawSync(stored).toString('utf8');
  // Bytes are rare, and looking at every value for them takes most of the time.
  if (!text.includes('"base64"')) return JSON.parse(text) as RowValues;
  return JSON.parse(text, (_name, value: unknown) => (isWrittenBytes(value) ? Buffer.from(value.base64, 'base64') : value)) as RowValues;
}

/** JSON has no bytes. */
function writtenValue(value: SqlValue): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

function isWrittenBytes(value: unknown): value is { base64: string } {
  return typeof value === 'object' && value !== null && typeof (value as { base64?: unknown }).base64 === 'string' && Object.keys(value).length === 1;
}

export function sameValue(a: SqlValue | undefined, b: SqlValue | undefined): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return (a ?? null) === (b ?? null);
}
