import type { Ballot, BallotInput, BallotOptionInput } from '#shared/domain/ballots.ts';
import { given } from '#shared/domain/given.ts';
import { capOf, dotsOf, fewestOptions, mostOptionsOfKind } from '#shared/methods/ballot-rules.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addBallot, findBallot, writeOptions } from './ballots.ts';
import { appendRatings } from './grid-ratings.ts';

/** More than these no page and no sheet can carry. */
const mostOptions = 500;

type Patch = Partial<Omit<BallotInput, 'kind' | 'subject'>>;
type OptionPatch = readonly (BallotOptionInput & { readonly id?: string | undefined })[];

/** What may still be said about a ballot that is open: help, and the session it belongs to. */
const lateFields: ReadonlySet<string> = new Set(['help', 'sessionId'] satisfies (keyof Patch)[]);

/** Refused as `ballot/already-open` once it has been opened, but for help and session; the rule of a Delphi stays as it was before its first round. */
export function updateBallot(project: OpenProject, id: string, patch: Patch): Ballot {
  const before = findBallot(project, id);
  const changes = given(patch);
  const isLate = Object.keys(changes).every((field) => lateFields.has(field));
  if (!isLate) {
    requireUnanswered(before);
    if (before.followsId !== null && changes.settings !== undefined) refuse('ballot/rule-fixed', { name: before.question });
  }
  const after = { ...before, ...changes };
  project.change({ name: 'ballots.update', params: { name: before.question, fields: changedFields(patch) }, subjects: ['ballots'] }, (write) => {
    const { question, help, settings, sessionId } = after;
    write.run(
      sql
        .updateTable('ballot')
        .set({ question, help, settings: JSON.stringify(settings), session_id: sessionId })
        .where('id', '=', id),
    );
  });
  return findBallot(project, id);
}

/** Options in this order; those with the id of an option of this ballot stay the same option. */
export function setOptions(project: OpenProject, id: string, options: OptionPatch): Ballot {
  const before = findBallot(project, id);
  requireUnanswered(before);
  if (before.followsId !== null) refuse('ballot/rule-fixed', { name: before.question });
  requireRoomFor(options.length);
  const own = new Set(before.options.map((option) => option.id));
  const known = options.map((option) => (option.id !== undefined && own.has(option.id) ? option : { ...option, id: undefined }));
  project.change({ name: 'ballots.setOptions', params: { name: before.question, count: options.length }, subjects: ['ballots'] }, (write) =>
    writeOptions(write, id, known),
  );
  return findBallot(project, id);
}

export function requireRoomFor(optionCount: number): void {
  if (optionCount > mostOptions) refuse('ballot/too-many-options', { count: optionCount, most: mostOptions });
}

/** Takes answers from now on; dots and cap are written down as they apply, so that nothing can move them. */
export function openBallot(project: OpenProject, id: string): Ballot {
  const ballot = findBallot(project, id);
  if (ballot.state !== 'draft') refuse('ballot/already-open', { name: ballot.question });
  if (ballot.question.trim() === '') refuse('ballot/no-question');
  requireChoice(ballot);
  const settings = ballot.kind === 'dots' ? { ...ballot.settings, dotsPerPerson: dotsOf(ballot), capPerOption: capOf(ballot) } : ballot.settings;
  project.change({ name: 'ballots.open', params: { name: ballot.question }, subjects: ['ballots', 'workshops'] }, (write) => {
    write.run(
      sql
        .updateTable('ballot')
        .set({ state: 'open', opened_at: project.nowText(), settings: JSON.stringify(settings) })
        .where('id', '=', id),
    );
  });
  return findBallot(project, id);
}

/** So many options as make a choice of this kind; on a map only areas can be tapped. */
function requireChoice({ kind, question, options }: Ballot): void {
  const count = kind === 'place' ? options.filter(({ refId }) => refId !== null).length : options.length;
  const [fewest, most] = [fewestOptions[kind], mostOptionsOfKind[kind] ?? mostOptions];
  if (count < fewest) refuse('ballot/too-few-options', { name: question, fewest });
  if (count > most) refuse('ballot/too-many-options', { count, most });
}

/** Takes no more answers; its result may be seen. A grid of stakeholders leaves what was answered as ratings. */
export function closeBallot(project: OpenProject, id: string): Ballot {
  const ballot = findBallot(project, id);
  if (ballot.state !== 'open') refuse('ballot/not-open', { name: ballot.question });
  const at = project.nowText();
  const subjects = ballot.kind === 'grid' ? (['ballots', 'workshops', 'stakeholders'] as const) : (['ballots', 'workshops'] as const);
  project.change({ name: 'ballots.close', params: { name: ballot.question }, subjects }, (write) => {
    write.run(sql.updateTable('ballot').set({ state: 'closed', closed_at: at }).where('id', '=', id));
    if (ballot.kind === 'grid') appendRatings(project, write, ballot, at);
  });
  return findBallot(project, id);
}

/** Answers that come now come after the result was seen: `reopened_at` says so for good. */
export function reopenBallot(project: OpenProject, id: string): Ballot {
  const ballot = findBallot(project, id);
  if (ballot.state !== 'closed') refuse('ballot/not-closed', { name: ballot.question });
  project.change({ name: 'ballots.reopen', params: { name: ballot.question }, subjects: ['ballots', 'workshops'] }, (write) => {
    write.run(sql.updateTable('ballot').set({ state: 'open', reopened_at: project.nowText() }).where('id', '=', id));
  });
  return findBallot(project, id);
}

/** The next round of a Delphi, in draft: the same question, options (in the same order) and rule. */
export function addNextRound(project: OpenProject, id: string): Ballot {
  const ballot = findBallot(project, id);
  const rule = ballot.settings.consensus ?? refuse('ballot/no-rule', { name: ballot.question });
  if (ballot.state !== 'closed') refuse('ballot/not-closed', { name: ballot.question });
  if (ballot.round >= rule.mostRounds) refuse('ballot/last-round', { name: ballot.question, most: rule.mostRounds });
  const next = project.first(sql.selectFrom('ballot').select('round').where('follows_id', '=', id));
  if (next) refuse('ballot/round-exists', { name: ballot.question, round: next.round });
  const round = ballot.round + 1;
  const nextId = project.change({ name: 'ballots.nextRound', params: { name: ballot.question, round }, subjects: ['ballots'] }, (write) =>
    addBallot(project, write, { ...ballot, round, followsId: id, madeAt: project.nowText() }),
  );
  return findBallot(project, nextId);
}

/** With its answers, sheets and counts, all in one change: taken back, they come with it. Ratings that came of it stay with their stakeholders. */
export function removeBallot(project: OpenProject, id: string): void {
  const ballot = findBallot(project, id);
  project.change({ name: 'ballots.remove', params: { name: ballot.question }, subjects: ['ballots', 'workshops'] }, (write) => {
    for (const table of ['ballot_answer', 'ballot_hands'] as const) write.run(sql.deleteFrom(table).where('ballot_id', '=', id));
    write.run(sql.deleteFrom('ballot').where('id', '=', id));
  });
}

/** Question, options and rules stand once anybody has answered, also where «open» was taken back. */
function requireUnanswered(ballot: Ballot): void {
  if (ballot.state !== 'draft') refuse('ballot/already-open', { name: ballot.question });
  const { phone, paper, hands } = ballot.turnout;
  if (phone + paper + hands > 0) refuse('ballot/has-answers', { name: ballot.question });
}
