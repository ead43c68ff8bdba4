import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { parse } from 'hono/utils/cookie';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { comesFromOwnPage, originOf } from './request-guard.ts';
import type { Admission, Served } from './served.ts';

/** What a page sends is small; what it gets may be large. */
const largestPageMessageBytes = 32 * 1024 ** 2;

/** Close codes that the page knows (`engine-client`). */
const engineStoppedCode = 4001;
const doorClosedCode = 4002;

/** Opens each page's line to the engine on `/engine`; every upgrade is checked like a request that changes something. */
export function acceptEngineSockets(server: Server, served: Served): { close(): void; drop(visitorId: string): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestPageMessageBytes, perMessageDeflate: false });
  const visitors = new Map<WebSocket, string>();
  server.on('upgrade', (request, socket, head) => {
    // A page that goes away while it is checked.
    socket.on('error', () => socket.destroy());
    void admissionOf(request, served).then((admission) => {
      if (typeof admission === 'number') refuseUpgrade(socket, admission);
      else
        sockets.handleUpgrade(request, socket, head, (page) => {
          const { visitor } = admission;
          if (visitor) visitors.set(page, visitor.id);
          page.on('close', () => visitors.delete(page));
          join(page, served, admission);
        });
    });
  });
  return {
    close: () => {
      for (const page of sockets.clients) page.close(doorClosedCode);
      sockets.close();
    },
    drop: (visitorId) => {
      for (const [page, id] of visitors) if (id === visitorId) page.close(doorClosedCode);
    },
  };
}

async function admissionOf(request: IncomingMessage, served: Served): Promise<Admission | 401 | 403 | 404 | 503> {
  const origin = originOf((name) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  });
  if (!comesFromOwnPage(origin, served.hosts())) return 403;
  const name = served.cookieName();
  const admission = await served.admit(parse(request.headers.cookie ?? '', name)[name]).catch(() => null);
  if (!admission) return 401;
  if (request.url !== '/engine') return 404;
  return served.engine.isRunning ? admission : 503;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function join(page: WebSocket, { engine }: Served, { visitor }: Admission): void {
  if (!engine.isRunning) {
    page.close(engineStoppedCode);
    return;
  }
  const line = engine.openLine({ send: (data) => page.send(data), stopped: () => page.close(engineStoppedCode) }, visitor);
  page.on('message', (data, isBinary) => line.send(isBinary ? bytesOf(data) : data.toString()));
  page.on('close', () => line.close());
  page.on('error', () => page.terminate());
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
