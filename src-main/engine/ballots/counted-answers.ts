import type { Selectable } from 'kysely';
import { type Answer, type AnswerProblem, type CountedAnswer, channels, type Hands, moderations } from '#shared/domain/ballots.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Attributes } from '#shared/domain/workshops.ts';
import { checkAnswer } from '#shared/methods/check-answer.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import type { BallotAnswerTable } from '../project/schema.ts';
import { findBallot } from './ballots.ts';
import { groupPapers } from './paper-sheets.ts';
import { oneOf, parsed, readAnswer, readAttributes } from './stored.ts';

type AnswerRow = Selectable<BallotAnswerTable>;

/** What was given but does not count as it stands: listed beside every result, never trimmed. */
export interface UncountedAnswer {
  readonly channel: 'phone' | 'paper';
  readonly paperCode: string | null;
  /** `two-typings`: two people typed this sheet differently and nobody has settled it. `problems`: it breaks the rules of the ballot. */
  readonly reason: 'two-typings' | 'problems';
  readonly problems: readonly AnswerProblem[];
}

/**
 * The answers that every result counts: the newest of each phone (of statements all of them), one of each sheet of paper. What breaks the ballot's rules
 * and sheets whose two typings differ are not among them, see `uncountedAnswers`. In the order in which they came.
 */
export function countedAnswers(project: OpenProject, ballotId: string): CountedAnswer[] {
  return sortAnswers(project, ballotId).counted;
}

export function uncountedAnswers(project: OpenProject, ballotId: string): UncountedAnswer[] {
  return sortAnswers(project, ballotId).uncounted;
}

/** Counts by show of hands, one for each group, with when they were counted. */
export function handsOf(project: OpenProject, ballotId: string): (Hands & { at: string })[] {
  return project
    .all(sql.selectFrom('ballot_hands').selectAll().where('ballot_id', '=', ballotId).orderBy('at').orderBy('id'))
    .map((row) => ({ groupId: row.group_id, people: row.people, counts: readCounts(row.counts), at: row.at }));
}

function readCounts(text: string): Record<string, number> {
  return Object.fromEntries(Object.entries(parsed(text)).flatMap(([key, count]) => (Number.isInteger(count) ? [[key, Number(count)]] : [])));
}

function sortAnswers(project: OpenProject, ballotId: string): { counted: CountedAnswer[]; uncounted: UncountedAnswer[] } {
  const ballot = findBallot(project, ballotId);
  const rows = liveRows(project, ballotId);
  const voters = votersOf(project, ballot.workshopId);
  const counted: CountedAnswer[] = [];
  const uncounted: UncountedAnswer[] = [];
  const take = (row: AnswerRow, answer: Answer | null, paperCode: string | null) => {
    if (!answer) return;
    const problems = checkAnswer(ballot, answer);
    if (problems.length === 0) counted.push(countedOf(row, answer, voters.get(row.voter_id ?? '')));
    else uncounted.push({ channel: row.channel === 'paper' ? 'paper' : 'phone', paperCode, reason: 'problems', problems });
  };
  for (const row of newestOfPhones(rows, ballot.kind === 'statement')) take(row, readAnswer(row.answer), null);
  for (const sheet of groupPapers(rows)) {
    if (sheet.state === 'differ') uncounted.push({ channel: 'paper', paperCode: sheet.paperCode, reason: 'two-typings', problems: [] });
    else take(sheet.counting, sheet.answer, sheet.paperCode);
  }
  counted.sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id));
  return { counted, uncounted };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function liveRows(project: OpenProject, ballotId: string): AnswerRow[] {
  return project.all(
    sql.selectFrom('ballot_answer').selectAll().where('ballot_id', '=', ballotId).where('withdrawn_at', 'is', null).orderBy('at').orderBy('id'),
  );
}

/** Rows come oldest first. */
function newestOfPhones(rows: readonly AnswerRow[], takesAll: boolean): AnswerRow[] {
  const ofPhones = rows.filter(({ channel }) => channel === 'phone');
  if (takesAll) return ofPhones;
  return [...groupBy(ofPhones, ({ id, voter_id }) => voter_id ?? id).values()].flatMap((own) => own.slice(-1));
}

interface KnownVoter {
  readonly groupId: string | null;
  readonly attributes: Attributes;
}

function votersOf(project: OpenProject, workshopId: string): Map<string, KnownVoter> {
  const rows = project.all(sql.selectFrom('voter').select(['id', 'group_id', 'attributes']).where('workshop_id', '=', workshopId));
  return new Map(rows.map((row) => [row.id, { groupId: row.group_id, attributes: readAttributes(row.attributes) }]));
}

/** The group is the one in which it was answered; who said only later where they sit is taken at their word. */
function countedOf(row: AnswerRow, answer: Answer, voter: KnownVoter | undefined): CountedAnswer {
  return {
    id: row.id,
    voterId: row.voter_id,
    groupId: row.group_id ?? voter?.groupId ?? null,
    attributes: voter?.attributes ?? {},
    channel: oneOf(channels, row.channel, 'phone'),
    answer,
    at: row.at,
    moderation: oneOf(moderations, row.moderation, ''),
  };
}
