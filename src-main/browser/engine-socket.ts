import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { parse } from 'hono/utils/cookie';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { comesFromOwnPage } from './request-guard.ts';
import { cookieName, type DoorSetup, originOf } from './routes.ts';

/** What a page sends is small; what it gets may be large. */
const largestPageMessageBytes = 32 * 1024 ** 2;

/** Close codes that the page knows (`engine-client`). */
export const engineStoppedCode = 4001;
export const doorClosedCode = 4002;

/** Opens each page's line to the engine on `/engine`; every upgrade is checked like a request that changes something. */
export function acceptEngineSockets(server: Server, setup: DoorSetup): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestPageMessageBytes, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const status = refusalStatus(request, setup);
    if (status) refuseUpgrade(socket, status);
    else sockets.handleUpgrade(request, socket, head, (page) => join(page, setup.engine));
  });
  return {
    close: () => {
      for (const page of sockets.clients) page.close(doorClosedCode);
      sockets.close();
    },
  };
}

function refusalStatus(request: IncomingMessage, setup: DoorSetup): 401 | 403 | 404 | null {
  const origin = originOf((name) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  });
  if (!comesFromOwnPage(origin, setup.port())) return 403;
  const name = cookieName(setup.port());
  if (!setup.keys.admits(parse(request.headers.cookie ?? '', name)[name])) return 401;
  return request.url === '/engine' ? null : 404;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function join(page: WebSocket, engine: EngineSupervisor): void {
  if (!engine.isRunning) {
    page.close(engineStoppedCode);
    return;
  }
  const line = engine.openLine({
    send: (data) => page.send(data),
    stopped: () => page.close(engineStoppedCode),
  });
  page.on('message', (data, isBinary) => line.send(isBinary ? bytesOf(data) : data.toString()));
  page.on('close', () => line.close());
  page.on('error', () => page.terminate());
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
