import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What happens to a request on its way. `cut-answer` is the mean one: the engine took it, and the phone never hears of it. */
export const faults = ['dropped', 'duplicated', 'delayed', 'cut-request', 'cut-answer'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyProxy {
  readonly port: number;
  readonly counts: Readonly<Record<Fault | 'whole', number>>;
  close(): Promise<void>;
}

const delayMs = 1_500;

/** A bad network in front of a server: every fifth request meets a fault, each kind in its turn. One request on each connection. */
export async function startFaultyProxy(target: { host: string; port: number }): Promise<FaultyProxy> {
  const counts = { whole: 0, dropped: 0, duplicated: 0, delayed: 0, 'cut-request': 0, 'cut-answer': 0 };
  const open = new Set<Socket>();
  let requests = 0;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
    return socket;
  };
  const reach = () => keep(connect(target));

  const pass = async (phone: Socket, request: Buffer) => {
    requests += 1;
    const fault = requests % 5 === 0 ? (faults[(requests / 5) % faults.length] ?? 'dropped') : 'whole';
    counts[fault] += 1;
    if (fault === 'dropped') return void phone.destroy();
    if (fault === 'delayed') await pause(delayMs);
    if (fault === 'duplicated') reach().end(request);
    const server = reach();
    if (fault === 'cut-request') {
      server.write(request.subarray(0, Math.floor(request.length / 2)), () => server.destroy());
      return void phone.destroy();
    }
    server.write(request);
    server.on('data', (chunk) => {
      if (fault !== 'cut-answer') return void phone.write(chunk);
      phone.end(chunk.subarray(0, Math.floor(chunk.length / 2)));
      server.destroy();
    });
    server.once('close', () => phone.end());
    phone.once('close', () => server.end());
  };

  const server = createServer((phone) => {
    keep(phone);
    let bytes = Buffer.alloc(0);
    phone.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (!isWhole(bytes)) return;
      phone.removeAllListeners('data');
      void pass(phone, bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 511, resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    counts,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: *(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'))?.[1];
  return bytes.length >= end + 4 + Number(length ?? 0);
}
