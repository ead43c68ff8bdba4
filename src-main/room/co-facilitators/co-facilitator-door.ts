import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { acceptEngineSockets } from '../../serving/engine-socket.ts';
import { createRoutes } from '../../serving/routes.ts';
import type { Served } from '../../serving/served.ts';
import type { EngineAcross } from '../engine-across.ts';
import type { NetworkFolders } from '../network-wire.ts';
import { wayInForCoFacilitators } from './way-in.ts';

export interface CoFacilitatorDoor {
  readonly port: number;
  /** Closes the pages of somebody who was shown out. */
  drop(visitorId: string): void;
  close(): Promise<void>;
}

/** Tables that a co-facilitator brings; a project's largest files are the lead's own. */
const uploadLimitBytes = 256 * 1024 ** 2;
const headersPatienceMs = 10_000;

/** The whole application, for people who came in with a code, on one address of the local network. */
export async function openCoFacilitatorDoor(options: {
  address: string;
  port: number;
  folders: NetworkFolders;
  engine: EngineAcross;
}): Promise<CoFacilitatorDoor> {
  const { address, folders, engine } = options;
  let port = 0;
  const served: Served = {
    engine: {
      get isRunning() {
        return engine.isRunning;
      },
      // The lead's own door starts the engine; from here one only waits for it.
      start: async () => {},
      ask: (name, ask) => {
        if (name !== 'hand' && name !== 'locate') return Promise.reject(new Error(`not asked from here: ${name}`));
        return engine.ask(name, ask as never) as Promise<never>;
      },
      openLine: (page, visitor) => engine.openLine(page, visitor),
    },
    folders,
    pageFolder: folders.pageFolder,
    uploadLimitBytes,
    ...wayInForCoFacilitators({ folders, engine, host: () => `${address}:${port}`, port: () => port }),
  };
  const server = createAdaptorServer({ fetch: createRoutes(served).fetch }) as Server;
  server.headersTimeout = headersPatienceMs;
  server.requestTimeout = 0;
  const sockets = acceptEngineSockets(server, served);
  port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : options.port);
    });
  });
  return {
    port,
    drop: sockets.drop,
    close: async () => {
      sockets.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
