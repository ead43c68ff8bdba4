import { existsSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import type { Refusal } from '#shared/contract/refusal.ts';
import type { CopyReason, CopySettings } from '#shared/domain/copies.ts';
import { RefusalError } from '../../refuse.ts';
import { copyDatabase } from '../encryption/copy-database.ts';
import type { ProjectKey } from '../encryption/project-key.ts';
import type { Connection } from '../project-file.ts';
import type { HeldProject, ProjectHooks } from '../project-hooks.ts';
import { translateCopyError } from './copy-errors.ts';
import { copiesIn, folderOfProject, freeCopyPath, halfOf, prepareFolder, pruneFolder } from './copy-folders.ts';
import { newestRevision, type TellProgress } from './copy-open-file.ts';
import { CopySettingsFile } from './copy-settings.ts';
import { moveIntoPlace, removeHalf } from './flush.ts';
import type { CopyShelf } from './list-copies.ts';
import { lookAtFile } from './look-at-file.ts';
import { type CopyOrder, copyFileAtRest, type MadeCopy, makeCopy, sizeOf } from './make-copy.ts';

/** Minutes of work between two automatic copies. */
const intervalMs = 10 * 60_000;
const tickMs = 30_000;
/** Files up to this size are copied while closing without anybody noticing; larger ones where the door can wait (`beforeClosing`). */
const smallFileBytes = 48_000_000;

/** The open file as the session tells of it. */
export type KeptFile = HeldProject;

interface Kept extends KeptFile {
  readonly projectId: string;
  /** The newest change that a copy holds. */
  copiedRevision: number;
  /** When the work began that no copy holds yet, or the last copy was made. */
  since: number;
  lastCopyAt: Date | null;
}

export interface CopyState {
  readonly lastCopyAt: Date | null;
  readonly hasUncopied: boolean;
  readonly isWorking: boolean;
  readonly problem: Refusal | null;
  readonly secondProblem: Refusal | null;
}

/**
 * Makes the automatic copies of the open project: every ten minutes of work, at close, before a migration. Only one at a time; a copy that
 * fails is a quiet notice and is tried again, never a reason to hold up work.
 */
export class CopyKeeper {
  readonly settings: CopySettingsFile;
  readonly #ownFolder: string;
  readonly #now: () => Date;
  readonly #isAutomatic: boolean;
  #kept: Kept | null = null;
  #running: Promise<unknown> | null = null;
  #problem: Refusal | null = null;
  #secondProblem: Refusal | null = null;
  #secondWaits: MadeCopy | null = null;
  readonly #shelf: CopyShelf;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: { shelf: CopyShelf; settingsFolder: string; ownFolder: string; now: () => Date; isAutomatic: boolean }) {
    this.settings = new CopySettingsFile(options.settingsFolder);
    this.#ownFolder = options.ownFolder;
    this.#now = options.now;
    this.#shelf = options.shelf;
    this.#isAutomatic = options.isAutomatic;
  }

  /** What the session tells. */
  readonly hooks: ProjectHooks = {
    beforeMigration: (file) => this.#beforeMigration(file),
    opened: (file) => this.#opened(file),
    beforeClose: (file) => this.#closing(file),
  };

  /** A project is open from now on. */
  #opened(file: KeptFile): void {
    const contents = describeProject(file.connection);
    const newest = copiesIn(this.folderOf(contents))[0];
    this.#kept = {
      ...file,
      projectId: contents.id,
      copiedRevision: newestRevision(file.connection),
      since: this.#now().getTime(),
      lastCopyAt: newest?.madeAt ?? null,
    };
    this.#problem = null;
    this.#secondProblem = null;
    if (contents.id && this.#isAutomatic) this.settings.rememberProject(file.project.path, contents.id);
    if (!this.#isAutomatic || file.project.isReadOnly) return;
    this.#timer ??= setInterval(() => void this.tick(), tickMs).unref();
  }

  /** The project is about to be closed. The last net: what the door did not wait for is copied here where it takes no time. */
  #closing(file: KeptFile): void {
    const kept = this.#kept;
    if (kept?.project !== file.project) return;
    if (this.#needsCopy(kept) && !this.#running && sizeOf(kept.project.path) <= smallFileBytes) this.#copyAtOnce(kept, 'close');
    this.#kept = null;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** For doors that can wait: the copy at close, in small steps, before anything is closed. A failure is told by the next opening's state. */
  async beforeClosing(): Promise<void> {
    await this.#running?.catch(() => {});
    const kept = this.#alive;
    if (kept && this.#needsCopy(kept)) await this.make('close').catch(() => {});
  }

  /** Looks at the clock: a copy is due after ten minutes in which something changed; a second folder that was not there is tried again. */
  async tick(): Promise<void> {
    const kept = this.#alive;
    if (!kept || this.#running) return;
    const isDue = this.#now().getTime() - kept.since >= intervalMs;
    if (isDue && this.#needsCopy(kept)) await this.make('timer').catch(() => {});
    else if (this.#secondWaits) await this.#alone(() => this.#toSecond(kept)).catch(() => {});
  }

  /** Makes a copy of the open project now; waits for one under way. */
  async make(reason: CopyReason, tell: TellProgress = () => {}, signal?: AbortSignal): Promise<MadeCopy> {
    while (this.#running) await this.#running.catch(() => {});
    const kept = this.#alive;
    if (!kept) throw new RefusalError('project/none-open');
    return this.#alone(async () => {
      // Also after a failure the next attempt waits its time.
      kept.since = this.#now().getTime();
      try {
        const copy = await makeCopy(openFileOf(kept), this.#order(kept, reason), tell, signal);
        this.#made(kept, copy);
        await this.#toSecond(kept);
        return copy;
      } catch (error) {
        this.#problem = refusalOf(error);
        throw error;
      }
    });
  }

  /** Before the first write of a migration, on the connection that is about to migrate. What is thrown here stops the opening. */
  #beforeMigration({ path, connection, key }: { path: string; connection: Connection; key: ProjectKey | null }): void {
    const { id, title } = describeProject(connection);
    const project = { id, title: key ? stem(path) : title || stem(path) };
    const order = { title: project.title, madeAt: this.#now(), reason: 'update' as const };
    let last: unknown;
    for (const root of new Set([this.root, this.#ownFolder])) {
      try {
        this.#requireRoot(root);
        copyInOneStep({ connection, key }, { ...order, folder: folderOfProject(root, project) });
        if (id) this.settings.rememberProject(path, id);
        return;
      } catch (error) {
        last = error;
      }
    }
    throw new RefusalError('copies/none-before-update', { path, folder: this.root, detail: last instanceof Error ? last.message : String(last) });
  }

  /** The open project; null also where it was closed without a word, as a file only read is. */
  get current(): KeptFile | null {
    return this.#alive;
  }

  get #alive(): Kept | null {
    return this.#kept?.connection.open ? this.#kept : null;
  }

  get state(): CopyState {
    const kept = this.#alive;
    return {
      lastCopyAt: kept?.lastCopyAt ?? null,
      hasUncopied: kept !== null && this.#needsCopy(kept),
      isWorking: this.#running !== null,
      problem: this.#problem,
      secondProblem: this.#secondProblem,
    };
  }

  /** The folder for all copies of this machine. */
  get root(): string {
    return this.settings.read().folder ?? this.#ownFolder;
  }

  folderOf(project: { id: string; title: string }): string {
    return folderOfProject(this.root, project);
  }

  secondFolderOf(project: { id: string; title: string }): string | null {
    const root = this.settings.read().secondFolder;
    return root === null ? null : folderOfProject(root, project);
  }

  choose(settings: Partial<CopySettings>): CopySettings {
    this.#problem = null;
    this.#secondProblem = null;
    return this.settings.write(settings);
  }

  /** The name and id that the folder and the copies of the open project go by. An encrypted file's copies do not tell the city's name. */
  namesOf(kept: KeptFile): { id: string; title: string } {
    const { id, title } = describeProject(kept.connection);
    return { id, title: kept.key ? stem(kept.project.path) : title || stem(kept.project.path) };
  }

  #needsCopy(kept: Kept): boolean {
    return this.#isAutomatic && !kept.project.isReadOnly && newestRevision(kept.connection) > kept.copiedRevision;
  }

  #order(kept: Kept, reason: CopyReason): CopyOrder {
    this.#requireRoot(this.root);
    const names = this.namesOf(kept);
    return { folder: this.folderOf(names), title: names.title, reason, madeAt: this.#now() };
  }

  /** A folder that somebody chose is never made anew: where a stick is missing, its path would lead into the inner disk. */
  #requireRoot(root: string): void {
    if (root !== this.#ownFolder && !existsSync(root)) throw new RefusalError('copies/folder-not-there', { path: root });
  }

  #made(kept: Kept, copy: MadeCopy): void {
    kept.copiedRevision = copy.contents.revision;
    kept.lastCopyAt = copy.madeAt;
    this.#shelf.remember(copy, kept.key?.share() ?? null);
    this.#problem = null;
    this.#secondWaits = copy;
    this.settings.rememberProject(kept.project.path, kept.projectId);
    pruneFolder(dirname(copy.path), this.#now(), copy.path);
  }

  #copyAtOnce(kept: Kept, reason: CopyReason): void {
    try {
      const order = this.#order(kept, reason);
      const path = copyInOneStep(kept, order);
      this.settings.rememberProject(kept.project.path, kept.projectId);
      pruneFolder(order.folder, this.#now(), path);
    } catch (error) {
      this.#problem = refusalOf(error);
    }
  }

  /** A stick that is not there is no failure of the copy: it is told quietly and tried again. */
  async #toSecond(kept: Kept): Promise<void> {
    const copy = this.#secondWaits;
    const folder = this.secondFolderOf(this.namesOf(kept));
    if (!copy || folder === null) {
      this.#secondWaits = null;
      return;
    }
    try {
      this.#requireRoot(dirname(folder));
      const passphrase = kept.key?.share() ?? null;
      const second = await copyFileAtRest(copy.path, { ...copy, folder }, { projectPath: kept.project.path, passphrase });
      this.#shelf.remember(second, passphrase);
      pruneFolder(folder, this.#now(), second.path);
      this.#secondWaits = null;
      this.#secondProblem = null;
    } catch (error) {
      this.#secondProblem = refusalOf(error);
    }
  }

  async #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = work();
    this.#running = running;
    try {
      return await running;
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }
}

function openFileOf({ project, connection, key }: KeptFile) {
  return { path: project.path, connection, passphrase: key?.share() ?? null };
}

function describeProject(connection: Pick<Connection, 'prepare'>): { id: string; title: string } {
  const row = connection.prepare('SELECT id, name FROM project').get() as { id: string; name: string } | undefined;
  return { id: row?.id ?? '', title: row?.name ?? '' };
}

const stem = (path: string): string => basename(path, extname(path));

/** A copy while everything waits: the connection is about to migrate or to close. Opened and checked like every other. */
function copyInOneStep({ connection, key }: Pick<KeptFile, 'connection' | 'key'>, order: CopyOrder): string {
  const path = freeCopyPath(order.folder, order);
  const half = halfOf(path);
  try {
    prepareFolder(order.folder);
    copyDatabase(connection, half);
    const { contents, problem } = lookAtFile(half, key?.share() ?? null, true);
    if (problem !== null || contents?.revision !== newestRevision(connection)) throw new RefusalError('copies/not-whole', { path });
    moveIntoPlace(half, path);
    return path;
  } catch (error) {
    removeHalf(half);
    throw translateCopyError(error, path);
  }
}

function refusalOf(error: unknown): Refusal {
  return error instanceof RefusalError ? error.refusal : { code: 'copies/stopped', params: { detail: error instanceof Error ? error.message : String(error) } };
}
