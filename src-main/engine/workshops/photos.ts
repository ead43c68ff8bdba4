import { readFile, stat } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Photo, type PhotoInput, photoSchema } from '#shared/domain/workshops.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { sessionNow } from './log.ts';
import { mostPhotoBytes, type ShrunkPhoto, shrinkPhoto } from './shrink-photo.ts';

const rows = sql
  .selectFrom('photo as p')
  .leftJoin('photo_content as c', 'c.photo_id', 'p.id')
  .selectAll('p')
  .select(({ fn }) => fn<number | null>('length', ['c.jpeg']).as('bytes'));

/** A workshop's photos in the order in which they came. */
export function listPhotos(project: OpenProject, workshopId: string): Photo[] {
  return project.all(rows.where('p.workshop_id', '=', workshopId).orderBy('p.id')).map(readPhoto);
}

export function findPhoto(project: OpenProject, id: string): Photo {
  return readPhoto(project.found(rows.where('p.id', '=', id)));
}

/** Reads a handed-in file and makes it small. Refusals: `file/not-found`, `photo/...`. */
export async function readPhotoFile(path: string): Promise<ShrunkPhoto> {
  const found = await stat(path).catch(() => refuse('file/not-found'));
  if (found.size > mostPhotoBytes) refuse('photo/too-large', { megabytes: Math.round(mostPhotoBytes / 1e6) });
  return shrinkPhoto(await readFile(path));
}

/** Adds a photo; one that shows people is not for publishing until somebody says so. */
export function addPhoto(write: ChangeWriter, project: OpenProject, place: { workshopId: string; shrunk: ShrunkPhoto }, input: Partial<PhotoInput>): string {
  const id = uuidv7();
  const { jpeg, thumbnail, width, height } = place.shrunk;
  write.run(
    sql.insertInto('photo').values({
      id,
      workshop_id: place.workshopId,
      session_id: input.sessionId === undefined ? sessionNow(project, place.workshopId) : input.sessionId,
      caption: input.caption ?? '',
      added_at: project.nowText(),
      width,
      height,
      shows_people: Number(input.showsPeople ?? true),
      may_be_published: Number(input.mayBePublished ?? false),
    }),
  );
  write.run(sql.insertInto('photo_content').values({ photo_id: id, jpeg, thumbnail }));
  return id;
}

export function updatePhoto(write: ChangeWriter, before: Photo, patch: Partial<PhotoInput>): void {
  const { sessionId, caption, showsPeople, mayBePublished } = { ...before, ...given(patch) };
  write.run(
    sql
      .updateTable('photo')
      .set({ session_id: sessionId, caption, shows_people: Number(showsPeople), may_be_published: Number(mayBePublished) })
      .where('id', '=', before.id),
  );
}

/** The picture itself; refused as `object/not-found` where the file has lost it. */
export function photoImage(project: OpenProject, id: string, size: 'small' | 'whole'): Buffer {
  const row = project.found(
    sql
      .selectFrom('photo_content')
      .select(size === 'small' ? 'thumbnail as image' : 'jpeg as image')
      .where('photo_id', '=', id),
  );
  return Buffer.from(row.image);
}

function readPhoto(row: {
  id: string;
  workshop_id: string;
  session_id: string | null;
  caption: string;
  added_at: string;
  width: number;
  height: number;
  shows_people: number;
  may_be_published: number;
  bytes: number | null;
}): Photo {
  return photoSchema.parse({
    ...row,
    workshopId: row.workshop_id,
    sessionId: row.session_id,
    addedAt: row.added_at,
    showsPeople: row.shows_people === 1,
    mayBePublished: row.may_be_published === 1,
    byteCount: row.bytes ?? 0,
  });
}
