import { dirname } from 'node:path';
import type { Chance } from '../../../scripts/sample-city/random.ts';
import type { DiskRecord } from './trace.ts';

/** The unit that a disk writes wholly or not at all. */
const sectorBytes = 512;

type PendingWrite = { readonly kind: 'write'; readonly offset: number; readonly data: Buffer } | { readonly kind: 'truncate'; readonly size: number };

interface Content {
  synced: Buffer;
  pending: PendingWrite[];
}

interface Entry {
  readonly path: string;
  /** What the name stands for afterwards; null = removed. */
  readonly content: Content | null;
}

/**
 * What is lost with the power. `everything`: whatever was not synced. `folders`: only names (files made or removed) that were not synced.
 * `some`: any part of it by chance, in sectors, whatever the order it was written in.
 */
export const lossKinds = ['everything', 'folders', 'some'] as const;
export type LossKind = (typeof lossKinds)[number];

/**
 * A disk whose cache is lost with its power: a write lasts only once its file was synced, a name only once its folder was. Fed with the
 * record of what a program did, it makes the files that a power cut at that moment could have left.
 */
export class CachedDisk {
  readonly #names = new Map<string, Content>();
  readonly #syncedNames = new Map<string, Content>();
  #pendingNames: Entry[][] = [];

  take(record: DiskRecord): void {
    const { path } = record;
    const content = this.#names.get(path);
    if (record.kind === 'create') this.#rename([{ path, content: { synced: Buffer.alloc(0), pending: [] } }]);
    else if (record.kind === 'unlink') this.#rename([{ path, content: null }]);
    else if (record.kind === 'rename')
      this.#rename([
        { path, content: null },
        { path: record.to, content: content ?? null },
      ]);
    else if (record.kind === 'sync-folder') this.#syncNames(path);
    else if (!content) return;
    else if (record.kind === 'sync') sync(content);
    else if (record.kind === 'write' || record.kind === 'truncate') content.pending.push(record);
  }

  /** Files by path after a power cut now. */
  afterPowerCut(loss: LossKind, chance: Chance): Map<string, Buffer> {
    const names = new Map(this.#syncedNames);
    // Names change in order, as in the journal of a file system.
    const kept = loss === 'some' ? chance.whole(0, this.#pendingNames.length) : 0;
    for (const entries of this.#pendingNames.slice(0, kept)) for (const entry of entries) apply(names, entry);
    return new Map([...names].map(([path, content]) => [path, remains(content, loss, chance)]));
  }

  #rename(entries: Entry[]): void {
    for (const entry of entries) apply(this.#names, entry);
    this.#pendingNames.push(entries);
  }

  #syncNames(folder: string): void {
    const isInside = (entries: Entry[]) => entries.some(({ path }) => dirname(path) === folder);
    for (const entries of this.#pendingNames.filter(isInside)) for (const entry of entries) apply(this.#syncedNames, entry);
    this.#pendingNames = this.#pendingNames.filter((entries) => !isInside(entries));
  }
}

function apply(names: Map<string, Content>, { path, content }: Entry): void {
  if (content) names.set(path, content);
  else names.delete(path);
}

function sync(content: Content): void {
  content.synced = content.pending.reduce(written, content.synced);
  content.pending = [];
}

function remains({ synced, pending }: Content, loss: LossKind, chance: Chance): Buffer {
  if (loss === 'everything') return Buffer.from(synced);
  if (loss === 'folders') return pending.reduce(written, Buffer.from(synced));
  return pending.flatMap((write) => partsKept(write, chance)).reduce(written, Buffer.from(synced));
}

/** Half of the writes are whole or lost, the others lose single sectors. */
function partsKept(write: PendingWrite, chance: Chance): PendingWrite[] {
  if (write.kind === 'truncate' || chance.happens(0.5)) return chance.happens(0.5) ? [write] : [];
  const parts: PendingWrite[] = [];
  for (let at = 0; at < write.data.length; at += sectorBytes) {
    if (chance.happens(0.5)) parts.push({ kind: 'write', offset: write.offset + at, data: write.data.subarray(at, at + sectorBytes) });
  }
  return parts;
}

/** The file after one write; bytes that were never written are zero. */
function written(file: Buffer, write: PendingWrite): Buffer {
  const size = write.kind === 'truncate' ? write.size : Math.max(file.length, write.offset + write.data.length);
  let after = file;
  if (size < file.length) after = file.subarray(0, size);
  if (size > file.length) after = Buffer.concat([file, Buffer.alloc(size - file.length)]);
  // `synced` of the moment before is never needed again, images work on copies.
  if (write.kind === 'write') write.data.copy(after, write.offset);
  return after;
}
