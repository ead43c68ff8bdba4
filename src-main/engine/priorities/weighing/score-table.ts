import type { Criterion, CriterionScore, ScoreCell, ScoreOrigin } from '#shared/domain/criteria.ts';
import type { Priority } from '#shared/domain/priorities.ts';
import { localScore } from '#shared/methods/multi-criteria.ts';
import { listFindings } from '../../findings/findings.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { listScores } from '../criteria.ts';
import { type BallotScores, ballotScores, endsOfBallot } from './ballot-scores.ts';
import { countedScore } from './counted-scores.ts';

/** The figures of every option on every criterion, together and as one group sees them. */
export interface ScoreTable {
  /** Ends in force: those set, else those that fit what is known. */
  endsOf(criterion: Criterion): { worst: number | null; best: number | null };
  suggestedEnds(criterion: Criterion): { worst: number; best: number } | null;
  cell(criterion: Criterion, priority: Priority): ScoreCell;
  /** What a group gave itself, else what counts together. */
  groupScore(criterion: Criterion, priority: Priority, groupId: string): number | null;
  readonly judgingGroups: ReadonlySet<string>;
}

interface Figure {
  readonly value: number | null;
  readonly origin: ScoreOrigin;
}

const none: Figure = { value: null, origin: { kind: 'none' } };

export function scoreTable(project: OpenProject, priorities: readonly Priority[], criteria: readonly Criterion[]): ScoreTable {
  const findings = new Map(listFindings(project).map((finding) => [finding.id, finding]));
  const scores = listScores(project);
  const judged = new Map(scores.map((score) => [keyOf(score.criterionId, score.priorityId, score.groupId), score]));
  const ballots = new Map(criteria.filter(({ kind }) => kind === 'ballot').map((own) => [own.id, ballotScores(project, own.source.ballotId, priorities)]));
  const figures = new Map<string, Figure>();
  const counts = scores.filter((score) => score.groups === null || score.value !== null);

  function figure(criterion: Criterion, priority: Priority): Figure {
    const key = keyOf(criterion.id, priority.id, null);
    const known = figures.get(key) ?? figureOf(criterion, priority);
    figures.set(key, known);
    return known;
  }

  function figureOf(criterion: Criterion, priority: Priority): Figure {
    const together = judged.get(keyOf(criterion.id, priority.id, null));
    if (together && isJudgement(together, criterion)) return { value: together.value, origin: judgedOrigin(together) };
    const groups = counts.filter((score) => score.criterionId === criterion.id && score.priorityId === priority.id && score.groupId !== null);
    const known = groups.flatMap(({ value }) => value ?? []);
    if (known.length > 0) return { value: known.reduce((sum, value) => sum + value, 0) / known.length, origin: { kind: 'groups', count: known.length } };
    if (criterion.kind === 'ballot') return fromBallot(ballots.get(criterion.id) ?? null, priority);
    if (criterion.kind === 'judged') return none;
    // What is in the city as a whole says nothing about an option that names no finding.
    const finding = priority.findingId === null ? undefined : findings.get(priority.findingId);
    if (!finding) return none;
    return countedScore(project, { what: criterion.kind, areaIds: finding.areaIds, groups: together?.groups ?? criterion.source.groups });
  }

  function suggestedEnds(criterion: Criterion): { worst: number; best: number } | null {
    const ballot = criterion.kind === 'ballot' ? (ballots.get(criterion.id) ?? null) : null;
    if (ballot) return endsOfBallot(ballot);
    if (criterion.kind === 'judged') return null;
    const known = priorities.flatMap((priority) => figure(criterion, priority).value ?? []);
    return known.length > 0 && Math.max(...known) > 0 ? { worst: 0, best: Math.max(...known) } : null;
  }

  function endsOf(criterion: Criterion) {
    const suggested = criterion.worst === null && criterion.best === null ? suggestedEnds(criterion) : null;
    return { worst: criterion.worst ?? suggested?.worst ?? null, best: criterion.best ?? suggested?.best ?? null };
  }

  return {
    endsOf,
    suggestedEnds,
    cell: (criterion, priority) => {
      const { value, origin } = figure(criterion, priority);
      const { worst, best } = endsOf(criterion);
      const score = localScore(value, worst, best);
      return { criterionId: criterion.id, value, score, isBeyond: score !== null && (score < -1e-9 || score > 100 + 1e-9), origin };
    },
    groupScore: (criterion, priority, groupId) => {
      const own = judged.get(keyOf(criterion.id, priority.id, groupId));
      const ballot = ballots.get(criterion.id)?.byGroup.get(groupId)?.get(priority.id);
      const value = own && own.value !== null ? own.value : (ballot ?? figure(criterion, priority).value);
      const { worst, best } = endsOf(criterion);
      return localScore(value, worst, best);
    },
    judgingGroups: new Set(counts.flatMap(({ groupId, value }) => (groupId !== null && value !== null ? groupId : []))),
  };
}

/** A row that only says which offence groups count is no judgement. */
function isJudgement(score: CriterionScore, criterion: Criterion): boolean {
  return score.value !== null || (score.groups === null && criterion.kind === 'judged');
}

function judgedOrigin({ note, ratedOn }: CriterionScore): ScoreOrigin {
  return { kind: 'judged', note, ratedOn };
}

function fromBallot(scores: BallotScores | null, priority: Priority): Figure {
  return scores ? { value: scores.values.get(priority.id) ?? null, origin: scores.origin } : none;
}

function keyOf(criterionId: string, priorityId: string, groupId: string | null): string {
  return `${criterionId} ${priorityId} ${groupId ?? ''}`;
}
