import { readFileSync } from 'node:fs';
import type { Acknowledgements } from '../acknowledgements.ts';
import { type CityModel, type CityState, type Deed, differenceOf, modelAfter } from '../city-model.ts';
import { type EngineUnderTest, refusalIn } from '../engine-under-test.ts';
import { faultsOf, observeCity } from '../observe.ts';

/** What the project holds is not what was promised: the very thing that must never be. */
export class BrokenPromise extends Error {}

/** The same error with the place where it happened in its message. */
export function placed(error: unknown, place: string): Error {
  const message = `${error instanceof Error ? error.message : String(error)}\n  ${place}`;
  return error instanceof BrokenPromise ? new BrokenPromise(message, { cause: error }) : new Error(message, { cause: error });
}

export interface Verified {
  /** What the project holds, as the model says it. */
  readonly model: CityModel;
  readonly acknowledged: number;
  /** What came of a change that had no answer; null where none was open. */
  readonly unanswered: { readonly deed: Deed; readonly isDone: boolean } | null;
}

/** A kill while the lock is written leaves one that names nobody; for its first seconds the engine asks, and the person takes over. */
async function openAsAPersonWould(engine: EngineUnderTest, path: string): Promise<void> {
  const file = await engine.hand(path);
  try {
    await engine.client.project.open({ file });
  } catch (error) {
    if (refusalIn(error)?.code !== 'project/open-elsewhere' || readFileSync(`${path}.lock`).length > 0) throw error;
    await engine.client.project.open({ file, mode: 'take-over' });
  }
}

/** Opens the project through the engine and reads all of it; throws `BrokenPromise` when that fails or SQLite finds anything wrong with the file. */
export async function openAndObserve(engine: EngineUnderTest, path: string): Promise<CityState> {
  try {
    await openAsAPersonWould(engine, path);
    const faults = faultsOf(path);
    if (faults.length > 0) throw new Error(`the file is not sound: ${faults.slice(0, 5).join('; ')}`);
    return await observeCity(engine.client, path);
  } catch (error) {
    throw new BrokenPromise(`the project cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * Opens the project and holds it against the book: every acknowledged change there with its entry in the record, the one without an answer
 * there wholly or not at all. Throws `BrokenPromise`.
 */
export async function verify(engine: EngineUnderTest, path: string, book: Acknowledgements): Promise<Verified> {
  const found = await openAndObserve(engine, path);
  const { done, unanswered } = book.read();
  const verified = compare(
    found,
    done.map(({ deed }) => deed),
    unanswered,
  );
  if (verified.unanswered) book.settled(verified.unanswered.isDone ? 'turned-out-done' : 'turned-out-not-done');
  return verified;
}

/** Holds a state against the changes that must be in it and the one that may be. */
export function compare(found: CityState, done: readonly Deed[], unanswered: Deed | null): Verified {
  const model = modelAfter(done);
  const without = differenceOf(model.state, found);
  if (without === null) return { model, acknowledged: done.length, unanswered: unanswered && { deed: unanswered, isDone: false } };
  if (!unanswered) throw new BrokenPromise(`after ${done.length} acknowledged changes: ${without}`);
  model.do(unanswered);
  const withIt = differenceOf(model.state, found);
  if (withIt === null) return { model, acknowledged: done.length, unanswered: { deed: unanswered, isDone: true } };
  throw new BrokenPromise(
    [`${unanswered.kind} is neither there nor not there.`, `Compared without it: ${without}`, `Compared with it: ${withIt}`].join('\n  '),
  );
}
