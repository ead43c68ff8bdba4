import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { EngineSupervisor } from '#main/browser/engine-supervisor.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { Refusal } from '#shared/contract/refusal.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { resourcesFolder } from '../fixtures/engine.ts';

/** An engine in a process of its own, as the browser door runs it, with one client at the line. */
export interface EngineUnderTest {
  readonly client: EngineClient;
  /** A token for a path, as a dialog would give it. */
  hand(path: string): Promise<FileToken>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Sends SIGKILL now, and waits for nothing. */
  shoot(): void;
  readonly isGone: boolean;
  /** Resolves when the process is gone, by whoever's hand. */
  readonly gone: Promise<void>;
  /** Lets the engine close the project and end by itself. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** Settings and temporary files of the engine. */
  readonly folder: string;
  /** Where its projects are, and beside them the copies it makes by itself; in `folder` unless said otherwise. */
  readonly projects?: string;
  /** Added to the environment of its process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What Node remembers of the sources halves the start of an engine, which is most of the work here. */
const compiled = fileURLToPath(new URL('../../.cache/crash/compiled', import.meta.url));

export async function startEngine({ folder, projects = folder, environment = {} }: StartOptions): Promise<EngineUnderTest> {
  mkdirSync(folder, { recursive: true });
  const supervisor = new EngineSupervisor({
    folders: { settings: join(folder, 'settings'), projects, resources: resourcesFolder, temporary: join(folder, 'temporary') },
    // No page is served.
    pageFolder: folder,
  });
  await withEnvironment({ NODE_COMPILE_CACHE: compiled, ...environment }, () => supervisor.start());
  let isGone = false;
  const line = new EventTarget();
  const gone = new Promise<void>((resolve) => {
    line.addEventListener('close', () => {
      isGone = true;
      resolve();
    });
  });
  const page = {
    send: (data: string | Uint8Array) => line.dispatchEvent(new MessageEvent('message', { data })),
    stopped: () => line.dispatchEvent(new Event('close')),
  };
  const toEngine = supervisor.openLine(page, null);
  // All that the link uses of a WebSocket.
  const socket = Object.assign(line, { readyState: 1, send: (data: string | Uint8Array) => toEngine.send(data) });
  const shoot = () => {
    const id = supervisor.processId;
    if (id !== undefined) process.kill(id, 'SIGKILL');
  };
  return {
    client: createORPCClient<EngineClient>(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    hand: async (path) => (await supervisor.ask('hand', { path })).file,
    shoot,
    kill: () => {
      shoot();
      return gone;
    },
    get isGone() {
      return isGone;
    },
    gone,
    close: () => supervisor.close(),
  };
}

/** The supervisor forks before it first waits, so the process alone inherits these. */
function withEnvironment<Result>(environment: Readonly<Record<string, string>>, body: () => Result): Result {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    return body();
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** A copy of the open project beside it, as the engine makes them by itself; resolves with its acknowledgement. */
export async function makeCopy(engine: EngineUnderTest): Promise<void> {
  const stream = await engine.client.copies.make();
  while (!(await stream.next()).done);
}

/** The refusal that a call ended in; null for any other error (the engine's process is gone, or a bug). */
export function refusalIn(error: unknown): Refusal | null {
  return error instanceof ORPCError && error.code === 'REFUSED' ? (error.data as Refusal) : null;
}
