import { v7 as uuidv7 } from 'uuid';
import type { Answer, AnswerProblem, Ballot } from '#shared/domain/ballots.ts';
import { checkAnswer, sameAnswer } from '#shared/methods/check-answer.ts';
import { cleanAnswer } from '#shared/methods/clean-answer.ts';
import { ballotMark, readSheetCode } from '#shared/methods/sheet-code.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { findBallot } from './ballots.ts';
import { firstModeration } from './first-moderation.ts';
import { requireGroup } from './groups-of-ballot.ts';
import { groupPapers, type PaperSheet, settledEntry } from './paper-sheets.ts';
import { readAnswer } from './stored.ts';

export interface PaperEntry {
  readonly ballotId: string;
  readonly paperCode: string;
  readonly groupId: string | null;
  readonly answer: Answer;
  readonly entry: number;
  readonly replaces: boolean;
}
export interface PaperOutcome {
  readonly outcome: 'saved' | 'known' | 'differs' | 'problems';
  readonly problems: AnswerProblem[];
}

/**
 * Types one sheet of paper. A typing that this sheet has already is `known` and changes nothing, unless it `replaces`; one that takes the place of two which
 * differed settles the sheet. What breaks the rules is saved as it stands on the sheet and waits (`problems`); two typings that differ wait as well (`differs`).
 */
export function enterPaper(project: OpenProject, entry: PaperEntry): PaperOutcome {
  const ballot = findBallot(project, entry.ballotId);
  if (ballot.state !== 'open') refuse('ballot/not-open', { name: ballot.question });
  if (entry.answer.kind !== ballot.kind) refuse('ballot/other-kind', { name: ballot.question });
  requireGroup(project, entry.groupId);
  const paperCode = codeOf(ballot, entry.paperCode);
  const sheet = findSheet(project, ballot.id, paperCode);
  const answer = cleanAnswer(ballot, entry.answer);
  const problems = checkAnswer(ballot, answer);
  const place = placeOf(sheet, entry);
  if (!place) return { outcome: 'known', problems };
  project.change({ name: 'ballots.enterPaper', params: { name: ballot.question, code: paperCode }, subjects: ['ballots'], kind: 'note' }, (write) =>
    writeEntry(project, write, ballot, { ...entry, paperCode, answer }, place),
  );
  const after = findSheet(project, ballot.id, paperCode);
  if (after?.state === 'differ') return { outcome: 'differs', problems };
  return { outcome: problems.length > 0 ? 'problems' : 'saved', problems };
}

/** Which typing this becomes, and which it takes the place of; null = the sheet has it already. */
function placeOf(sheet: PaperSheet | undefined, { entry, replaces, answer, groupId }: PaperEntry): { entry: number; replaced: string[] } | null {
  if (!sheet) return { entry, replaced: [] };
  const own = sheet.rows.filter((row) => row.entry === entry);
  if (!replaces) return own.length > 0 || sheet.state === 'settled' ? null : { entry, replaced: [] };
  const isSame = sheet.rows.length === 1 && sheet.rows.every((row) => row.group_id === groupId && row.entry === entry && matches(row.answer, answer));
  if (isSame) return null;
  const replaced = sheet.state === 'differ' || sheet.state === 'settled' ? sheet.rows : own;
  return { entry: sheet.state === 'differ' || sheet.state === 'settled' ? settledEntry : entry, replaced: replaced.map(({ id }) => id) };
}

function matches(stored: string, answer: Answer): boolean {
  const read = readAnswer(stored);
  return read !== null && sameAnswer(read, answer);
}

function writeEntry(project: OpenProject, write: ChangeWriter, ballot: Ballot, paper: PaperEntry, place: { entry: number; replaced: string[] }): void {
  write.run(
    sql.insertInto('ballot_answer').values({
      id: uuidv7(),
      ballot_id: ballot.id,
      voter_id: null,
      group_id: paper.groupId,
      channel: 'paper',
      paper_code: paper.paperCode,
      entry: place.entry,
      answer: JSON.stringify(paper.answer),
      at: project.nowText(),
      moderation: firstModeration(ballot),
      replaces: JSON.stringify(place.replaced),
    }),
  );
}

/** Refused as `ballot/sheet-code`: a slip of the fingers, or a sheet of another ballot. */
function codeOf(ballot: Ballot, typed: string): string {
  const mark = ballotMark(ballot.id);
  const read = readSheetCode(typed, mark);
  if (!read.ok || read.sheet.mark !== mark) refuse('ballot/sheet-code', { code: typed });
  return read.code;
}

/** Sheets typed so far with every typing that stands, in the order of their codes. */
export function listPapers(project: OpenProject, ballotId: string) {
  const ballot = findBallot(project, ballotId);
  return sheetsOf(project, ballotId).map((sheet) => ({
    paperCode: sheet.paperCode,
    groupId: sheet.counting.group_id,
    entries: sheet.rows.flatMap((row) => {
      const answer = readAnswer(row.answer);
      return answer ? [{ id: row.id, entry: row.entry, groupId: row.group_id, answer, at: row.at, problems: checkAnswer(ballot, answer) }] : [];
    }),
    state: sheet.state,
  }));
}

/** Takes a sheet out of every count; it stays in the file. */
export function removePaper(project: OpenProject, ballotId: string, typed: string): void {
  const ballot = findBallot(project, ballotId);
  const paperCode = codeOf(ballot, typed);
  if (!findSheet(project, ballotId, paperCode)) refuse('object/not-found');
  project.change({ name: 'ballots.removePaper', params: { name: ballot.question, code: paperCode }, subjects: ['ballots'] }, (write) => {
    write.run(
      sql
        .updateTable('ballot_answer')
        .set({ withdrawn_at: project.nowText() })
        .where('ballot_id', '=', ballotId)
        .where('paper_code', '=', paperCode)
        .where('withdrawn_at', 'is', null),
    );
  });
}

function sheetsOf(project: OpenProject, ballotId: string, paperCode?: string): PaperSheet[] {
  let rows = sql.selectFrom('ballot_answer').selectAll().where('ballot_id', '=', ballotId).where('channel', '=', 'paper').where('withdrawn_at', 'is', null);
  if (paperCode !== undefined) rows = rows.where('paper_code', '=', paperCode);
  return groupPapers(project.all(rows));
}

function findSheet(project: OpenProject, ballotId: string, paperCode: string): PaperSheet | undefined {
  return sheetsOf(project, ballotId, paperCode)[0];
}
