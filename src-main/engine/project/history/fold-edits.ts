import { editKind } from './change-log.ts';
import { decodeRow, type RowValues, type SqlValue } from './row-values.ts';
import { type FoldedClocks, type FoldStamp, isLaterStamp, readClocks, writeClocks } from './written-clocks.ts';

/** An edit as it stands in the file, with the change that it is part of. */
export interface PastEdit {
  readonly kind: number;
  readonly before: string | Uint8Array | null;
  readonly after: string | Uint8Array | null;
  readonly clocks: string | null;
  readonly revision: number;
  readonly clock: string;
  readonly writerKey: number;
  readonly writer: string;
  readonly sequence: number;
  /** What a merge did here, 0 or 1: it follows from the changes that came in. */
  readonly isMerge: number;
  /** A change of another copy, 0 or 1: what it did here stands with its merge. */
  readonly isIncoming: number;
}

export interface FoldedEdit {
  readonly kind: number;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
  readonly clocks: string | null;
}

/**
 * What many edits of one object come to, as one. The file's own chain of states gives the before and after; all writes together, those of
 * other copies included, give who wrote which value when. Null = nothing is left to be told.
 */
export function foldEdits(edits: readonly PastEdit[], into: { writerKey: number; sequence: number }, writerId: (key: number) => string): FoldedEdit | null {
  const chain = foldChain(edits.filter((edit) => !edit.isIncoming));
  const clocks = foldClocks(
    edits.filter((edit) => !edit.isMerge),
    writerId,
  );
  if (chain.kind === editKind.keep && clocks.makers.size === 0 && clocks.removals.size === 0 && clocks.writes.size === 0) return null;
  // Known from others only, and gone with them.
  const kind = chain.kind === editKind.keep && clocks.removals.size > 0 && clocks.makers.size === 0 ? editKind.tombstone : chain.kind;
  return { ...chain, kind, clocks: writeClocks(clocks, chain.after, into) };
}

interface Chain {
  readonly kind: number;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

/** The file's own states, first and last. */
function foldChain(edits: readonly PastEdit[]): Chain {
  let wasThere: boolean | null = null;
  let isThere = false;
  let before: Record<string, SqlValue> = {};
  let isWhole = false;
  let now: Record<string, SqlValue> = {};
  let last: RowValues | null = null;
  for (const edit of edits) {
    if (edit.kind === editKind.keep) continue;
    const [old, next] = [decodeRow(edit.before), decodeRow(edit.after)];
    wasThere ??= edit.kind !== editKind.insert && edit.kind !== editKind.tombstone;
    if (wasThere && !isWhole && old) {
      // What was noted first is what stood there at the beginning.
      before = { ...old, ...before };
      isWhole = edit.kind === editKind.delete;
    }
    if (edit.kind === editKind.delete || edit.kind === editKind.tombstone) {
      last = old;
      now = {};
      isThere = false;
    } else {
      now = { ...now, ...next };
      isThere = true;
    }
  }
  if (wasThere === null) return { kind: editKind.keep, before: null, after: null };
  if (wasThere && isThere) return { kind: editKind.update, before, after: now };
  if (isThere) return { kind: editKind.insert, before: null, after: now };
  return wasThere ? { kind: editKind.delete, before, after: null } : { kind: editKind.tombstone, before: last, after: null };
}

/** Who wrote which value when; who made or removed it. Of each writer the last, of each column the latest. */
function foldClocks(edits: readonly PastEdit[], writerId: (key: number) => string): FoldedClocks {
  const makers = new Map<number, FoldStamp>();
  const removals = new Map<number, FoldStamp>();
  const writes = new Map<string, { stamp: FoldStamp; value: SqlValue }>();
  const keepLast = (stamps: Map<number, FoldStamp>, stamp: FoldStamp) => {
    const known = stamps.get(stamp.writerKey);
    if (!known || known.sequence < stamp.sequence) stamps.set(stamp.writerKey, stamp);
  };
  const keepLatest = (column: string, stamp: FoldStamp, value: SqlValue) => {
    const known = writes.get(column);
    if (!known || isLaterStamp(stamp, known.stamp)) writes.set(column, { stamp, value });
  };
  for (const edit of edits) {
    const { clock, writerKey, writer, sequence } = edit;
    const own: FoldStamp = { clock, writerKey, writer, sequence };
    const after = decodeRow(edit.after);
    if (edit.clocks !== null) {
      const earlier = readClocks(edit.clocks, { own, kind: edit.kind, after }, writerId);
      for (const stamp of earlier.makers.values()) keepLast(makers, stamp);
      for (const stamp of earlier.removals.values()) keepLast(removals, stamp);
      for (const [column, { stamp, value }] of earlier.writes) keepLatest(column, stamp, value);
      continue;
    }
    keepLast(edit.kind === editKind.delete || edit.kind === editKind.tombstone ? removals : makers, own);
    for (const [column, value] of Object.entries(after ?? {})) keepLatest(column, own, value);
  }
  return { makers, removals, writes };
}
