import { createProject } from './0010-create-project.ts';
import { keepHistory } from './0020-keep-history.ts';
import { weighEvidence } from './0030-weigh-evidence.ts';
import { hearEverybody } from './0040-hear-everybody.ts';
import { carryPolicy } from './0050-carry-policy.ts';

export interface Migration {
  /** Becomes `user_version`; rises by ten so that a fix can be slipped in between. */
  readonly version: number;
  readonly sql: string;
}

/** In order. A released migration is never renamed, reordered or edited. */
export const migrations: readonly Migration[] = [
  { version: 10, sql: createProject },
  { version: 20, sql: keepHistory },
  { version: 30, sql: weighEvidence },
  { version: 40, sql: hearEverybody },
  { version: 50, sql: carryPolicy },
];

export const newestVersion = migrations.at(-1)?.version ?? 0;
