import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { v7 as uuidv7 } from 'uuid';
import type { Release, ReleasedTable, ReleaseKind } from '#shared/domain/releases.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

export interface ReleaseContent {
  readonly tables: readonly ReleasedTable[];
  readonly hidden: Release['hidden'];
}

/** A release with what was in it. */
export interface StoredRelease {
  readonly id: string;
  readonly at: string;
  readonly kind: ReleaseKind;
  readonly name: string;
  readonly revision: number;
  readonly isWithdrawn: boolean;
  readonly content: ReleaseContent;
}

/** Newest first. A row that cannot be read any more counts as empty. */
export function storedReleases(project: OpenProject): StoredRelease[] {
  return project
    .all(sql.selectFrom('release').selectAll().orderBy('at', 'desc').orderBy('id', 'desc'))
    .map(({ id, at, kind, name, revision, is_withdrawn, tables }) => ({
      id,
      at,
      kind: kind as ReleaseKind,
      name,
      revision,
      isWithdrawn: is_withdrawn === 1,
      content: unpack(tables),
    }));
}

export function listReleases(project: OpenProject): Release[] {
  return storedReleases(project).map(({ content, ...release }) => ({
    ...release,
    figureCount: content.tables.reduce((sum, table) => sum + table.counts.filter((count) => count !== null).length, 0),
    hidden: content.hidden,
    tables: content.tables.map((table) => [...table.by]),
  }));
}

/** Writes a release inside the change that tells of it. */
export function addRelease(write: ChangeWriter, release: { at: string; kind: ReleaseKind; name: string; content: ReleaseContent }): void {
  const { at, kind, name, content } = release;
  write.run(sql.insertInto('release').values({ id: uuidv7(), at, kind, name, revision: write.revision, tables: pack(content) }));
}

/** Says whether a release never left the team (then later outputs are not compared with it), or did after all. */
export function setWithdrawn(project: OpenProject, id: string, isWithdrawn: boolean): void {
  const release = project.first(sql.selectFrom('release').select(['name', 'is_withdrawn']).where('id', '=', id)) ?? refuse('object/not-found');
  const name = isWithdrawn ? 'releases.withdraw' : 'releases.countAgain';
  project.change({ name, params: { name: release.name }, subjects: ['outputs'] }, (write) => {
    write.run(
      sql
        .updateTable('release')
        .set({ is_withdrawn: isWithdrawn ? 1 : 0 })
        .where('id', '=', id),
    );
  });
}

function pack(content: ReleaseContent): Uint8Array {
  return deflateRawSync(JSON.stringify(content));
}

function unpack(bytes: Uint8Array): ReleaseContent {
  try {
    return JSON.parse(inflateRawSync(bytes).toString('utf8')) as ReleaseContent;
  } catch {
    return { tables: [], hidden: { small: 0, protects: 0, released: 0 } };
  }
}
