import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { defaultFolders } from '../engine/default-folders.ts';
import type { EngineFolders } from '../engine/services.ts';
import { acceptEngineSockets } from '../serving/engine-socket.ts';
import { createRoutes } from '../serving/routes.ts';
import type { Served } from '../serving/served.ts';
import { defaultUploadLimitBytes } from '../serving/uploads.ts';
import { DoorKeys } from './door-keys.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { openInBrowser } from './open-in-browser.ts';
import { ownDoor } from './own-door.ts';

/** This machine only. The name `localhost` is not used: it may lead elsewhere. */
const loopback = '127.0.0.1';

export interface BrowserDoorOptions {
  /** Opened before the door is; a file that cannot be opened is refused with a `RefusalError`. */
  readonly projectFile?: string;
  /** 0: any free one. Absent: always the same one while it is free, because a browser keeps a person's settings by address. */
  readonly port?: number;
  /** Shows the address in the person's browser. */
  readonly open?: boolean;
  readonly folders?: EngineFolders;
  /** The built page; by default where the build puts it. */
  readonly pageFolder?: string;
  readonly uploadLimitBytes?: number;
}

export interface BrowserDoor {
  /** Lets one browser in, once. */
  readonly url: string;
  readonly port: number;
  /** Another address that lets one browser in. */
  newAddress(): string;
  /** The process the engine runs in now, for tests that end it. */
  engineProcessId(): number | undefined;
  close(): Promise<void>;
}

/** `out/renderer`, seen from the sources (`src-main/browser/`) and from the bundle (`out/main/`). */
export function builtPageFolder(): string {
  const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  return import.meta.url.endsWith('.ts') ? fromHere('../../out/renderer/') : fromHere('../renderer/');
}

/** Serves the application to browsers of this machine. Throws a plain error when the page was never built. */
export async function startBrowserDoor(options: BrowserDoorOptions = {}): Promise<BrowserDoor> {
  const pageFolder = options.pageFolder ?? builtPageFolder();
  if (!existsSync(join(pageFolder, 'index.html'))) throw new Error(`There is no built page in ${pageFolder}: run "npm run build" first.`);
  const folders = options.folders ?? defaultFolders();
  const engine = new EngineSupervisor({ folders, pageFolder });
  const keys = new DoorKeys();
  let port = 0;
  const uploadLimitBytes = options.uploadLimitBytes ?? defaultUploadLimitBytes;
  const served: Served = { engine, folders, pageFolder, uploadLimitBytes, ...ownDoor({ keys, folders, port: () => port }) };
  const server = createAdaptorServer({ fetch: createRoutes(served).fetch }) as Server;
  const sockets = acceptEngineSockets(server, served);

  const close = async () => {
    sockets.close();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await Promise.all([closed, engine.close()]);
    await rm(folders.temporary, { recursive: true, force: true });
  };
  try {
    [port] = await Promise.all([listen(server, options.port), engine.start()]);
    if (options.projectFile) await engine.ask('open', { path: options.projectFile });
  } catch (error) {
    await close();
    throw error;
  }

  const newAddress = () => `http://${loopback}:${port}/?token=${keys.newToken()}`;
  const url = newAddress();
  if (options.open) openInBrowser(url);
  return { url, port, newAddress, engineProcessId: () => engine.processId, close };
}

/** Unassigned by IANA. */
const usualPort = 47_470;

async function listen(server: Server, port: number | undefined): Promise<number> {
  if (port !== undefined) return listenOn(server, port);
  return listenOn(server, usualPort).catch(() => listenOn(server, 0));
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
