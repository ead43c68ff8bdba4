import type { Selectable } from 'kysely';
import type { Answer } from '#shared/domain/ballots.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { sameAnswer } from '#shared/methods/check-answer.ts';
import type { BallotAnswerTable } from '../project/schema.ts';
import { readAnswer, readIds } from './stored.ts';

type AnswerRow = Selectable<BallotAnswerTable>;

/** The typing that settles a sheet whose first two differed. */
export const settledEntry = 3;

export interface PaperSheet {
  readonly paperCode: string;
  /** Typings that stand, first typing first. */
  readonly rows: readonly AnswerRow[];
  readonly state: 'once' | 'agree' | 'differ' | 'settled';
  /** The one that counts, unless they differ. */
  readonly counting: AnswerRow;
  readonly answer: Answer | null;
}

/** Sheets in the order of their codes, from the rows of one ballot that are not withdrawn. A typing that another takes the place of does not stand. */
export function groupPapers(rows: readonly AnswerRow[]): PaperSheet[] {
  const onPaper = rows.filter((row) => row.channel === 'paper' && row.paper_code !== null);
  const replaced = new Set(onPaper.flatMap((row) => readIds(row.replaces)));
  const standing = onPaper.filter(({ id }) => !replaced.has(id));
  const sheets = [...groupBy(standing, (row) => row.paper_code ?? '')].map(([paperCode, own]) => sheetOf(paperCode, own));
  return sheets.sort((one, other) => (one.paperCode < other.paperCode ? -1 : 1));
}

function sheetOf(paperCode: string, rows: readonly AnswerRow[]): PaperSheet {
  const ordered = [...rows].sort((one, other) => one.entry - other.entry || (one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : 1));
  const [first, ...others] = ordered as [AnswerRow, ...AnswerRow[]];
  const answer = readAnswer(first.answer);
  const agrees = (row: AnswerRow) => row.group_id === first.group_id && isSame(answer, readAnswer(row.answer));
  const state = others.length === 0 ? (first.entry === settledEntry ? 'settled' : 'once') : others.every(agrees) ? 'agree' : 'differ';
  return { paperCode, rows: ordered, state, counting: first, answer };
}

function isSame(one: Answer | null, other: Answer | null): boolean {
  return one === other || (one !== null && other !== null && sameAnswer(one, other));
}
