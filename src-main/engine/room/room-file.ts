import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { roomSettingsSchema, wallViewSchema } from '#shared/domain/room.ts';
import { readStored, writeStored } from '../stored-setting.ts';

const storedSchema = z.object({
  projectId: z.string(),
  workshopId: z.string(),
  openedAt: z.string(),
  /** Base64url, 256 bits: what the phones' secrets are made from while this room is open. */
  secret: z.string().min(43),
  codes: z.array(z.object({ code: z.string(), until: z.number() })),
  wall: wallViewSchema,
  asks: roomSettingsSchema.shape.asks,
});
/** What an open room needs to go on in another process; the seats themselves are in the project file. */
export type StoredRoom = z.infer<typeof storedSchema>;

/** A small file beside the other settings, readable by this person only. */
export class RoomFile {
  readonly #path: string;
  constructor(settingsFolder: string) {
    this.#path = join(settingsFolder, 'room.json');
  }

  /** Null where no room was left open; a damaged file is none. */
  read(): StoredRoom | null {
    return readStored(this.#path, storedSchema);
  }

  /** Whole at every moment. A folder that cannot be written costs only that a broken engine forgets the room. */
  write(room: StoredRoom): void {
    try {
      writeStored(this.#path, room, { isSecret: true });
    } catch (error) {
      console.error(error);
    }
  }

  remove(): void {
    rmSync(this.#path, { force: true });
    rmSync(`${this.#path}.part`, { force: true });
  }
}
