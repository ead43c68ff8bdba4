import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type Chance, createChance } from '../../../scripts/sample-city/random.ts';
import { modelAfter } from '../city-model.ts';
import { CachedDisk, type LossKind, lossKinds } from '../disk/power-cut.ts';
import { type EngineUnderTest, refusalIn, startEngine } from '../engine-under-test.ts';
import { checkCopy, copiesBeneath } from '../kills/copies.ts';
import { journalState } from '../kills/journal.ts';
import { BrokenPromise, compare, openAndObserve, placed } from '../kills/verify.ts';
import { type RecordedSession, recordSession } from './record-session.ts';

export interface PowerCutOptions {
  readonly seed: number;
  /** Changes in the session that is recorded. */
  readonly deeds: number;
  /** Moments at which the power is cut. */
  readonly cuts: number;
  readonly rows: readonly [number, number];
  /** For the tests of this harness: makes the engine break its promises. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface PowerCutReport {
  readonly cuts: number;
  readonly recorded: number;
  /** Cuts after which the file had to be put right from its journal. */
  hot: number;
  comparisons: number;
  /** Copies found and looked at. */
  copies: number;
  unansweredDone: number;
  unansweredNotDone: number;
  /** Cuts before a new project was acknowledged, by what the engine said to the remains. */
  readonly unborn: Map<string, number>;
}

interface Cut {
  /** Number of records that happened before it. */
  readonly after: number;
  readonly loss: LossKind;
}

/**
 * Records one session, then cuts the power at many moments of it: each time the disk keeps what was synced, and of the rest nothing or any
 * part. The engine opens what is left, which is held against the acknowledgements of that moment. Throws when a promise was broken.
 */
export async function runPowerCuts(options: PowerCutOptions): Promise<PowerCutReport> {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-power-'));
  const { seed, deeds, rows, environment } = options;
  const session = await recordSession({ folder, seed, deeds, deedOptions: { rows, largeShare: 0.15 }, ...(environment ? { environment } : {}) });
  const chance = createChance(seed + 1);
  const cuts = chooseCuts(session, options.cuts, chance);
  const report: PowerCutReport = {
    cuts: cuts.length,
    recorded: session.records.length,
    hot: 0,
    comparisons: 0,
    copies: 0,
    unansweredDone: 0,
    unansweredNotDone: 0,
    unborn: new Map(),
  };
  const engine = await startEngine({ folder: join(folder, 'engine') });
  const disk = new CachedDisk();
  let taken = 0;
  let isOver = false;
  try {
    for (const [number, cut] of cuts.entries()) {
      for (const record of session.records.slice(taken, cut.after)) disk.take(record);
      taken = cut.after;
      const image = join(folder, `image-${number}`);
      writeFiles(session.watched, image, disk.afterPowerCut(cut.loss, chance));
      try {
        checkCopies(session, cut, image, report);
        await holdAgainstBook(engine, session, cut, join(image, basename(session.path)), report);
      } catch (error) {
        throw placed(error, `seed ${seed}, power cut after ${cut.after} of ${session.records.length} records, loses ${cut.loss}, kept in ${image}`);
      }
      rmSync(image, { recursive: true, force: true });
    }
    isOver = true;
  } finally {
    await engine.close();
    if (isOver || environment) rmSync(folder, { recursive: true, force: true });
  }
  return report;
}

/** A machine takes a while to start again; by then a half-written lock is an old one. */
const restartMs = 60_000;

/** Every change gets its share of the cuts, however few writes it takes; in order. */
function chooseCuts({ records, createdAt, done }: RecordedSession, count: number, chance: Chance): Cut[] {
  const ends = [createdAt, ...done.map(({ at }) => at)].map((at) => records.filter((record) => record.end <= at).length);
  const cuts = Array.from({ length: count }, (): Cut => {
    const change = chance.whole(0, ends.length - 1);
    const from = ends[change - 1] ?? 0;
    return { after: chance.whole(from, ends[change] ?? from), loss: lossKinds[chance.whole(0, lossKinds.length - 1)] ?? 'everything' };
  });
  return cuts.sort((one, other) => one.after - other.after);
}

function writeFiles(from: string, folder: string, files: ReadonlyMap<string, Buffer>): void {
  const beforeRestart = new Date(Date.now() - restartMs);
  for (const [path, content] of files) {
    const file = join(folder, relative(from, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    utimesSync(file, beforeRestart, beforeRestart);
  }
}

/** A copy that has its name is whole; once one was acknowledged, there is one. */
function checkCopies({ records, copiedAt, done }: RecordedSession, { after }: Cut, image: string, report: PowerCutReport): void {
  const copies = copiesBeneath(join(image, 'Copies'));
  const { log } = modelAfter(done.map(({ deed }) => deed));
  for (const copy of copies) checkCopy(copy, log);
  report.copies += copies.length;
  const position = records[after - 1]?.end ?? 0;
  if (copies.length === 0 && copiedAt.some((at) => at <= position)) throw new BrokenPromise('a copy was acknowledged, and there is none');
}

async function holdAgainstBook(engine: EngineUnderTest, session: RecordedSession, { after }: Cut, path: string, report: PowerCutReport): Promise<void> {
  const position = session.records[after - 1]?.end ?? 0;
  const isBorn = position >= session.createdAt;
  if (!isBorn && !existsSync(path)) return count(report.unborn, 'not there');
  if (journalState(path) === 'hot') report.hot++;
  try {
    const found = await openAndObserve(engine, path);
    const promised = session.done.filter(({ at }) => at <= position).map(({ deed }) => deed);
    const { acknowledged, unanswered } = compare(found, promised, session.done[promised.length]?.deed ?? null);
    report.comparisons += acknowledged;
    if (unanswered?.isDone) report.unansweredDone++;
    else if (unanswered) report.unansweredNotDone++;
    if (!isBorn) count(report.unborn, 'whole');
    await engine.client.project.close();
  } catch (error) {
    const refusal = refusalIn(error instanceof BrokenPromise ? error.cause : error);
    if (isBorn || !refusal) throw error;
    count(report.unborn, `refused as ${refusal.code}`);
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

export function powerCutText(report: PowerCutReport): string {
  const unborn = [...report.unborn].map(([what, times]) => `${times} ${what}`).join(', ');
  return [
    `${report.cuts} power cuts in a session of ${report.recorded} operations on the disk: ${report.hot} left a file that its journal had to put right`,
    `  ${report.comparisons} comparisons of an acknowledged change with the file; ${report.unansweredDone} without an answer were wholly there, ${report.unansweredNotDone} not at all`,
    `  ${report.copies} copies found beside it, all whole`,
    `  cut before a new project was acknowledged: ${unborn || 'none'}`,
  ].join('\n');
}
