import type { Ballot } from '#shared/domain/ballots.ts';
import { factInput, figureFacts, isUndefined } from '#shared/domain/figure-facts.ts';
import type { ResultDivided, ResultDivision, ResultFigure, ResultPart } from '#shared/domain/results.ts';
import { ageBands, genders, standings } from '#shared/domain/workshops.ts';
import { hideInList } from '#shared/methods/disclosure.ts';
import { equalGroupPoints, groupAgreement, groupComparisonVersion, groupDivergence, groupsToShow } from '#shared/methods/group-comparison.ts';
import { rankTestsVersion } from '#shared/methods/rank-tests.ts';
import { midRanks } from '#shared/methods/ranks.ts';
import { type Company, notSaid, partsOf, peopleIn, together } from './company.ts';
import { emptyFigure, figuresOf, hasPlaces, ranked } from './figures.ts';

/** Names of groups and areas by id, in their order. */
export type PartNames = ReadonlyMap<string, string>;

interface Part {
  readonly id: string;
  readonly company: Company;
}

/**
 * The room divided by one thing: null where nobody said, or all said the same; `withheld` where what is left would show a few people.
 * Nothing in it, with the totals beside it, tells a part with fewer than `smallest` people.
 */
export function divide(
  ballot: Ballot,
  company: Company,
  by: ResultDivision,
  names: PartNames,
  totals: readonly ResultFigure[],
  smallest: number,
): ResultDivided | 'withheld' | null {
  const all = inOrder(by, partsOf(company, by), names);
  if (all.filter(({ id }) => id !== notSaid).length === 0 || all.length < 2) return null;
  const found = groupsToShow(all, (part) => peopleIn(part.company), smallest);
  if (!found) return 'withheld';
  const parts: ResultPart[] = found.shown.map(({ id, company: own }) => partOf(ballot, id, names.get(id) ?? '', own));
  if (found.merged.length > 0) {
    const merged = found.merged.map(({ id }) => ({ id, name: names.get(id) ?? '' }));
    parts.push({ ...partOf(ballot, 'merged', '', together(found.merged.map((part) => part.company))), merged });
  }
  return compared(ballot, by, hideFewAnswers(ballot, parts, smallest), totals, smallest);
}

function inOrder(by: ResultDivision, parts: ReadonlyMap<string, Company>, names: PartNames): Part[] {
  const orders: Readonly<Partial<Record<ResultDivision, readonly string[]>>> = {
    gender: genders,
    ageBand: ageBands,
    standing: standings,
    channel: ['phone', 'paper', 'hands'],
  };
  const order: readonly string[] = orders[by] ?? [...names.keys()];
  const placeOf = (id: string) => (id === notSaid ? Number.POSITIVE_INFINITY : order.indexOf(id) < 0 ? order.length : order.indexOf(id));
  return [...parts].map(([id, company]) => ({ id, company })).sort((a, b) => placeOf(a.id) - placeOf(b.id) || (a.id < b.id ? -1 : 1));
}

function partOf(ballot: Ballot, id: string, name: string, company: Company): ResultPart {
  return { id, name, merged: [], people: peopleIn(company), figures: figuresOf(ballot, company) };
}

/** In a large part few may have answered one option: its figure is hidden there, and another beside it where the total would tell it. */
function hideFewAnswers(ballot: Ballot, parts: readonly ResultPart[], smallest: number): ResultPart[] {
  const hidden = (parts[0]?.figures ?? []).map((_, index) => {
    const { hiding, isSafe } = hideInList(
      parts.map((part) => part.figures[index]?.n ?? 0),
      smallest,
    );
    return hiding.map((why) => why !== null || !isSafe);
  });
  return parts.map((part, place) => {
    const figures = part.figures.map((figure, index) =>
      hidden[index]?.[place] ? { ...emptyFigure(figure.optionId, figure.facet, 'hidden'), n: null } : figure,
    );
    return { ...part, figures: ranked(figures, hasPlaces(ballot)) };
  });
}

function compared(ballot: Ballot, by: ResultDivision, parts: readonly ResultPart[], totals: readonly ResultFigure[], smallest: number): ResultDivided {
  const points = parts.map((part) => part.figures.map((figure) => figure.points));
  const equalPoints = equalGroupPoints(points);
  const equal = ranked(
    totals.map((figure, index) => ({ ...figure, points: equalPoints[index] ?? null })),
    hasPlaces(ballot),
  ).map((figure) => ({ points: figure.points, rank: figure.rank }));
  const agreement = !hasPlaces(ballot)
    ? []
    : parts.flatMap((first, place) =>
        parts.slice(place + 1).map((second) => {
          const tau = groupAgreement(
            first.figures.map(({ points: own }) => own),
            second.figures.map(({ points: own }) => own),
          );
          return { first: first.id, second: second.id, tau: isUndefined(tau) ? null : tau, why: isUndefined(tau) ? tau.undefined : null };
        }),
      );
  const sizes = parts.reduce((sum, part) => sum + part.people, 0);
  const params = [factInput('smallestCount', smallest, 'persons')];
  return {
    by,
    parts: [...parts],
    equal,
    divergence: groupDivergence(points),
    agreement,
    // By day and by night, or in power and in interest, there are several first places, and none that turns the result.
    changesFirst:
      hasPlaces(ballot) &&
      new Set(totals.map(({ facet }) => facet)).size === 1 &&
      firstOf(totals.map(({ rank }) => rank)) !== firstOf(equal.map(({ rank }) => rank)),
    facts: figureFacts({
      method: 'equalGroups',
      version: groupComparisonVersion,
      inputs: [factInput('groups', parts.length), ...parts.map((part) => factInput('count', part.people, 'persons'))],
      n: sizes,
      missing: 0,
      params,
    }),
    agreementFacts: figureFacts({
      method: 'orderAgreement',
      version: rankTestsVersion,
      inputs: [factInput('groups', parts.length), factInput('options', totals.length)],
      n: sizes,
      missing: 0,
      params,
    }),
  };
}

/** Places of whatever comes first, level ones together. */
function firstOf(ranks: readonly (number | null)[]): string {
  const again = midRanks(ranks.map((rank) => (rank === null ? null : -rank)));
  const best = Math.min(...again.map((rank) => rank ?? Number.POSITIVE_INFINITY));
  return again.flatMap((rank, index) => (rank === best ? [index] : [])).join();
}
