import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';

export async function writeWorkbook(_data: ProfileData, _context: ExportContext): Promise<Uint8Array> {
  return new Uint8Array();
}
