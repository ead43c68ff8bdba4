import type { RowValues } from '../history/row-values.ts';

/** `[clock, writer key, sequence, value]`: what a folded edit keeps of a value that was written and does not stand. */
type Entry = readonly unknown[] | null;

/** The texts that a folded edit holds beside its row, by column. */
export function textsInClocks(clocks: string | null): RowValues {
  if (clocks === null) return {};
  const stored = JSON.parse(clocks) as Record<string, Entry>;
  return Object.fromEntries(Object.entries(stored).flatMap(([column, entry]) => (typeof entry?.[3] === 'string' ? [[column, entry[3]]] : [])));
}

/** The same edit with other values there. */
export function withTextsInClocks(clocks: string | null, values: RowValues): string | null {
  if (clocks === null || Object.keys(values).length === 0) return clocks;
  const stored = JSON.parse(clocks) as Record<string, Entry>;
  return JSON.stringify(
    Object.fromEntries(Object.entries(stored).map(([column, entry]) => [column, entry && column in values ? [...entry.slice(0, 3), values[column]] : entry])),
  );
}

/** Bytes that a folded edit keeps, replaced wherever it keeps some. */
export function withBytesInClocks(clocks: string | null, column: string, bytes: Buffer): string | null {
  if (clocks === null) return null;
  const stored = JSON.parse(clocks) as Record<string, Entry>;
  const entry = stored[column];
  if (!entry || entry.length < 4) return clocks;
  return JSON.stringify({ ...stored, [column]: [...entry.slice(0, 3), { base64: bytes.toString('base64') }] });
}
