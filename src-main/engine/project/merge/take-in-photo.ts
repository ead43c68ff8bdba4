import type { Connection } from '../project-file.ts';

/** Takes the bytes of a photo over from another copy where this file has none. True when they are here. */
export function takeInPhoto(connection: Connection, other: Pick<Connection, 'prepare'>, photoId: string): boolean {
  const isHere = connection.prepare<[string], number>('SELECT 1 FROM photo_content WHERE photo_id = ?').pluck();
  if (isHere.get(photoId)) return true;
  const row = other.prepare<[string], { jpeg: Buffer; thumbnail: Buffer }>('SELECT jpeg, thumbnail FROM photo_content WHERE photo_id = ?').get(photoId);
  if (!row) return false;
  connection.prepare<[string, Buffer, Buffer]>('INSERT INTO photo_content (photo_id, jpeg, thumbnail) VALUES (?, ?, ?)').run(photoId, row.jpeg, row.thumbnail);
  return true;
}
