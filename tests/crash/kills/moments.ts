import { existsSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../../scripts/sample-city/random.ts';
import { type DiskFault, type DiskShim, type KillPoint, killPoints } from '../disk/disk-shim.ts';
import type { EngineUnderTest } from '../engine-under-test.ts';
import { journalPath } from './journal.ts';

const points = Object.keys(killPoints) as KillPoint[];

/**
 * When the engine dies. `large change`: a while after its journal appeared. `disk operation`: in one of all that a change does on the disk;
 * `file write`: in one of its writes to the file itself, when only the journal knows what was there before;
 * `commit`: right before or after its journal is removed, which is what makes it last.
 */
export const killMoments = [
  'creating',
  'opening',
  'idle',
  'small change',
  'large change',
  'disk operation',
  'file write',
  'commit',
  'copying',
  'closing',
] as const;
export type KillMoment = (typeof killMoments)[number];

/** How long things took so far, so that kills spread over all of their length. */
export class Lengths {
  readonly #known = new Map<string, number>();

  learn(what: string, amount: number): void {
    const before = this.#known.get(what);
    this.#known.set(what, before === undefined ? amount : 0.7 * before + 0.3 * amount);
  }

  of(what: string, firstGuess: number): number {
    return this.#known.get(what) ?? firstGuess;
  }
}

/** Waits in steps of microseconds where `setTimeout` has milliseconds; ends early when `isOver`. */
export async function spin(milliseconds: number, isOver: () => boolean = () => false): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end && !isOver()) await nextTurn();
}

export interface Victim {
  readonly engine: EngineUnderTest;
  /** Null where the disk cannot be stood in for. */
  readonly shim: DiskShim | null;
  readonly path: string;
}

/** What `work` came to: done before the engine died, or not. A refusal or a bug is thrown. */
export interface KilledWork {
  readonly isDone: boolean;
}

/** Starts `work`, which takes `length` milliseconds or so, and kills the engine somewhere in it. */
export function killDuring(victim: Victim, work: () => Promise<unknown>, length: number, chance: Chance): Promise<KilledWork> {
  const delay = chance.between(0, length * 1.1);
  return workUntilKilled(victim, work, (over) => spin(delay, () => over.isNow));
}

/** Starts `work`, waits for its journal, and kills the engine within the `length` milliseconds that the journal stays. */
export function killAfterJournal(victim: Victim, work: () => Promise<unknown>, length: number, chance: Chance): Promise<KilledWork> {
  const delay = chance.between(0, length);
  const journal = journalPath(victim.path);
  return workUntilKilled(victim, work, async (over) => {
    while (!over.isNow && !existsSync(journal)) await pause(0.5);
    await spin(delay, () => over.isNow);
  });
}

/** Starts `work`, and kills the engine in the operation on the disk that `passes` others went before. */
export function killAtDiskOperation(victim: Victim, work: () => Promise<unknown>, fault: Omit<DiskFault, 'does'>, chance: Chance): Promise<KilledWork> {
  victim.shim?.arm({ ...fault, does: points[chance.whole(0, points.length - 1)] ?? 'kill' });
  return workUntilKilled(victim, work, (over) => over.promise);
}

/** `untilShot` is given a promise that resolves when there is nothing left to kill in. */
async function workUntilKilled({ engine }: Victim, work: () => Promise<unknown>, untilShot: (over: Over) => Promise<unknown>): Promise<KilledWork> {
  let isDone = false;
  let problem: unknown = null;
  const finished = work().then(
    () => {
      isDone = true;
    },
    (error: unknown) => {
      // The line breaks with the engine, and what was under way with it.
      if (!engine.isGone) problem = error;
    },
  );
  const over: Over = { isNow: false, promise: Promise.race([finished, engine.gone]) };
  void over.promise.then(() => {
    over.isNow = true;
  });
  await untilShot(over);
  const wasRefused = problem;
  await engine.kill();
  await finished;
  if (wasRefused) throw wasRefused;
  return { isDone };
}

interface Over {
  isNow: boolean;
  readonly promise: Promise<unknown>;
}
