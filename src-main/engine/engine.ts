import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '#shared/contract/contract.ts';
import { FileDesk } from './files/file-desk.ts';
import { CopyKeeper } from './project/backup/copy-keeper.ts';
import { CopyShelf } from './project/backup/list-copies.ts';
import { readAuthor } from './project/history/author-setting.ts';
import { ProjectSession } from './project/project-session.ts';
import { RecentProjects } from './project/recent-projects.ts';
import { RoomKeeper, type RoomLink } from './room/room-keeper.ts';
import { router } from './router.ts';
import type { Aside, Door, EngineFolders, EngineServices } from './services.ts';
import { sessionFollower } from './workshops/follow-session.ts';

/** Everything a project can do, behind the contract; the doors put a transport in front of `router`. */
export interface Engine {
  readonly services: EngineServices;
  readonly router: typeof router;
  /** The contract as plain functions in this process, for a request through the door given. */
  client(door: Door): EngineClient;
  close(): void;
}

/**
 * `copiesAutomatically`: copies of the open project every ten minutes of work and at close, as a person at a screen needs them. `room`: the way to the
 * process that listens on the local network.
 */
export function createEngine(options: { folders: EngineFolders; now?: () => Date; copiesAutomatically?: boolean; room?: RoomLink }): Engine {
  const now = options.now ?? (() => new Date());
  mkdirSync(options.folders.temporary, { recursive: true });
  const copyShelf = new CopyShelf();
  const session = new ProjectSession({ recent: new RecentProjects(options.folders.settings), now });
  const services: EngineServices = {
    folders: options.folders,
    files: new FileDesk(),
    copyShelf,
    copies: new CopyKeeper({
      shelf: copyShelf,
      settingsFolder: options.folders.copySettings ?? options.folders.settings,
      ownFolder: join(options.folders.projects, 'Copies'),
      now,
      isAutomatic: options.copiesAutomatically ?? false,
    }),
    session,
    room: new RoomKeeper({ settingsFolder: options.folders.settings, session, now, link: options.room }),
    now,
    startAside: () => startAside(options.folders, now),
  };
  // Before the copy at close: the last answers are in it.
  services.session.addHooks(services.room.hooks);
  services.session.addHooks(services.copies.hooks);
  services.session.addHooks(sessionFollower);
  services.session.setAuthor(readAuthor(options.folders.settings));
  return {
    services,
    router,
    client: (door) => createRouterClient(router, { context: { services, door } }),
    close: () => {
      services.session.close();
      rmSync(options.folders.temporary, { recursive: true, force: true });
    },
  };
}

function startAside(folders: EngineFolders, now: () => Date): Aside {
  const temporary = join(folders.temporary, `aside-${randomUUID()}`);
  const engine = createEngine({ folders: { ...folders, settings: join(temporary, 'settings'), temporary }, now });
  return { services: engine.services, client: engine.client({ kind: 'cli', mayNamePaths: false }), close: engine.close };
}
