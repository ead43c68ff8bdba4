import type { PriorityResult, Vote, VoteChoice, VoteDecided } from '#shared/domain/priorities.ts';
import type { ResultDivided, ResultFigure, ResultPart } from '#shared/domain/results.ts';
import { capOf, dotsOf } from '#shared/methods/ballot-rules.ts';
import { resultCore } from '../ballots/results/result.ts';
import { contentId } from '../project/content-id.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listPriorities, readVote } from './priorities.ts';

/** Stands in the project where the counts typed by group were chosen although a ballot could be. */
const typedSource = 'typed';

/**
 * The vote as it is decided: from the source that was chosen. Until one is, dots typed by group go before ballots (somebody typed them on
 * purpose), and without them the ballot on priorities that closed last counts. A chosen ballot that is open again counts again when it is closed.
 */
export function readDecidedVote(project: OpenProject): Vote & { decided: VoteDecided } {
  const typed = readVote(project);
  const choices = ballotsOnPriorities(project);
  const stored = project.found(sql.selectFrom('project').select('priority_source')).priority_source;
  const hasTyped = typed.tallies.some(({ dots }) => dots > 0);
  const chosen = choices.find(({ ballotId }) => ballotId === stored);
  const ballot = chosen ?? (stored === typedSource || hasTyped ? undefined : choices[0]);
  const isAutomatic = stored !== typedSource && !chosen;
  if (!ballot) {
    const people = typed.groups.reduce((sum, group) => sum + group.people, 0);
    return { ...typed, decided: { source: { kind: 'typed' }, unit: 'dots', people, choices, isAutomatic, hasTyped } };
  }
  return { ...voteOfBallot(project, ballot, typed), decided: { ...peopleAndUnit(project, ballot), choices, isAutomatic, hasTyped } };
}

/** Keeps which source counts: a ballot, or null for the counts typed by group. */
export function sourceColumn(ballotId: string | null): string {
  return ballotId ?? typedSource;
}

/** Closed ballots whose options are the priorities, the last closed first. */
function ballotsOnPriorities(project: OpenProject): VoteChoice[] {
  return project
    .all(
      sql
        .selectFrom('ballot')
        .innerJoin('workshop', 'workshop.id', 'ballot.workshop_id')
        .select(['ballot.id', 'ballot.kind', 'ballot.question', 'ballot.closed_at', 'workshop.title'])
        .where('ballot.subject', '=', 'priorities')
        .where('ballot.state', '=', 'closed')
        .where('ballot.kind', 'in', ['dots', 'ranking'])
        .orderBy('ballot.closed_at', 'desc')
        .orderBy('ballot.id', 'desc'),
    )
    .map((row) => ({
      ballotId: row.id,
      ballotKind: row.kind === 'ranking' ? 'ranking' : 'dots',
      question: row.question,
      workshop: row.title,
      closedAt: row.closed_at,
    }));
}

function peopleAndUnit(project: OpenProject, choice: VoteChoice): Pick<VoteDecided, 'source' | 'unit' | 'people'> {
  const { totals } = resultCore(project, choice.ballotId);
  return { source: { kind: 'ballot', ballotId: choice.ballotId }, unit: choice.ballotKind === 'ranking' ? 'points' : 'dots', people: totals.people };
}

function voteOfBallot(project: OpenProject, { ballotId }: VoteChoice, typed: Vote): Vote {
  const { ballot, totals, divisions } = resultCore(project, ballotId);
  const division = divisions.find(({ by }) => by === 'group');
  const placeOf = new Map(ballot.options.map(({ refId }, place) => [refId, place]));
  const parts = division?.parts ?? [];
  const results = listPriorities(project).map((priority): PriorityResult => {
    const place = placeOf.get(priority.id);
    const figure = place === undefined ? undefined : totals.figures[place];
    return {
      priorityId: priority.id,
      dots: figure?.total ?? 0,
      share: shareOf(figure, totals.figures),
      rank: figure?.rank ?? null,
      ...equalOf(division, place),
      byGroup: parts.map((part) => {
        const own = place === undefined ? undefined : part.figures[place];
        return { groupId: groupIdOf(ballotId, part), dots: own?.total ?? 0, share: shareOf(own, part.figures), rank: own?.rank ?? null };
      }),
    };
  });
  return {
    rules: { dotsPerPerson: dotsOf(ballot), capPerOption: capOf(ballot) },
    suggestedDots: typed.suggestedDots,
    groups: parts.map((part) => ({ id: groupIdOf(ballotId, part), name: partName(part), people: part.people })),
    tallies: [],
    results,
    problems: [],
  };
}

function shareOf(figure: ResultFigure | undefined, all: readonly ResultFigure[]): number | null {
  const sum = all.reduce((total, own) => total + (own.total ?? 0), 0);
  return figure?.total === null || figure === undefined || sum === 0 ? null : figure.total / sum;
}

function equalOf(division: ResultDivided | undefined, place: number | undefined): Pick<PriorityResult, 'equalGroupPoints' | 'equalGroupRank'> {
  const equal = place === undefined ? undefined : division?.equal[place];
  return { equalGroupPoints: equal?.points ?? null, equalGroupRank: equal?.rank ?? null };
}

/** Parts that are no group of their own («not said», small ones together) get an id that stays the same. */
function groupIdOf(ballotId: string, part: ResultPart): string {
  return part.id === 'none' || part.id === 'merged' ? contentId(`part ${ballotId} ${part.id}`) : part.id;
}

function partName(part: ResultPart): string {
  return part.name || part.merged.map(({ name }) => name || '–').join(' + ') || '–';
}
