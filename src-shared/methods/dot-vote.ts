import type { PriorityResult, Vote, VoteRules, VoteTally, VotingGroup } from '../domain/priorities.ts';
import { midRanks } from './ranks.ts';

/** Dots per person that suit so many options: a quarter of them, rounded up, at least one (methods, section 11). */
export function suggestedDots(optionCount: number): number {
  return Math.max(1, Math.ceil(optionCount / 4));
}

/** One person's dots by option. */
export type DotBallot = Readonly<Record<string, number>>;

export interface DotCount {
  readonly votes: Readonly<Record<string, number>>;
  /** How many people gave an option at least one dot. */
  readonly supporters: Readonly<Record<string, number>>;
  /** Everyone whose ballot counts, blank ones included. */
  readonly people: number;
  /** Positions of ballots over the dots or the cap: listed, never trimmed, not counted. */
  readonly refused: readonly number[];
}

/** Counts single ballots. */
export function countBallots(ballots: readonly DotBallot[], options: readonly string[], rules: VoteRules): DotCount {
  const votes = Object.fromEntries(options.map((option) => [option, 0]));
  const supporters = { ...votes };
  const refused: number[] = [];
  for (const [position, ballot] of ballots.entries()) {
    const dots = Object.values(ballot);
    const isOver = dots.reduce((sum, dot) => sum + dot, 0) > rules.dotsPerPerson || dots.some((dot) => dot > rules.capPerOption);
    if (isOver) {
      refused.push(position);
      continue;
    }
    for (const option of options) {
      const given = ballot[option] ?? 0;
      votes[option] = (votes[option] ?? 0) + given;
      if (given > 0) supporters[option] = (supporters[option] ?? 0) + 1;
    }
  }
  return { votes, supporters, people: ballots.length - refused.length, refused };
}

/** What a group cannot have placed: more dots in all, or on one option, than its people have. Listed so that the facilitator can look again. */
export function voteProblems(groups: readonly VotingGroup[], tallies: readonly VoteTally[], rules: VoteRules): Vote['problems'] {
  return groups.flatMap((group) => {
    const own = tallies.filter((tally) => tally.groupId === group.id);
    const placed = own.reduce((sum, tally) => sum + tally.dots, 0);
    const allowed = group.people * rules.dotsPerPerson;
    const perOption = group.people * rules.capPerOption;
    const problems: Vote['problems'] = own
      .filter((tally) => tally.dots > perOption)
      .map((tally) => ({ groupId: group.id, code: 'over-cap', priorityId: tally.priorityId, dots: tally.dots, allowed: perOption }));
    if (placed > allowed) problems.unshift({ groupId: group.id, code: 'too-many-dots', priorityId: null, dots: placed, allowed });
    return problems;
  });
}

/**
 * The vote overall, by group, and with every group weighing the same: the mean over groups of dots per person. Groups without
 * people, or whose dots nobody has entered, have no mean and stay out of it; before any dot is placed there is no share and no rank.
 */
export function voteResults(priorityIds: readonly string[], groups: readonly VotingGroup[], tallies: readonly VoteTally[]): PriorityResult[] {
  const dotsOf = new Map(tallies.map((tally) => [`${tally.groupId} ${tally.priorityId}`, tally.dots]));
  const dotsIn = (groupId: string) => priorityIds.map((id) => dotsOf.get(`${groupId} ${id}`) ?? 0);
  const voted = new Set(tallies.map((tally) => tally.groupId));
  const byGroup = groups.map((group) => ({ group, ...sharesAndRanks(dotsIn(group.id)) }));
  const overall = sharesAndRanks(priorityIds.map((_, index) => sum(byGroup.map(({ dots }) => dots[index] ?? 0))));
  const weighing = byGroup.filter(({ group }) => group.people > 0 && voted.has(group.id));
  const points = priorityIds.map((_, index) =>
    weighing.length === 0 ? null : sum(weighing.map(({ group, dots }) => (dots[index] ?? 0) / group.people)) / weighing.length,
  );
  const pointRanks = midRanks(points);
  return priorityIds.map((priorityId, index) => ({
    priorityId,
    dots: overall.dots[index] ?? 0,
    share: overall.shares[index] ?? null,
    rank: overall.ranks[index] ?? null,
    equalGroupPoints: points[index] ?? null,
    equalGroupRank: pointRanks[index] ?? null,
    byGroup: byGroup.map(({ group, dots, shares, ranks }) => ({
      groupId: group.id,
      dots: dots[index] ?? 0,
      share: shares[index] ?? null,
      rank: ranks[index] ?? null,
    })),
  }));
}

function sharesAndRanks(dots: readonly number[]) {
  const total = sum(dots);
  const shares = dots.map((value) => (total === 0 ? null : value / total));
  return { dots, shares, ranks: midRanks(shares) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
