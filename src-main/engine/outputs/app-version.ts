import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The application's version, from the package beside its resources; empty where there is none. */
export function readAppVersion(resourcesFolder: string): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(resourcesFolder, '..', 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
  } catch {
    return '';
  }
}
