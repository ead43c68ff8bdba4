import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as doorModule from '#main/browser/browser-door.ts';

const builtDoor = new URL('../../../out/main/browser-door.js', import.meta.url).href;
const resources = fileURLToPath(new URL('../../../resources/', import.meta.url));

/**
 * A door with an engine of its own that keeps everything in this folder. It is the built one (an engine from the sources takes a second longer to
 * start, in every test), which `tests/e2e/build.ts` made new when a source was newer; the sources with a page that `PAGE_FOLDER` names.
 */
export async function startDoor(folder: string): Promise<doorModule.BrowserDoor> {
  const pageFolder = process.env.PAGE_FOLDER;
  const { startBrowserDoor }: typeof doorModule = await import(pageFolder ? '#main/browser/browser-door.ts' : builtDoor);
  return startBrowserDoor({
    port: 0,
    ...(pageFolder && { pageFolder }),
    folders: { settings: join(folder, 'settings'), projects: folder, temporary: join(folder, 'temporary'), resources },
  });
}
