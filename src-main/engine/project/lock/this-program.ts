import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';

/** What a lock says of the program that holds it: enough for words on a screen, and for telling whether it still runs. */
export interface LockOwner {
  /** New for every project opened: two engines in one process are told apart by it. */
  readonly token: string;
  /** The name under which the person is signed in to the machine. */
  readonly person: string;
  readonly machine: string;
  /** A digest of what identifies the machine, so that two laptops of one name are two. */
  readonly machineId: string;
  readonly processId: number;
  /** When the process began, in the system's own counting; empty where the system does not tell. A reused process id has another. */
  readonly processStart: string;
  /** Changes with every start of the machine; empty where the system does not tell. */
  readonly bootId: string;
  /** ISO instant. */
  readonly since: string;
}

const bootId = readText('/proc/sys/kernel/random/boot_id');
const machineId = createHash('sha256')
  .update(`city-safety ${hostname()} ${readText('/etc/machine-id')}`)
  .digest('hex')
  .slice(0, 16);

/** A new owner's entry for this process. */
export function thisProgram(now: Date): LockOwner {
  return {
    token: randomUUID(),
    person: personName(),
    machine: hostname(),
    machineId,
    processId: process.pid,
    processStart: processStart(process.pid),
    bootId,
    since: now.toISOString(),
  };
}

/** Whether the owner's process surely runs no more, as far as this machine can tell; false for owners on other machines. */
export function isSurelyGone(owner: LockOwner): boolean {
  if (owner.machineId !== machineId) return false;
  if (owner.bootId !== bootId) return true;
  return !isRunning(owner.processId) || (owner.processStart !== '' && processStart(owner.processId) !== owner.processStart);
}

export function isThisMachine(owner: LockOwner): boolean {
  return owner.machineId === machineId;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It runs, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of Linux's process status: ticks from the machine's start to the process's. The name before it may hold spaces. */
function processStart(processId: number): string {
  const status = readText(`/proc/${processId}/stat`);
  return (
    status
      .slice(status.lastIndexOf(')') + 2)
      .split(' ')
      .at(19) ?? ''
  );
}

function personName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
