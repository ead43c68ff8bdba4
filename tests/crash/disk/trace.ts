/** One change to a file, as the shim wrote it down. */
export type DiskRecord = { readonly path: string /** Position in the trace after this record. */; readonly end: number } & (
  | { readonly kind: 'create' | 'sync' | 'sync-folder' | 'unlink' }
  | { readonly kind: 'truncate'; readonly size: number }
  | { readonly kind: 'write'; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'rename'; readonly to: string }
);

const headBytes = 16;

/** The records of a trace; what a dying process left of the last one is dropped. */
export function readTrace(trace: Buffer): DiskRecord[] {
  const records: DiskRecord[] = [];
  for (let at = 0; at + headBytes <= trace.length; ) {
    const kind = String.fromCharCode(trace.readUInt8(at));
    const pathEnd = at + headBytes + trace.readUInt16LE(at + 2);
    const end = pathEnd + trace.readUInt32LE(at + 4);
    if (end > trace.length) break;
    const path = trace.toString('utf8', at + headBytes, pathEnd);
    const offset = Number(trace.readBigUInt64LE(at + 8));
    records.push(recordOf(kind, { path, end }, offset, trace.subarray(pathEnd, end)));
    at = end;
  }
  return records;
}

function recordOf(kind: string, base: { path: string; end: number }, offset: number, data: Buffer): DiskRecord {
  if (kind === 'C') return { ...base, kind: 'create' };
  if (kind === 'T') return { ...base, kind: 'truncate', size: offset };
  if (kind === 'W') return { ...base, kind: 'write', offset, data };
  if (kind === 'S') return { ...base, kind: 'sync' };
  if (kind === 'D') return { ...base, kind: 'sync-folder' };
  if (kind === 'U') return { ...base, kind: 'unlink' };
  if (kind === 'R') return { ...base, kind: 'rename', to: data.toString('utf8') };
  throw new Error(`The trace holds a record of unknown kind ${kind}.`);
}
