import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chance, createChance } from '../../../scripts/sample-city/random.ts';
import { Acknowledgements, type Promised } from '../acknowledgements.ts';
import { CityModel } from '../city-model.ts';
import { createDeeds, type DeedOptions } from '../deeds.ts';
import { DiskShim } from '../disk/disk-shim.ts';
import { type DiskRecord, readTrace } from '../disk/trace.ts';
import { doDeed } from '../do-deed.ts';
import { makeCopy, startEngine } from '../engine-under-test.ts';

/** Everything that a session did to the disk, and what the client was told meanwhile. */
export interface RecordedSession {
  readonly path: string;
  /** Everything that is recorded lies in it: the project, and the copies that the engine makes. */
  readonly watched: string;
  readonly records: readonly DiskRecord[];
  /** Where the record stood when the new project was acknowledged. */
  readonly createdAt: number;
  readonly done: Promised['done'];
  /** Where the record stood when copies were acknowledged. */
  readonly copiedAt: readonly number[];
}

export interface SessionOptions {
  readonly folder: string;
  readonly seed: number;
  readonly deeds: number;
  readonly deedOptions: DeedOptions;
  readonly environment?: Readonly<Record<string, string>>;
}

const deedsPerCopy = 6;

/** One undisturbed session from a new project to its closing, with every write, sync and removal written down in order. */
export async function recordSession({ folder, seed, deeds, deedOptions, environment }: SessionOptions): Promise<RecordedSession> {
  const watched = join(folder, 'session');
  const own = join(folder, 'session-engine');
  for (const made of [watched, own]) mkdirSync(made, { recursive: true });
  const chance: Chance = createChance(seed);
  const shim = new DiskShim({ watched, own, traces: true });
  const engine = await startEngine({ folder: own, projects: watched, environment: { ...shim.environment, ...environment } });
  const book = new Acknowledgements(join(folder, 'book.jsonl'));
  const path = join(watched, 'city.citysafety');
  const model = new CityModel();
  const choice = createDeeds(chance, deedOptions);
  await engine.client.project.create({ file: await engine.hand(path), city: { name: 'Puerto Prueba' } });
  const createdAt = shim.tracePosition();
  const copiedAt: number[] = [];
  for (let count = 0; count < deeds; count++) {
    const deed = choice.next(model);
    book.sent(deed);
    await doDeed(engine, deed, folder);
    book.settled('acknowledged', shim.tracePosition());
    model.do(deed);
    if (count % deedsPerCopy !== 0) continue;
    await makeCopy(engine);
    copiedAt.push(shim.tracePosition());
  }
  await engine.client.project.close();
  await engine.close();
  const { done } = book.read();
  book.close();
  return { path, watched, createdAt, copiedAt, done, records: readTrace(readFileSync(shim.tracePath)) };
}
