/** A browser door in a process of its own, as the benchmark of the room starts it: `door-process.ts FOLDER`. Tells its address, then the engine's process id whenever asked. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowserDoor } from '#main/browser/browser-door.ts';

const [folder = ''] = process.argv.slice(2);
// Nobody looks at the page: it only has to be there.
const pageFolder = join(folder, 'page');
mkdirSync(pageFolder, { recursive: true });
writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>');
const resources = fileURLToPath(new URL('../../../resources/', import.meta.url));
const door = await startBrowserDoor({
  port: 0,
  pageFolder,
  folders: { settings: join(folder, 'settings'), projects: folder, temporary: join(folder, 'temporary'), resources },
});

process.on('message', (message) => {
  if (message === 'engine') process.send?.({ engine: door.engineProcessId() ?? 0 });
  if (message === 'close') void door.close().finally(() => process.exit(0));
});
// The benchmark may be interrupted.
process.on('disconnect', () => process.exit(0));
process.send?.({ url: door.url, port: door.port });
