import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Chance, createChance } from '../../../scripts/sample-city/random.ts';
import { Acknowledgements } from '../acknowledgements.ts';
import { type CityModel, type Deed, modelAfter } from '../city-model.ts';
import { createDeeds, type Deeds } from '../deeds.ts';
import { whyNoShim } from '../disk/disk-shim.ts';
import { doDeed } from '../do-deed.ts';
import { makeCopy, refusalIn } from '../engine-under-test.ts';
import { checkCopy, copiesBeneath } from './copies.ts';
import { EnginePool } from './engine-pool.ts';
import { journalMark, journalPath, journalState } from './journal.ts';
import { KillReport } from './kill-report.ts';
import { type KilledWork, type KillMoment, killAfterJournal, killAtDiskOperation, killDuring, killMoments, Lengths, spin, type Victim } from './moments.ts';
import { BrokenPromise, placed, verify } from './verify.ts';

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Kills that one project lives through before the next is made. */
  readonly killsPerProject: number;
  /** Rows of an import, at least and at most. */
  readonly rows: readonly [number, number];
  /** For the tests of this harness: makes the engine break its promises. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How often each moment comes; each project begins with its own chance of being killed while it is made. */
const weights: Record<KillMoment, number> = {
  creating: 0,
  opening: 2,
  idle: 1,
  'small change': 3,
  'large change': 4,
  'disk operation': 3,
  'file write': 5,
  commit: 2,
  copying: 2,
  closing: 1,
};

/**
 * Kills the engine `kills` times while a client writes, and holds the file against the client's book after each. Throws when a promise was
 * broken; the folder with the file, its journal and the book is kept then, and named.
 */
export async function runKills(options: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-crash-'));
  const run = new KillRun(folder, options);
  try {
    await run.all();
  } catch (error) {
    throw placed(error, `seed ${options.seed}, ${run.place}, kept in ${folder}`);
  } finally {
    await run.close();
    if (run.isOver || options.environment) rmSync(folder, { recursive: true, force: true });
  }
  return run.report;
}

class KillRun {
  readonly report = new KillReport();
  isOver = false;
  readonly #folder: string;
  readonly #options: KillOptions;
  readonly #lengths = new Lengths();
  /** One seed per project: seeds that follow each other would begin with nearly the same numbers. */
  readonly #seeds: Chance;
  readonly #checkedCopies = new Set<string>();
  readonly #engines: EnginePool;
  #number = 0;

  constructor(folder: string, options: KillOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#seeds = createChance(options.seed);
    this.#engines = new EnginePool({ folder, projects: this.#home, watched: join(folder, 'project-'), environment: options.environment ?? {} });
  }

  get place(): string {
    return `kill ${this.#number}`;
  }

  async all(): Promise<void> {
    for (let project = 1; this.#number < this.#options.kills; project++) await this.#liveOneProject(project);
    this.isOver = true;
  }

  close(): Promise<void> {
    return this.#engines.close();
  }

  async #liveOneProject(project: number): Promise<void> {
    const folder = join(this.#folder, `project-${project}`, 'files');
    for (const made of [folder, this.#home]) mkdirSync(made, { recursive: true });
    const path = join(folder, 'city.citysafety');
    const chance = createChance(this.#seeds.whole(0, 2 ** 31 - 1));
    const book = new Acknowledgements(join(this.#folder, `project-${project}`, 'book.jsonl'));
    const deeds = createDeeds(chance, { rows: this.#options.rows, largeShare: 0.05 });
    const last = Math.min(this.#options.kills, this.#number + this.#options.killsPerProject);
    await this.#make(path, book, chance);
    await this.#measure(path, book, deeds.large);
    while (this.#number < last) {
      this.#number++;
      const moment = this.#pickMoment(chance);
      const victim = await this.#engines.start(path);
      // A journal that an opening leaves is one that it has not put right yet, whoever made it.
      let markBefore = moment === 'opening' ? '' : journalMark(path);
      if (moment === 'opening') await this.#killOpening(victim, chance);
      else {
        const model = await this.#verified(victim, book);
        markBefore = journalMark(path);
        await this.#killWorking(victim, moment, book, chance, deeds, model);
      }
      this.#engines.forgetGone();
      this.report.killed(moment, journalMark(path) === markBefore ? 'none' : journalState(path));
    }
    const survivor = await this.#engines.start(path);
    await this.#verified(survivor, book);
    await this.#measured(survivor, 'copy', () => makeCopy(survivor.engine));
    this.#checkCopies(modelAfter(book.read().done.map(({ deed }) => deed)).log);
    this.report.acknowledged += book.read().done.length;
    book.close();
    await this.#measured(survivor, 'close', () => survivor.engine.client.project.close());
    await this.#engines.end(survivor);
    rmSync(join(this.#folder, `project-${project}`), { recursive: true, force: true });
  }

  /** Makes the project; sometimes the engine dies of it first. */
  async #make(path: string, book: Acknowledgements, chance: Chance): Promise<void> {
    if (chance.happens(0.7)) {
      this.#number++;
      const victim = await this.#engines.start(path);
      const { isDone } = await this.#killSomewhere(victim, 'create', () => this.#create(victim), chance);
      this.report.killed('creating', journalState(path));
      await this.#checkHalfMade(path, isDone);
      for (const name of readdirSync(join(path, '..'))) rmSync(join(path, '..', name), { recursive: true });
    }
    const victim = await this.#engines.start(path);
    await this.#measured(victim, 'create', () => this.#create(victim));
    await this.#engines.end(victim);
    if (book.read().done.length > 0) throw new Error('the book of a new project is not empty');
  }

  async #create({ engine, path }: Victim): Promise<void> {
    await engine.client.project.create({ file: await engine.hand(path), city: { name: 'Puerto Prueba' } });
  }

  /** A project whose making had no answer: not there, refused in words, or whole. */
  async #checkHalfMade(path: string, isAcknowledged: boolean): Promise<void> {
    if (!existsSync(path)) {
      if (isAcknowledged) throw new BrokenPromise('a new project was acknowledged and is not there');
      return;
    }
    const victim = await this.#engines.start(path);
    const book = new Acknowledgements(join(this.#folder, 'half-made.jsonl'));
    try {
      await verify(victim.engine, path, book);
    } catch (error) {
      const refusal = refusalIn(error instanceof BrokenPromise ? error.cause : error);
      if (!refusal || isAcknowledged) throw error;
      this.report.refusedNew.set(refusal.code, (this.report.refusedNew.get(refusal.code) ?? 0) + 1);
    }
    book.close();
    await this.#engines.end(victim);
  }

  /** Large changes undisturbed, to know how long they and their journals take. */
  async #measure(path: string, book: Acknowledgements, large: (model: CityModel) => Deed): Promise<void> {
    const victim = await this.#engines.start(path);
    const { model } = await verify(victim.engine, path, book);
    for (let count = 0; count < 3; count++) {
      const deed = large(model);
      this.#lengths.learn(`journal of ${deed.kind}`, await lifeOfJournal(path, this.#do(victim, book, deed, model)));
    }
    await this.#engines.end(victim);
  }

  async #verified(victim: Victim, book: Acknowledgements): Promise<CityModel> {
    const { model, acknowledged, unanswered } = await this.#measured(victim, 'open', () => verify(victim.engine, victim.path, book));
    this.report.comparisons += acknowledged;
    this.#checkCopies(model.log);
    if (unanswered?.isDone) this.report.unansweredDone++;
    else if (unanswered) this.report.unansweredNotDone++;
    return model;
  }

  /** Copies of this project that came since the last look. */
  #checkCopies(log: readonly string[]): void {
    for (const path of copiesBeneath(this.#home)) {
      if (this.#checkedCopies.has(path)) continue;
      checkCopy(path, log);
      this.#checkedCopies.add(path);
      this.report.copies++;
    }
  }

  get #home(): string {
    return join(this.#folder, 'project-home');
  }

  async #killOpening(victim: Victim, chance: Chance): Promise<void> {
    const open = async () => victim.engine.client.project.open({ file: await victim.engine.hand(victim.path) });
    await this.#killSomewhere(victim, 'open', open, chance);
  }

  async #killWorking(victim: Victim, moment: KillMoment, book: Acknowledgements, chance: Chance, deeds: Deeds, model: CityModel): Promise<void> {
    for (let left = chance.whole(0, 4); left > 0; left--) await this.#do(victim, book, deeds.next(model), model);
    if (moment === 'idle') {
      await spin(chance.between(0, 20));
      await victim.engine.kill();
    } else if (moment === 'closing') {
      await this.#killSomewhere(victim, 'close', () => victim.engine.client.project.close(), chance);
    } else if (moment === 'copying') {
      await this.#killSomewhere(victim, 'copy', () => makeCopy(victim.engine), chance);
    } else {
      const deed = moment === 'large change' || chance.happens(0.4) ? deeds.large(model) : deeds.next(model);
      book.sent(deed);
      const work = () => doDeed(victim.engine, deed, this.#folder);
      const { isDone } = await this.#killWork(victim, moment, deed.kind, work, chance);
      if (isDone) book.settled('acknowledged');
    }
  }

  #killWork(victim: Victim, moment: KillMoment, what: string, work: () => Promise<unknown>, chance: Chance): Promise<KilledWork> {
    const passes = (most: number) => chance.whole(0, Math.max(0, Math.round(most) - 1));
    if (moment === 'disk operation') return killAtDiskOperation(victim, work, { passes: passes(this.#lengths.of(`operations of ${what}`, 20)) }, chance);
    if (moment === 'file write') {
      const writes = passes(this.#lengths.of(`file writes of ${what}`, 4));
      return killAtDiskOperation(victim, work, { operations: ['write'], where: 'project', passes: writes }, chance);
    }
    if (moment === 'commit') return killAtDiskOperation(victim, work, { operations: ['unlink'], where: 'journal', passes: 0 }, chance);
    if (moment === 'large change') return killAfterJournal(victim, work, this.#lengths.of(`journal of ${what}`, 30), chance);
    return killDuring(victim, work, this.#lengths.of(what, 5), chance);
  }

  async #killSomewhere(victim: Victim, what: string, work: () => Promise<unknown>, chance: Chance): Promise<KilledWork> {
    const moment = victim.shim && chance.happens(0.6) ? 'disk operation' : 'small change';
    return this.#killWork(victim, moment, what, work, chance);
  }

  /** One thing undisturbed: asked, answered, and written into the book. */
  async #do(victim: Victim, book: Acknowledgements, deed: Deed, model: CityModel): Promise<void> {
    book.sent(deed);
    await this.#measured(victim, deed.kind, () => doDeed(victim.engine, deed, this.#folder));
    book.settled('acknowledged');
    model.do(deed);
  }

  /** Learns how long something takes, and what it does on the disk. */
  async #measured<Result>(victim: Victim, what: string, work: () => Promise<Result>): Promise<Result> {
    const before = victim.shim?.counts();
    const started = performance.now();
    const result = await work();
    this.#lengths.learn(what, performance.now() - started);
    const after = victim.shim?.counts();
    if (before && after) {
      this.#lengths.learn(`operations of ${what}`, after.operations - before.operations);
      this.#lengths.learn(`file writes of ${what}`, after.projectWrites - before.projectWrites);
    }
    return result;
  }

  #pickMoment(chance: Chance): KillMoment {
    const needsShim = (moment: KillMoment) => moment === 'disk operation' || moment === 'file write' || moment === 'commit';
    return killMoments[chance.weighted(killMoments.map((moment) => (whyNoShim && needsShim(moment) ? 0 : weights[moment])))] ?? 'idle';
  }
}

/** Milliseconds from the appearance of the journal to the end of the change it belongs to. */
async function lifeOfJournal(path: string, change: Promise<void>): Promise<number> {
  let isOver = false;
  const over = change.finally(() => {
    isOver = true;
  });
  while (!isOver && !existsSync(journalPath(path))) await pause(0.5);
  const appeared = performance.now();
  await over;
  return performance.now() - appeared;
}
