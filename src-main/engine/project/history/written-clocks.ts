import { editKind } from './change-log.ts';
import { type RowValues, type SqlValue, sameValue } from './row-values.ts';

/** When and by whom something was written; `writerKey` is this file's own, `writer` the name that all copies know. */
export interface FoldStamp {
  readonly clock: string;
  readonly writerKey: number;
  readonly writer: string;
  readonly sequence: number;
}

/** What a folded edit knows of the writes that it stands for. */
export interface FoldedClocks {
  /** The last time that each writer made, changed or kept the object. */
  readonly makers: ReadonlyMap<number, FoldStamp>;
  /** The last time that each writer removed it. */
  readonly removals: ReadonlyMap<number, FoldStamp>;
  /** The latest write of each column. */
  readonly writes: ReadonlyMap<string, { readonly stamp: FoldStamp; readonly value: SqlValue }>;
}

type StoredStamp = [clock: string, writerKey: number, sequence: number];
type StoredWrite = StoredStamp | [...StoredStamp, value: unknown] | null;

/** What stands for all columns that are not named. No column has this name. */
const others = '*';
const makerPrefix = '+';
const removalPrefix = '-';

/** Later by the rule that all copies follow: the clock, and where clocks are equal the writer's id. */
export function isLaterStamp(a: FoldStamp, b: FoldStamp): boolean {
  if (a.clock !== b.clock) return a.clock > b.clock;
  return a.writer === b.writer ? a.sequence > b.sequence : a.writer > b.writer;
}

/**
 * As `edit.clocks` holds it: JSON by column `[clock, writer key, sequence]`, with the value as fourth where `after` does not hold it; null where
 * `after` holds a value that nobody wrote in this span; `*` for columns that are not named; `+` and `-` with a writer's key for who made and
 * who removed it. Null when the edit stands for itself.
 */
export function writeClocks(clocks: FoldedClocks, after: RowValues | null, into: { writerKey: number; sequence: number }): string | null {
  const isInto = (stamp: FoldStamp) => stamp.writerKey === into.writerKey && stamp.sequence === into.sequence;
  const all = [...clocks.makers.values(), ...clocks.removals.values(), ...[...clocks.writes.values()].map(({ stamp }) => stamp)];
  const isPlain = all.every(isInto) && clocks.removals.size + clocks.makers.size === 1 && [...clocks.writes].every(([column]) => after && column in after);
  if (isPlain && Object.keys(after ?? {}).every((column) => clocks.writes.has(column))) return null;
  const stored: Record<string, StoredWrite> = {};
  for (const [key, stamp] of clocks.makers) stored[`${makerPrefix}${key}`] = short(stamp);
  for (const [key, stamp] of clocks.removals) stored[`${removalPrefix}${key}`] = short(stamp);
  const usual = mostUsed([...clocks.writes].flatMap(([column, { stamp, value }]) => (holds(after, column, value) ? [stamp] : [])));
  if (usual) stored[others] = short(usual);
  for (const column of Object.keys(after ?? {})) if (!clocks.writes.has(column)) stored[column] = null;
  for (const [column, { stamp, value }] of clocks.writes) {
    if (!holds(after, column, value)) stored[column] = [...short(stamp), written(value)];
    else if (stamp !== usual && !isSame(stamp, usual)) stored[column] = short(stamp);
  }
  return JSON.stringify(stored);
}

/** Reads what `writeClocks` wrote; the `own` stamp stands where nothing is said. */
export function readClocks(text: string, edit: { own: FoldStamp; kind: number; after: RowValues | null }, writerId: (key: number) => string): FoldedClocks {
  const stored = JSON.parse(text) as Record<string, StoredWrite>;
  const long = ([clock, writerKey, sequence]: StoredStamp | [...StoredStamp, unknown]): FoldStamp => ({
    clock,
    writerKey,
    sequence,
    writer: writerId(writerKey),
  });
  const makers = new Map<number, FoldStamp>();
  const removals = new Map<number, FoldStamp>();
  const writes = new Map<string, { stamp: FoldStamp; value: SqlValue }>();
  const usual = stored[others] ? long(stored[others]) : edit.own;
  for (const [column, value] of Object.entries(edit.after ?? {})) if (!(column in stored)) writes.set(column, { stamp: usual, value });
  for (const [name, entry] of Object.entries(stored)) {
    if (entry === null || name === others) continue;
    const stamp = long(entry);
    if (name.startsWith(makerPrefix)) makers.set(stamp.writerKey, stamp);
    else if (name.startsWith(removalPrefix)) removals.set(stamp.writerKey, stamp);
    else if (entry.length > 3) writes.set(name, { stamp, value: read((entry as [...StoredStamp, unknown])[3]) });
    else writes.set(name, { stamp, value: edit.after?.[name] ?? null });
  }
  if (makers.size + removals.size === 0) {
    (edit.kind === editKind.delete || edit.kind === editKind.tombstone ? removals : makers).set(edit.own.writerKey, edit.own);
  }
  return { makers, removals, writes };
}

/** The same with the writers' keys of another file. */
export function rekeyClocks(text: string, keyOfWriter: (key: number) => number): string {
  const stored = JSON.parse(text) as Record<string, StoredWrite>;
  const entries = Object.entries(stored).map(([name, entry]): [string, unknown] => {
    if (entry === null) return [name, null];
    const [clock, writerKey, sequence, ...value] = entry;
    const key = keyOfWriter(writerKey);
    const isWriter = name.startsWith(makerPrefix) || name.startsWith(removalPrefix);
    return [isWriter ? `${name.slice(0, 1)}${key}` : name, [clock, key, sequence, ...value]];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

function holds(after: RowValues | null, column: string, value: SqlValue): boolean {
  return after !== null && column in after && sameValue(after[column], value);
}

function short({ clock, writerKey, sequence }: FoldStamp): StoredStamp {
  return [clock, writerKey, sequence];
}

function isSame(a: FoldStamp, b: FoldStamp | undefined): boolean {
  return a.writerKey === b?.writerKey && a.sequence === b.sequence;
}

function mostUsed(stamps: readonly FoldStamp[]): FoldStamp | undefined {
  const counts = new Map<string, { stamp: FoldStamp; count: number }>();
  for (const stamp of stamps) {
    const name = `${stamp.writerKey} ${stamp.sequence}`;
    const known = counts.get(name) ?? { stamp, count: 0 };
    known.count += 1;
    counts.set(name, known);
  }
  let best: { stamp: FoldStamp; count: number } | undefined;
  for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
  return best?.stamp;
}

/** JSON has no bytes. */
function written(value: SqlValue): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}

function read(value: unknown): SqlValue {
  if (typeof value === 'object' && value !== null) return Buffer.from(String((value as { base64?: unknown }).base64 ?? ''), 'base64');
  return (value ?? null) as SqlValue;
}
