import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { ProjectEvent } from '#shared/contract/project.ts';
import type { City, LongWork, ProjectState, ReadOnlyReason, Subject } from '#shared/domain/project.ts';
import { RefusalError, refuse } from '../refuse.ts';
import { readCity } from './city.ts';
import { copyDatabase } from './encryption/copy-database.ts';
import type { ProjectKey } from './encryption/project-key.ts';
import { rekeyOpenFile } from './encryption/rekey-open-file.ts';
import { putRekeyedCopyInPlace } from './encryption/rekeyed-copy.ts';
import { type HeldFile, type HoldOptions, holdFile } from './held-file.ts';
import { ProjectLock } from './lock/project-lock.ts';
import { inPlainView } from './long-deed.ts';
import { makeProject } from './new-project.ts';
import { OpenProject, sql } from './open-project.ts';
import { checkInSlices } from './opening/check-in-slices.ts';
import { isOnNetwork } from './opening/place.ts';
import { connectAgain, openProjectFile, translateSqliteError } from './project-file.ts';
import type { HeldProject, ProjectHooks } from './project-hooks.ts';
import { ProjectWatchers } from './project-watchers.ts';
import type { RecentProjects } from './recent-projects.ts';

/** The open project with its file, its lock and what was found out about them since. */
interface Open {
  readonly project: OpenProject;
  readonly file: HeldFile;
  readonly isOnNetwork: boolean;
  readonly damagedTables: string[];
  stopCheck: () => void;
}

/** Which project is open, and who is told when it changes. */
export class ProjectSession {
  #open: Open | null = null;
  readonly #hooks: ProjectHooks[] = [];
  readonly #recent: RecentProjects;
  readonly #now: () => Date;
  #author = '';
  readonly #watchers = new ProjectWatchers<ProjectEvent>();
  readonly #workWatchers = new ProjectWatchers<LongWork | null>();

  constructor(options: { recent: RecentProjects; now: () => Date }) {
    this.#recent = options.recent;
    this.#now = options.now;
  }

  get recent(): RecentProjects {
    return this.#recent;
  }

  get current(): OpenProject | null {
    return this.#open?.project ?? null;
  }

  /** The passphrase of the open project; null where it has none. */
  get key(): ProjectKey | null {
    return this.#open?.file.key ?? null;
  }

  require(): OpenProject {
    return this.#open?.project ?? refuse('project/none-open');
  }

  /** From now on these are told at the turns of every project's life. */
  addHooks(hooks: ProjectHooks): void {
    this.#hooks.push(hooks);
  }

  /** Who works at this computer, as they said; empty = not said. */
  get author(): string {
    return this.#author;
  }

  setAuthor(person: string): void {
    this.#author = person;
    if (this.#open) this.#open.project.author = { ...this.#open.project.author, person };
  }

  /** Makes a new file with the city's first row, and opens it in place of the one before. */
  create(path: string, city: Partial<City>, options: { isSample?: boolean } = {}): ProjectState {
    const connection = makeProject({ path, city, isSample: options.isSample ?? false, now: this.#now });
    const claim = ProjectLock.claim(path, { force: true });
    const lock = claim.kind === 'claimed' ? claim.lock : null;
    const file: HeldFile = { path, connection, key: null, lock, readOnlyReason: null, holder: null, uncheckedTables: [] };
    return this.#adopt(this.#projectOf(file), file);
  }

  /** Opens a project in place of the one before. One that is open already stays as it is, unless it could only be read. */
  open(path: string, options: HoldOptions = {}): ProjectState {
    const isAsWanted = this.#open && isSameFile(this.#open.file.path, path) && (!reasonOf(this.#open) || options.mode === 'read-only');
    if (isAsWanted) return this.#stateNow();
    const file = holdFile(path, options, (migration) => this.#runHooks((hooks) => hooks.beforeMigration?.(migration)));
    try {
      return this.#adopt(this.#projectOf(file), file);
    } catch (error) {
      file.lock?.release();
      if (file.connection.open) file.connection.close();
      throw translateSqliteError(error, path);
    }
  }

  close(): void {
    this.#letGo();
    this.#tell(['project']);
  }

  /** Makes this program the one that writes to the open project. */
  takeOver(): ProjectState {
    const { file } = this.#required();
    return this.open(file.path, { mode: 'take-over', key: file.key });
  }

  /**
   * Gives the open project a passphrase, another one, or none. `current` must be the one it has. Another process writes the copy with the new passphrase,
   * so that everybody is answered meanwhile; whoever changes something waits. The file under the project's name is whole at every moment, with the old
   * passphrase or the new, and holds every change: a copy that lacks one is made anew. Refused as `project/stopped` when the signal or a window stops it.
   */
  async changeKey(next: ProjectKey | null, current: ProjectKey | null, signal?: AbortSignal): Promise<ProjectState> {
    const open = this.#required();
    const { file, project } = open;
    project.guard?.();
    if (file.readOnlyReason) refuse('project/read-only', { path: file.path });
    if (file.key && !(current && file.key.equals(current))) refuse('project/passphrase-wrong', { path: file.path });
    await inPlainView(
      project,
      'project.setPassphrase',
      (stop) => rekeyOpenFile(project, file, next, (copy) => this.#putRekeyedCopy(open, copy, next), stop),
      signal,
    );
    return this.#stateNow();
  }

  /**
   * Closes the open project, lets `replace` put another file in its place, and opens what is there then, also when `replace` throws. Nobody hears
   * of the moment between.
   */
  replaceFile(replace: () => void, options: HoldOptions = {}): ProjectState {
    const { file } = this.#required();
    this.#letGo();
    try {
      replace();
    } finally {
      try {
        this.open(file.path, { key: file.key, ...options });
      } catch (error) {
        this.#tell(['project']);
        // biome-ignore lint/correctness/noUnsafeFinally: that nothing is open now matters more than why
        throw error;
      }
    }
    return this.#stateNow();
  }

  /** A whole copy of the open project as a new file, with its passphrase. */
  copyTo(path: string): void {
    const { file, project } = this.#required();
    project.settle();
    try {
      copyDatabase(file.connection, path);
    } catch (error) {
      throw translateSqliteError(error, path);
    }
  }

  /** What SQLite throws while somebody reads the open project becomes a refusal; damage is told to every screen. */
  explain(error: unknown): unknown {
    const open = this.#open;
    if (!open) return error;
    const explained = translateSqliteError(error, open.file.path);
    if (explained !== error && explained instanceof RefusalError && explained.refusal.code === 'project/damaged') this.noteDamage('*');
    return explained;
  }

  /** Damage that somebody came upon in the open project. */
  noteDamage(table: string): void {
    const open = this.#open;
    if (!open || open.damagedTables.includes(table)) return;
    open.damagedTables.push(table);
    this.#tell(['project']);
  }

  state(): ProjectState | null {
    const open = this.#open;
    if (!open) return null;
    const { project, file } = open;
    const row = project.found(sql.selectFrom('project').selectAll());
    const last = project.first(sql.selectFrom('change').select(['revision', 'at']).where('merge_revision', 'is', null).orderBy('revision', 'desc').limit(1));
    const readOnlyReason = reasonOf(open);
    return {
      id: row.id,
      path: project.path,
      fileName: basename(project.path),
      city: readCity(project),
      isReadOnly: readOnlyReason !== null,
      readOnlyReason,
      holder: file.lock?.takenBy ?? file.holder,
      hasPassphrase: file.key !== null,
      isOnNetwork: open.isOnNetwork,
      damagedTables: [...open.damagedTables],
      isSample: row.is_sample === 1,
      savedAt: last?.at ?? null,
      revision: last?.revision ?? 0,
    };
  }

  /** Events from now on until the signal is aborted; the present state comes first. */
  watch(signal?: AbortSignal): AsyncGenerator<ProjectEvent, void> {
    return this.#watchers.watch({ state: this.state(), subjects: [] }, signal);
  }

  /** What takes long in the open project, from now on until the signal is aborted. */
  watchWork(signal?: AbortSignal): AsyncGenerator<LongWork | null, void> {
    return this.#workWatchers.watch(this.#open?.project.work.now ?? null, signal);
  }

  #projectOf(file: HeldFile): OpenProject {
    return new OpenProject({
      path: file.path,
      connection: file.connection,
      isReadOnly: file.readOnlyReason !== null,
      now: this.#now,
      connect: () => connectAgain(file.path, file.key),
    });
  }

  /** Closes the open file, gives the finished copy its name, and opens what has the name then. */
  #putRekeyedCopy({ project, file }: Open, copy: string, next: ProjectKey | null): void {
    project.guard?.();
    this.#open?.stopCheck();
    this.#open = null;
    project.close();
    let key = file.key;
    try {
      putRekeyedCopyInPlace(copy, file.path);
      key = next;
    } finally {
      // Whichever of the two has the project's name is open again afterwards.
      const { connection } = openProjectFile(file.path, { key });
      const again: HeldFile = { ...file, connection, key };
      this.#adopt(this.#projectOf(again), again);
    }
  }

  #adopt(project: OpenProject, file: HeldFile): ProjectState {
    const next: Open = { project, file, isOnNetwork: isOnNetwork(file.path), damagedTables: [], stopCheck: () => {} };
    const before = this.#open;
    this.#open = next;
    let state: ProjectState;
    try {
      state = this.#stateNow();
    } catch (error) {
      this.#open = before;
      throw error;
    }
    if (before) this.#end(before);
    project.author = { ...project.author, person: this.#author };
    project.guard = () => file.lock?.requireHeld();
    file.lock?.onLost(() => this.#tell(['project']));
    project.onChange((subjects) => this.#tell(subjects));
    project.work.onChange(() => this.#workWatchers.tell(() => project.work.now));
    next.stopCheck = checkInSlices({ connection: file.connection, tables: file.uncheckedTables, onDamage: (table) => this.noteDamage(table) });
    this.#recent.remember({ path: project.path, cityName: state.city.name, country: state.city.country, openedAt: this.#now().toISOString() });
    this.#runHooks((hooks) => hooks.opened?.(heldOf(next)));
    this.#tell(['project']);
    return state;
  }

  #letGo(): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    this.#end(open);
  }

  /** Closes a project whatever the hooks do; a copy that fails must not keep it open. */
  #end(open: Open): void {
    open.stopCheck();
    try {
      if (!reasonOf(open)) this.#runHooks((hooks) => hooks.beforeClose?.(heldOf(open)));
    } catch (error) {
      console.error(error);
    }
    open.project.close();
    open.file.lock?.release();
  }

  #runHooks(run: (hooks: ProjectHooks) => void): void {
    for (const hooks of this.#hooks) run(hooks);
  }

  #required(): Open {
    return this.#open ?? refuse('project/none-open');
  }

  #stateNow(): ProjectState {
    return this.state() ?? refuse('project/none-open');
  }

  #tell(subjects: readonly Subject[]): void {
    this.#watchers.tell(() => ({ state: this.state(), subjects: [...subjects] }));
  }
}

/** Why the project can only be read now; null while it can be changed. */
function reasonOf({ file }: Open): ReadOnlyReason | null {
  return file.lock?.takenBy ? 'taken-over' : file.readOnlyReason;
}

function heldOf({ project, file }: Open): HeldProject {
  return { project, connection: file.connection, key: file.key };
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync.native(one) === realpathSync.native(other);
  } catch {
    return one === other;
  }
}
