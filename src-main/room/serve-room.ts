import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { type RoomLimits, roomLimits } from './room-limits.ts';

export interface RoomServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens for phones. Whoever is slow to say what they want is cut, so that connections stay free for the others: by the server's own timeouts, and at
 * once when there are too many. Rejects with the system's own error (`EADDRINUSE`, `EADDRNOTAVAIL`, `EACCES`).
 */
export async function serveRoom(app: Hono, options: { address: string; port: number; limits?: Partial<RoomLimits> }): Promise<RoomServer> {
  const limits = { ...roomLimits, ...options.limits };
  const server = createAdaptorServer({
    fetch: (request, env) => ('incoming' in env && env.incoming.socket?.destroyed ? new Response(null, { status: 400 }) : app.fetch(request, env)),
    createServer,
    serverOptions: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: Math.min(2_000, limits.headersTimeoutMs),
    },
  }) as Server;
  server.maxHeadersCount = 60;
  server.setTimeout(limits.idleTimeoutMs, (socket) => socket.destroy());
  // Pages are one request each: nobody upgrades a connection.
  server.on('upgrade', (_request, socket) => socket.destroy());
  boundConnections(server, limits);
  const port = await listen(server, options.address, options.port);
  return {
    port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Requests on one connection that wait for their answers; browsers send the next only when they have the last. */
const mostAtOnce = 8;

/** Where there are too many, the one that has waited longest without a request under way makes room; where all are at work, the new one is refused. */
function boundConnections(server: Server, limits: RoomLimits): void {
  const byAddress = new Map<string, Set<Socket>>();
  const atWork = new Map<Socket, number>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const own = byAddress.get(address) ?? new Set<Socket>();
    const crowd = own.size >= limits.connectionsPerAddress ? [own] : count >= limits.connections ? [...byAddress.values()] : null;
    if (crowd) {
      const idle = firstIdle(crowd, atWork);
      if (!idle) return void socket.destroy();
      idle.destroy();
    }
    own.add(socket);
    byAddress.set(address, own);
    count += 1;
    socket.once('close', () => {
      count -= 1;
      atWork.delete(socket);
      own.delete(socket);
      if (own.size === 0 && byAddress.get(address) === own) byAddress.delete(address);
    });
  });
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const underWay = (atWork.get(socket) ?? 0) + 1;
    if (underWay > mostAtOnce) return void socket.destroy();
    atWork.set(socket, underWay);
    response.once('close', () => {
      const left = (atWork.get(socket) ?? 1) - 1;
      if (left > 0) atWork.set(socket, left);
      else atWork.delete(socket);
    });
  });
}

function firstIdle(crowds: readonly Set<Socket>[], atWork: ReadonlyMap<Socket, number>): Socket | undefined {
  // The largest crowd gives way: an address that holds many connections never takes those of the others.
  const largest = crowds.reduce((one, other) => (other.size > one.size ? other : one));
  for (const socket of largest) if (!atWork.has(socket) && !socket.destroyed) return socket;
  return undefined;
}

function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address, port, backlog: 511 }, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}
