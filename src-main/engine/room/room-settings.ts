import { join } from 'node:path';
import { type RoomSettings, roomSettingsSchema } from '#shared/domain/room.ts';
import { readStored, writeStored } from '../stored-setting.ts';

/** How rooms are opened on this machine. The Wi-Fi password stays here and enters no project. A damaged setting is the default one. */
export function readRoomSettings(settingsFolder: string): RoomSettings {
  return readStored(pathIn(settingsFolder), roomSettingsSchema) ?? roomSettingsSchema.parse({});
}

export function writeRoomSettings(settingsFolder: string, settings: RoomSettings): void {
  writeStored(pathIn(settingsFolder), settings, { isSecret: true });
}

const pathIn = (folder: string) => join(folder, 'room-settings.json');
