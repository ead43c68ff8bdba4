import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RoomSettings, roomSettingsSchema } from '#shared/domain/room.ts';

/** How rooms are opened on this machine. The Wi-Fi password stays here and enters no project. A damaged setting is the default one. */
export function readRoomSettings(settingsFolder: string): RoomSettings {
  try {
    return roomSettingsSchema.parse(JSON.parse(readFileSync(pathIn(settingsFolder), 'utf8')));
  } catch {
    return roomSettingsSchema.parse({});
  }
}

export function writeRoomSettings(settingsFolder: string, settings: RoomSettings): void {
  mkdirSync(settingsFolder, { recursive: true });
  const half = `${pathIn(settingsFolder)}.part`;
  writeFileSync(half, JSON.stringify(settings), { mode: 0o600 });
  renameSync(half, pathIn(settingsFolder));
}

const pathIn = (folder: string) => join(folder, 'room-settings.json');
