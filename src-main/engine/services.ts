import type { EngineClient } from '#shared/contract/contract.ts';
import type { FileDesk } from './files/file-desk.ts';
import type { CopyKeeper } from './project/backup/copy-keeper.ts';
import type { CopyShelf } from './project/backup/list-copies.ts';
import type { ProjectSession } from './project/project-session.ts';
import type { RoomKeeper } from './room/room-keeper.ts';
import type { Visitor } from './visitor.ts';

/** Folders an engine works in; every door says where they are. */
export interface EngineFolders {
  /** Settings and the list of recent projects. */
  readonly settings: string;
  /** Where the person's choice of folders for copies is, where that is not among the other settings. */
  readonly copySettings?: string;
  /** Where new projects are suggested. */
  readonly projects: string;
  /** The data that ships: locales, catalogues, templates, fonts, the sample city. */
  readonly resources: string;
  /** Uploads and half-made outputs; emptied when the engine closes. */
  readonly temporary: string;
}

/** What the procedures of every subject work with. */
export interface EngineServices {
  readonly folders: EngineFolders;
  readonly session: ProjectSession;
  readonly files: FileDesk;
  /** Makes the automatic copies of the open project. */
  readonly copies: CopyKeeper;
  /** What the copies hold. */
  readonly copyShelf: CopyShelf;
  /** Phones and co-facilitators on the local network. */
  readonly room: RoomKeeper;
  readonly now: () => Date;
  /** A second engine with a project, a list of recent projects and a temporary folder of its own, for work that no open window should see. */
  startAside(): Aside;
}

export interface Aside {
  readonly services: EngineServices;
  readonly client: EngineClient;
  close(): void;
}

/** Where a request came through, and what it may therefore do: a property of the request, never of the process. */
export interface Door {
  readonly kind: 'desktop' | 'browser' | 'cli' | 'co-facilitator';
  /** Present through the co-facilitators' door only. */
  readonly visitor?: Visitor;
  /** May name paths of this machine (a person sits at it, and no dialog is at hand). */
  readonly mayNamePaths: boolean;
}

export interface EngineContext {
  readonly services: EngineServices;
  readonly door: Door;
}
