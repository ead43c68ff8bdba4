import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { ProjectEvent } from '#shared/contract/project.ts';
import { given } from '#shared/domain/given.ts';
import type { City, ProjectState, Subject } from '#shared/domain/project.ts';
import { refuse } from '../refuse.ts';
import { readCity, writeCityColumns } from './city.ts';
import { OpenProject, sql } from './open-project.ts';
import { createProjectFile, openProjectFile } from './project-file.ts';
import type { RecentProjects } from './recent-projects.ts';

const emptyCity: City = { name: '', country: '', languages: [], currency: '', mandate: '', team: [], smallNumberThreshold: 5 };

/** Which project is open, and who is told when it changes. */
export class ProjectSession {
  #project: OpenProject | null = null;
  readonly #recent: RecentProjects;
  readonly #now: () => Date;
  readonly #watchers = new Set<(event: ProjectEvent) => void>();

  constructor(options: { recent: RecentProjects; now: () => Date }) {
    this.#recent = options.recent;
    this.#now = options.now;
  }

  get recent(): RecentProjects {
    return this.#recent;
  }

  get current(): OpenProject | null {
    return this.#project;
  }

  require(): OpenProject {
    return this.#project ?? refuse('project/none-open');
  }

  /** Makes a new file with the city's first row, and opens it in place of the one before. */
  create(path: string, city: Partial<City>, options: { isSample?: boolean } = {}): ProjectState {
    const connection = createProjectFile(path);
    const project = new OpenProject({ path, connection, isReadOnly: false, now: this.#now });
    try {
      project.change({ name: 'project.create', params: { city: city.name ?? '' }, subjects: ['project'] }, (write) => {
        write.run(
          sql.insertInto('project').values({
            id: uuidv7(),
            created_at: project.nowText(),
            is_sample: options.isSample ? 1 : 0,
            policy_title: '',
            policy_vision: '',
            ...writeCityColumns({ ...emptyCity, ...given(city) }),
          }),
        );
      });
    } catch (error) {
      project.close();
      if (existsSync(path)) rmSync(path);
      throw error;
    }
    return this.#adopt(project);
  }

  open(path: string): ProjectState {
    if (this.#project?.path === path) return this.state() ?? refuse('project/none-open');
    const { connection, isReadOnly } = openProjectFile(path);
    return this.#adopt(new OpenProject({ path, connection, isReadOnly, now: this.#now }));
  }

  close(): void {
    this.#project?.close();
    this.#project = null;
    this.#tell(['project']);
  }

  state(): ProjectState | null {
    const project = this.#project;
    if (!project) return null;
    const row = project.found(sql.selectFrom('project').selectAll());
    const last = project.first(sql.selectFrom('change').select(['revision', 'at']).orderBy('revision', 'desc').limit(1));
    return {
      id: row.id,
      path: project.path,
      fileName: basename(project.path),
      city: readCity(row),
      isReadOnly: project.isReadOnly,
      isSample: row.is_sample === 1,
      savedAt: last?.at ?? null,
      revision: last?.revision ?? 0,
    };
  }

  /** Events from now on until the signal is aborted; the present state comes first. */
  async *watch(signal?: AbortSignal): AsyncGenerator<ProjectEvent, void> {
    const queue: ProjectEvent[] = [{ state: this.state(), subjects: [] }];
    let wake: (() => void) | undefined;
    const watcher = (event: ProjectEvent) => {
      queue.push(event);
      wake?.();
    };
    const stop = () => wake?.();
    this.#watchers.add(watcher);
    signal?.addEventListener('abort', stop);
    try {
      while (!signal?.aborted) {
        const event = queue.shift();
        if (event) yield event;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.#watchers.delete(watcher);
      signal?.removeEventListener('abort', stop);
    }
  }

  #adopt(project: OpenProject): ProjectState {
    this.#project?.close();
    this.#project = project;
    project.onChange((subjects) => this.#tell(subjects));
    const state = this.state() ?? refuse('project/none-open');
    this.#recent.remember({ path: project.path, cityName: state.city.name, country: state.city.country, openedAt: this.#now().toISOString() });
    this.#tell(['project']);
    return state;
  }

  #tell(subjects: readonly Subject[]): void {
    if (this.#watchers.size === 0) return;
    const event: ProjectEvent = { state: this.state(), subjects: [...subjects] };
    for (const watcher of this.#watchers) watcher(event);
  }
}
