import { useSyncExternalStore } from 'react';
import type { Refusal, RefusalCode } from '#shared/contract/refusal.ts';
import type { FileToken } from '#shared/domain/ids.ts';

/** A project that did not open: shown as a screen of its own until something opens or the person goes back. */
export interface OpeningProblem {
  readonly refusal: Refusal;
  readonly file: FileToken;
  readonly fileName: string;
  /** The passphrase that was tried, for what is asked about the file next. Kept in this page's memory only. */
  readonly passphrase?: string | undefined;
}

/** Refusals that are about the file and leave a choice; any other is told in passing. */
const screenCodes = [
  'project/not-found',
  'project/folder-gone',
  'project/not-a-file',
  'project/not-readable',
  'project/in-use',
  'project/empty-file',
  'project/foreign',
  'project/from-newer-version',
  'project/damaged',
  'project/foreign-journal',
  'project/unfinished-read-only',
  'project/update-needs-writing',
  'project/update-failed',
  'project/disk-failed',
  'project/disk-full',
  'project/open-elsewhere',
  'project/passphrase-needed',
  'project/passphrase-wrong',
] as const satisfies readonly RefusalCode[];
export type OpeningProblemCode = (typeof screenCodes)[number];

export function openingProblemCode(refusal: Refusal): OpeningProblemCode | null {
  return screenCodes.find((code) => code === refusal.code) ?? null;
}

let present: OpeningProblem | null = null;
const listeners = new Set<() => void>();

/** Null when something opened, or the person went back. */
export function setOpeningProblem(problem: OpeningProblem | null): void {
  present = problem;
  for (const listener of listeners) listener();
}

export function useOpeningProblem(): OpeningProblem | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => present,
  );
}
