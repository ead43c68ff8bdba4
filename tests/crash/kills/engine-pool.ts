import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DiskShim, whyNoShim } from '../disk/disk-shim.ts';
import { startEngine } from '../engine-under-test.ts';
import type { Victim } from './moments.ts';

/** Engines one after the other. The next starts while this one works: a start takes longer than most of what is asked of it. */
export class EnginePool {
  readonly #folder: string;
  readonly #projects: string;
  readonly #watched: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #running = new Set<Omit<Victim, 'path'>>();
  #count = 0;
  #spare: Promise<Omit<Victim, 'path'>> | undefined;

  /** Each engine gets a folder of its own in `folder`; their disks are watched for paths that begin with `watched`. */
  constructor(options: { folder: string; projects: string; watched: string; environment: Readonly<Record<string, string>> }) {
    this.#folder = options.folder;
    this.#projects = options.projects;
    this.#watched = options.watched;
    this.#environment = options.environment;
  }

  /** An engine for the project at `path`, which it does not open. */
  async start(path: string): Promise<Victim> {
    const started = this.#spare ?? this.#startOne();
    this.#spare = this.#startOne();
    return { ...(await started), path };
  }

  /** Lets an engine end by itself. */
  async end({ engine }: Victim): Promise<void> {
    await engine.close();
    this.forgetGone();
  }

  /** To be called after kills: gives back what was held for engines that are gone. */
  forgetGone(): void {
    for (const one of this.#running) {
      if (!one.engine.isGone) continue;
      one.shim?.close();
      this.#running.delete(one);
    }
  }

  async close(): Promise<void> {
    await this.#spare?.catch(() => {});
    await Promise.all([...this.#running].map(({ engine }) => engine.kill()));
    this.forgetGone();
  }

  async #startOne(): Promise<Omit<Victim, 'path'>> {
    const own = join(this.#folder, `engine-${++this.#count}`);
    mkdirSync(own);
    const shim = whyNoShim ? null : new DiskShim({ watched: this.#watched, own });
    const engine = await startEngine({ folder: own, projects: this.#projects, environment: { ...shim?.environment, ...this.#environment } });
    const started = { engine, shim };
    this.#running.add(started);
    return started;
  }
}
