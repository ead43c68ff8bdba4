import type { Ballot } from '#shared/domain/ballots.ts';
import { type FigureFacts, factInput, figureFacts, isUndefined } from '#shared/domain/figure-facts.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { BallotResult } from '#shared/domain/results.ts';
import { copeland } from '#shared/methods/copeland.ts';
import { kendallW, kendallWVersion } from '#shared/methods/kendall-w.ts';
import { commonMatrix, mostConsistencyRatio, pairwiseWeights, pairwiseWeightsVersion } from '#shared/methods/pairwise-weights.ts';
import { fullRanks } from '#shared/methods/preference-ranks.ts';
import { midRanks } from '#shared/methods/ranks.ts';
import { steadyWinner, steadyWinnerVersion } from '#shared/methods/steady-winner.ts';
import type { Company, Voice } from './company.ts';
import { countingVersion } from './facts.ts';
import { facetsOf, levelIn, matricesOf, rankingsOf } from './figures.ts';

type Measure = BallotResult['measures'][number];
type Sources = FigureFacts['sources'];

/** Tables are drawn as a whole from here on (methods, section 17); with fewer there is nothing to draw from. */
const fewestTables = 8;

/** What is said of the result as a whole. */
export function measuresOf(ballot: Ballot, company: Company, first: number | null, sources: Sources): Measure[] {
  const seed = seedOf(ballot.id);
  switch (ballot.kind) {
    case 'ranking':
      return [concordance(rankRows(ballot, company), seed, sources), steadiness(ballot, company, first, seed, sources)];
    case 'rating':
      return facetsOf(ballot).length === 1 && ballot.options.length > 1 ? [concordance(ratedRows(ballot, company), seed, sources)] : [];
    case 'dots':
    case 'place':
      return ballot.options.length > 1 ? [steadiness(ballot, company, first, seed, sources)] : [];
    case 'pairwise':
      return [...consistency(ballot, company, sources), steadiness(ballot, company, first, seed, sources)];
    case 'quiz':
      return rightShare(ballot, company, sources);
    default:
      return [];
  }
}

/** The same ballot gives the same chance, on every machine: FNV-1a of its id. */
function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % 0x7fffffff;
}

/** Options that come back to themselves along majorities; only a ranking can tell. */
export function circleOf(ballot: Ballot, company: Company): string[] {
  if (ballot.kind !== 'ranking') return [];
  const ids = ballot.options.map(({ id }) => id);
  return copeland(rankingsOf(ballot, company), ids).circle.flatMap((index) => ids[index] ?? []);
}

/** A raised hand gives no order that could be the same as another's. */
function rankRows(ballot: Ballot, { voices }: Company): number[][] {
  const ids = ballot.options.map(({ id }) => id);
  const ordering = { voices: voices.filter(({ channel }) => channel !== 'hands'), hands: [] };
  return rankingsOf(ballot, ordering).map((ranking) => fullRanks(ranking, ids));
}

/** Ranks of the options by those who rated all of them. */
function ratedRows(ballot: Ballot, { voices }: Company): number[][] {
  const facet = facetsOf(ballot)[0] ?? '';
  return voices.flatMap(({ answers }) => {
    const levels = ballot.options.map(({ id }) => answers.reduce<number | null>((level, answer) => level ?? levelIn(answer, id, facet), null));
    return levels.every((level) => level !== null) ? [midRanks(levels).map((rank) => rank ?? 0)] : [];
  });
}

function concordance(rows: readonly (readonly number[])[], seed: number, sources: Sources): Measure {
  const found = kendallW(rows, seed);
  if (isUndefined(found)) {
    return {
      name: 'kendallW',
      value: null,
      facts: figureFacts({ method: 'kendallW', version: kendallWVersion, n: rows.length, sources, undefinedReason: found.undefined }),
    };
  }
  const inputs = [
    factInput('value', found.w),
    factInput('options', found.options),
    factInput('squares', found.s),
    factInput('ties', found.ties),
    factInput('chiSquare', found.chiSquare),
    factInput('degrees', found.degrees),
    factInput('chance', found.p),
  ];
  const words = `results.chanceBy.${found.pBy}`;
  const facts = figureFacts({
    method: 'kendallW',
    version: kendallWVersion,
    inputs,
    n: found.raters,
    missing: 0,
    sources,
    params: [factInput('chanceBy', `key:${words}`)],
    seed: found.pBy === 'drawn' ? seed : null,
  });
  return { name: 'kendallW', value: found.w, facts };
}

function steadiness(ballot: Ballot, company: Company, first: number | null, seed: number, sources: Sources): Measure {
  const rows = company.voices.map((voice) => givenBy(ballot, voice)).filter((points) => points !== null);
  const tables = [...groupBy(company.voices, (voice) => voice.groupId ?? '').entries()].filter(([id]) => id !== '');
  const byTable = tables.length >= fewestTables;
  const drawn = byTable
    ? tables.map(([, voices]) =>
        sumRows(
          voices.flatMap((voice) => [givenBy(ballot, voice) ?? []]),
          ballot.options.length,
        ),
      )
    : rows;
  const found = steadyWinner(drawn, seed);
  const value = isUndefined(found) || first === null ? null : (found.firstShares[first] ?? null);
  const facts = figureFacts({
    method: 'winnerSteadiness',
    version: steadyWinnerVersion,
    inputs: isUndefined(found) ? [] : [factInput('value', value, 'share'), factInput('repetitions', found.repetitions)],
    n: rows.length,
    missing: company.voices.length - rows.length,
    sources,
    seed: isUndefined(found) ? null : seed,
    undefinedReason: isUndefined(found) ? found.undefined : null,
    params: byTable ? [factInput('groups', tables.length)] : [],
  });
  return { name: 'winnerSteadiness', value, facts };
}

/** What one person added to each option; null where the answer adds to none by itself. */
function givenBy(ballot: Ballot, { answers }: Pick<Voice, 'answers'>): number[] | null {
  const ids = ballot.options.map(({ id }) => id);
  const [answer] = answers;
  switch (answer?.kind) {
    case 'dots':
      return ids.map((id) => answer.dots[id] ?? 0);
    case 'ranking':
      return fullRanks(answer.places, ids).map((rank) => ids.length - rank);
    case 'place':
      return ballot.options.map(({ refId }) => (refId !== null && answer.areaIds.includes(refId) ? 1 : 0));
    case 'pairwise': {
      const [matrix] = matricesOf(ballot, { voices: [{ id: '', groupId: null, attributes: {}, channel: 'phone', answers }], hands: [] });
      const found = matrix ? pairwiseWeights(matrix) : null;
      // Geometric means multiply: the logarithms of the weights are what adds up.
      return found && !isUndefined(found) ? found.weights.map(Math.log) : null;
    }
    default:
      return null;
  }
}

function sumRows(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0));
}

function consistency(ballot: Ballot, company: Company, sources: Sources): Measure[] {
  const matrices = matricesOf(ballot, company);
  const common = pairwiseWeights(commonMatrix(matrices));
  const own = matrices.flatMap((matrix) => {
    const found = pairwiseWeights(matrix);
    return isUndefined(found) ? [] : [found];
  });
  const askAgain = own.filter((found) => found.asksAgain).length;
  const facts = figureFacts({
    method: 'consistency',
    version: pairwiseWeightsVersion,
    inputs: isUndefined(common)
      ? []
      : [
          factInput('value', common.consistencyRatio),
          factInput('lambda', common.lambda),
          factInput('options', ballot.options.length),
          factInput('askAgain', askAgain, 'persons'),
        ],
    n: matrices.length,
    missing: company.voices.length - matrices.length,
    sources,
    params: [factInput('rule', mostConsistencyRatio)],
    undefinedReason: isUndefined(common) ? common.undefined : null,
  });
  return [
    { name: 'consistency', value: isUndefined(common) ? null : common.consistencyRatio, facts },
    { name: 'askAgain', value: isUndefined(common) ? null : askAgain, facts },
  ];
}

/** Share of right answers among all answers to questions that have a right one. */
function rightShare(ballot: Ballot, { voices }: Company, sources: Sources): Measure[] {
  const tests = ballot.options.filter(({ quiz }) => quiz?.correct);
  if (tests.length === 0) return [];
  const given = voices.flatMap(({ answers }) =>
    answers.flatMap((answer) =>
      answer.kind === 'quiz' ? tests.flatMap(({ id, quiz }) => (answer.answers[id]?.trim() ? [answer.answers[id] === quiz?.correct] : [])) : [],
    ),
  );
  const right = given.filter(Boolean).length;
  const value = given.length === 0 ? null : right / given.length;
  const facts = figureFacts({
    method: 'share',
    version: countingVersion,
    inputs: [factInput('hits', right, 'answers'), factInput('total', given.length, 'answers')],
    n: given.length,
    missing: voices.length * tests.length - given.length,
    sources,
    undefinedReason: value === null ? 'no-answers' : null,
  });
  return [{ name: 'rightShare', value, facts }];
}
