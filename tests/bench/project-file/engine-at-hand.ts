import { join } from 'node:path';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import type { OpenProject } from '#main/engine/project/open-project.ts';
import type { Connection } from '#main/engine/project/project-file.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import { root } from '../measure.ts';

/** An engine in this process with folders of its own, and the contract as plain functions. */
export interface EngineAtHand {
  readonly engine: Engine;
  readonly client: EngineClient;
  readonly project: OpenProject;
  /** The open project's connection, for settings that no screen has. */
  readonly connection: Connection;
  open(path: string): Promise<void>;
  close(): void;
}

/** `isHasty`: changes do not wait for the disk, for work that only has to be there. */
export function startEngine(folder: string, options: { isHasty?: boolean } = {}): EngineAtHand {
  const engine = createEngine({
    folders: { settings: join(folder, 'settings'), projects: folder, resources: join(root, 'resources'), temporary: join(folder, 'temporary') },
  });
  let connection: Connection | undefined;
  engine.services.session.addHooks({
    opened: (held) => {
      connection = held.connection;
      if (options.isHasty) held.connection.pragma('synchronous = OFF');
    },
  });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  return {
    engine,
    client,
    get project() {
      return engine.services.session.require();
    },
    get connection() {
      if (!connection) throw new Error('no project is open');
      return connection;
    },
    open: async (path) => {
      await client.project.open({ file: engine.services.files.hand(path) });
    },
    close: () => engine.close(),
  };
}

/** Reads a stream of progress to its end and returns the answer. */
export async function answerOf<Answer>(stream: Promise<AsyncIterator<unknown, Answer>>): Promise<Answer> {
  const iterator = await stream;
  for (;;) {
    const next = await iterator.next();
    if (next.done) return next.value;
  }
}
