import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, logOf } from '../observe.ts';
import { BrokenPromise } from './verify.ts';

/** Finished copies beneath a folder, by whatever names; half-made ones end otherwise. */
export function copiesBeneath(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.citysafety'))
    .map((name) => join(folder, name))
    .sort();
}

/** A copy that has its name is whole and sound, and holds the project as it was after some change. Throws `BrokenPromise`. */
export function checkCopy(path: string, log: readonly string[]): void {
  let faults: string[];
  let copied: string[];
  try {
    faults = faultsOf(path);
    copied = logOf(path);
  } catch (error) {
    throw new BrokenPromise(`the copy ${path} cannot be read: ${String(error)}`, { cause: error });
  }
  if (faults.length > 0) throw new BrokenPromise(`the copy ${path} is not sound: ${faults.slice(0, 5).join('; ')}`);
  if (copied.length === 0 || copied.some((name, index) => name !== log[index])) throw new BrokenPromise(`the copy ${path} holds changes that never were`);
}
