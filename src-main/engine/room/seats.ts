import { createHash, createHmac } from 'node:crypto';
import type { Answer } from '#shared/domain/ballots.ts';
import type { Attributes } from '#shared/domain/workshops.ts';
import { readAnswer, readAttributes } from '../ballots/stored.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** What one phone has done, as it is shown to it when it comes back. */
export interface GivenAnswers {
  readonly last: Answer;
  /** Words of every statement, oldest first. */
  readonly statements: readonly string[];
  /** Answers in the file: more than anybody needs are taken no more. */
  readonly count: number;
}

/** A phone in the room. */
export interface Seat {
  readonly voterId: string;
  readonly number: number;
  readonly joinedAt: string;
  groupId: string | null;
  attributes: Attributes;
  language: string;
  isRemoved: boolean;
  /** Has been asked who they are, whatever they said. */
  isDescribed: boolean;
  /** Milliseconds since 1970; 0 = not since the engine started. */
  seenAt: number;
  /** Of the newest answer: the next one is later, whatever the clock does. */
  answeredAt: number;
  readonly given: Map<string, GivenAnswers>;
  /** Follows from what this phone sees of its own doing; null = to be worked out. */
  version: string | null;
}

export function digestOf(seat: string): string {
  return createHash('sha256').update(seat).digest('base64url');
}

/** The secret of a phone's cookie: 256 bits. It follows from what the phone sent on the way in, so a form that is sent twice gives one seat. */
export function seatFor(secret: string, key: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update(`seat ${key}`).digest('base64url');
}

/** Every phone of a workshop by the digest of its cookie, with its answers to `ballotIds`. `before`: what only this process knows is carried over. */
export function loadSeats(project: OpenProject, workshopId: string, ballotIds: readonly string[], before: ReadonlyMap<string, Seat>): Map<string, Seat> {
  const given = loadGiven(project, ballotIds);
  const voters = project.all(
    sql.selectFrom('voter').selectAll().where('workshop_id', '=', workshopId).where('channel', '=', 'phone').orderBy('joined_at').orderBy('id'),
  );
  return new Map(
    voters.map((row, place) => {
      const known = before.get(row.key_digest);
      const answers = given.get(row.id);
      const attributes = readAttributes(row.attributes);
      const seat: Seat = {
        voterId: row.id,
        number: place + 1,
        joinedAt: row.joined_at,
        groupId: row.group_id,
        attributes,
        language: row.language,
        isRemoved: row.removed_at !== null,
        isDescribed: known?.isDescribed || row.group_id !== null || Object.keys(attributes).length > 0 || answers !== undefined,
        seenAt: known?.seenAt ?? 0,
        answeredAt: Math.max(known?.answeredAt ?? 0, answers?.at ?? 0),
        given: answers?.byBallot ?? new Map(),
        version: null,
      };
      return [row.key_digest, seat];
    }),
  );
}

export function versionOf(seat: Seat): string {
  seat.version ??= digestOf(JSON.stringify([seat.number, seat.groupId, seat.attributes, seat.language, [...seat.given]])).slice(0, 10);
  return seat.version;
}

function loadGiven(project: OpenProject, ballotIds: readonly string[]): Map<string, { at: number; byBallot: Map<string, GivenAnswers> }> {
  const byVoter = new Map<string, { at: number; byBallot: Map<string, GivenAnswers> }>();
  if (ballotIds.length === 0) return byVoter;
  const rows = project.all(
    sql
      .selectFrom('ballot_answer')
      .select(['ballot_id', 'voter_id', 'answer', 'at'])
      .where('ballot_id', 'in', ballotIds)
      .where('channel', '=', 'phone')
      .where('withdrawn_at', 'is', null)
      .orderBy('at')
      .orderBy('id'),
  );
  for (const row of rows) {
    const answer = readAnswer(row.answer);
    if (row.voter_id === null || !answer) continue;
    const voter = byVoter.get(row.voter_id) ?? { at: 0, byBallot: new Map<string, GivenAnswers>() };
    voter.at = Math.max(voter.at, Date.parse(row.at) || 0);
    voter.byBallot.set(row.ballot_id, withAnswer(voter.byBallot.get(row.ballot_id), answer));
    byVoter.set(row.voter_id, voter);
  }
  return byVoter;
}

export function withAnswer(before: GivenAnswers | undefined, answer: Answer): GivenAnswers {
  const statements = before?.statements ?? [];
  return { last: answer, statements: answer.kind === 'statement' ? [...statements, answer.text] : statements, count: (before?.count ?? 0) + 1 };
}
