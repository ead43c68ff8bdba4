import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A setting of this machine from its small JSON file; null where there is none. A damaged one is none. */
export function readStored<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Whole at every moment: the old setting or the new one. `isSecret`: nobody else at this machine may read it. */
export function writeStored(path: string, value: unknown, { isSecret = false } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.part`;
  writeFileSync(half, JSON.stringify(value, null, 2), isSecret ? { mode: 0o600 } : {});
  renameSync(half, path);
}
