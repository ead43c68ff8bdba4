import type { Refusal } from '#shared/contract/refusal.ts';
import type { CopyProblem, FileContents, RecoveredTable } from '#shared/domain/copies.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { PeopleFound, ScrubAsk, Scrubbed } from '../privacy/scrub-messages.ts';

/** What `ProjectKey.share` says; null where the file has no passphrase. Lives in memory and in messages between processes, never on a disk. */
export type Passphrase = string | null;

/** What the process beside the engine is asked. One question, one process. */
export interface CopyQuestions {
  /** Opens each file, checks it whole where `isThorough`, and says what it holds. */
  look: { ask: { paths: readonly string[]; passphrase: Passphrase; isThorough: boolean }; answer: LookAnswer[] };
  /** Copies a file that nobody writes to into a new one, flushed to the disk. */
  copy: { ask: { from: string; to: string; passphrase: Passphrase }; answer: null };
  /** Copies the bytes of a file, whatever they are; the asker makes sure that nobody writes meanwhile. */
  bytes: { ask: { from: string; to: string }; answer: null };
  /**
   * Makes the copy of a project under another passphrase (null = none) that is to be put in its place, as long as the process `engine` lives. Says what its
   * last change is.
   */
  rekey: {
    ask: { path: string; to: string; passphrase: Passphrase; next: Passphrase; engine: number };
    answer: { revision: number };
  };
  /** Writes a copy without people, or without some of them. */
  scrub: { ask: ScrubAsk; answer: Scrubbed };
  /** Says of each file whether it holds one of the people. */
  people: { ask: { paths: readonly string[]; passphrase: Passphrase; ids: readonly string[] }; answer: PeopleFound[] };
  recover: { ask: { damaged: string; into: string; passphrase: Passphrase }; answer: RecoverAnswer };
}
export type CopyQuestionName = keyof CopyQuestions;

export interface LookAnswer {
  readonly path: string;
  readonly contents: FileContents | null;
  readonly problem: CopyProblem | null;
  readonly hasPassphrase: boolean;
}

export interface RecoverAnswer {
  readonly tables: readonly RecoveredTable[];
  readonly pages: { readonly total: number; readonly unreadable: number };
}

export type CopyAsk = { [Name in CopyQuestionName]: { name: Name; ask: CopyQuestions[Name]['ask'] } }[CopyQuestionName];

export type CopyTell =
  | { tell: 'progress'; progress: Progress }
  | { tell: 'done'; answer: unknown }
  | { tell: 'refused'; refusal: Refusal }
  | { tell: 'failed'; detail: string };
