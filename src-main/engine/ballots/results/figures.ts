import type { Answer, Ballot, Hands } from '#shared/domain/ballots.ts';
import { isUndefined } from '#shared/domain/figure-facts.ts';
import type { ResultFacet, ResultFigure } from '#shared/domain/results.ts';
import { capOf } from '#shared/methods/ballot-rules.ts';
import { bordaPoints } from '#shared/methods/borda.ts';
import { copeland } from '#shared/methods/copeland.ts';
import { agreeingShare } from '#shared/methods/delphi.ts';
import { median, quartile } from '#shared/methods/medians.ts';
import { commonMatrix, pairMatrix, pairwiseWeights } from '#shared/methods/pairwise-weights.ts';
import { isBlankRanking, type Ranking } from '#shared/methods/preference-ranks.ts';
import { midRanks } from '#shared/methods/ranks.ts';
import type { Company } from './company.ts';
import { peopleIn } from './company.ts';

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

/** What each option is asked by itself: once, by day and by night, or on every dimension. */
export function facetsOf({ kind, settings }: Ballot): ResultFacet[] {
  if (kind === 'rating' && settings.times.length > 0) return [...settings.times];
  return kind === 'grid' ? [...settings.dimensions] : [''];
}

/** The choices of a quiz question as they are stored in answers; empty for a question in words. */
export function choicesOf({ quiz }: Ballot['options'][number]): readonly string[] {
  if (!quiz || quiz.type === 'text') return [];
  return quiz.type === 'level' ? ['1', '2', '3', '4', '5'] : quiz.type === 'yes-no' ? ['yes', 'no'] : quiz.choices;
}

/** The figures of a company: option by option, and within each facet by facet. Empty where the kind has texts only. */
export function figuresOf(ballot: Ballot, company: Company): ResultFigure[] {
  const figures = rawFigures(ballot, company);
  return ranked(figures, hasPlaces(ballot));
}

function rawFigures(ballot: Ballot, company: Company): ResultFigure[] {
  switch (ballot.kind) {
    case 'dots':
      return dotFigures(ballot, company);
    case 'ranking':
      return rankingFigures(ballot, company);
    case 'rating':
    case 'grid':
    case 'agree':
      return levelFigures(ballot, company);
    case 'place':
      return placeFigures(ballot, company);
    case 'quiz':
      return quizFigures(ballot, company);
    case 'pairwise':
      return pairwiseFigures(ballot, company);
    case 'statement':
      return [];
  }
}

/** Whether one option comes before another: answers of a quiz are no race. */
export function hasPlaces({ kind }: Pick<Ballot, 'kind'>): boolean {
  return kind !== 'quiz' && kind !== 'statement';
}

/** Gives places among the figures of one facet, by points. */
export function ranked(figures: readonly ResultFigure[], hasRanks: boolean): ResultFigure[] {
  const places = new Map<ResultFigure, number | null>();
  for (const facet of new Set(figures.map((figure) => figure.facet))) {
    const own = figures.filter((figure) => figure.facet === facet);
    const nothing = own.every(({ points }) => points === null || points === 0);
    const ranks = midRanks(own.map(({ points }) => (hasRanks && !nothing ? points : null)));
    for (const [index, figure] of own.entries()) places.set(figure, ranks[index] ?? null);
  }
  return figures.map((figure) => ({ ...figure, rank: places.get(figure) ?? null }));
}

const nothing: Omit<ResultFigure, 'optionId' | 'facet'> = {
  n: 0,
  total: null,
  supporters: null,
  points: null,
  rank: null,
  copeland: null,
  median: null,
  lowQuartile: null,
  highQuartile: null,
  agreeing: null,
  counts: [],
  why: null,
};

export function emptyFigure(optionId: string, facet: ResultFacet, why: ResultFigure['why']): ResultFigure {
  return { ...nothing, optionId, facet, why };
}

function answersOf<Kind extends Answer['kind']>({ voices }: Company, kind: Kind): Of<Kind>[] {
  return voices.flatMap(({ answers }) => answers.filter((answer): answer is Of<Kind> => answer.kind === kind));
}

const handsAt = (hands: readonly Hands[], key: string) => hands.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0);

/** Raised hands are dots; how many people they are from is known only where nobody can give an option more than one. */
function dotFigures(ballot: Ballot, company: Company): ResultFigure[] {
  const answers = answersOf(company, 'dots');
  const n = peopleIn(company);
  return ballot.options.map(({ id }) => {
    const given = answers.map(({ dots }) => dots[id] ?? 0);
    const raised = handsAt(company.hands, id);
    const total = given.reduce((sum, dots) => sum + dots, 0) + raised;
    const supporters = raised > 0 && capOf(ballot) > 1 ? null : given.filter((dots) => dots > 0).length + raised;
    return n === 0 ? emptyFigure(id, '', 'no-answers') : { ...nothing, optionId: id, facet: '', n, total, supporters, points: total / n };
  });
}

export function rankingsOf(ballot: Ballot, company: Company): Ranking[] {
  const ids = ballot.options.map(({ id }) => id);
  return answersOf(company, 'ranking')
    .map(({ places }) => places)
    .filter((places) => !isBlankRanking(places, ids));
}

function rankingFigures(ballot: Ballot, company: Company): ResultFigure[] {
  const ids = ballot.options.map(({ id }) => id);
  const rankings = rankingsOf(ballot, company);
  const n = rankings.length;
  if (n === 0) return ids.map((id) => emptyFigure(id, '', 'no-answers'));
  const points = bordaPoints(rankings, ids);
  const { scores } = copeland(rankings, ids);
  return ids.map((id, index) => {
    const total = points[index] ?? 0;
    const supporters = rankings.filter((ranking) => ranking[id] !== undefined && ranking[id] === Math.min(...Object.values(ranking))).length;
    return { ...nothing, optionId: id, facet: '', n, total, points: total / n, supporters, copeland: scores[index] ?? 0 };
  });
}

/** Levels 1–5 that a company gave to one option, hands included. */
export function levelsOf(company: Company, optionId: string, facet: ResultFacet): number[] {
  const own = company.voices.flatMap(({ answers }) => answers.flatMap((answer) => levelIn(answer, optionId, facet) ?? []));
  const key = facet === '' ? optionId : `${optionId}:${facet}`;
  const raised = [1, 2, 3, 4, 5].flatMap((level) => new Array<number>(handsAt(company.hands, `${key}:${level}`)).fill(level));
  return [...own, ...raised];
}

/** The level that an answer gives to an option; null where it was left out. */
export function levelIn(answer: Answer, optionId: string, facet: ResultFacet): number | null {
  if (answer.kind === 'agree') return answer.levels[optionId] ?? null;
  if (answer.kind === 'rating') {
    const given = answer.levels[optionId];
    return (facet === 'day' || facet === 'night' ? given?.[facet] : given?.level) ?? null;
  }
  if (answer.kind !== 'grid' || facet === '' || facet === 'day' || facet === 'night') return null;
  return answer.scores[optionId]?.[facet] ?? null;
}

function levelFigures(ballot: Ballot, company: Company): ResultFigure[] {
  return ballot.options.flatMap(({ id }) => facetsOf(ballot).map((facet) => levelFigure(id, facet, levelsOf(company, id, facet), ballot.kind === 'agree')));
}

function levelFigure(optionId: string, facet: ResultFacet, levels: readonly number[], byAgreement: boolean): ResultFigure {
  const agreeing = agreeingShare(levels);
  if (isUndefined(agreeing)) return { ...emptyFigure(optionId, facet, 'no-answers'), counts: [0, 0, 0, 0, 0] };
  return {
    ...nothing,
    optionId,
    facet,
    n: levels.length,
    points: byAgreement ? agreeing : levels.reduce((sum, level) => sum + level, 0) / levels.length,
    median: median(levels),
    lowQuartile: quartile(levels, 0.25),
    highQuartile: quartile(levels, 0.75),
    agreeing,
    counts: [1, 2, 3, 4, 5].map((level) => levels.filter((given) => given === level).length),
  };
}

function placeFigures(ballot: Ballot, company: Company): ResultFigure[] {
  const answers = answersOf(company, 'place');
  const n = peopleIn(company);
  return ballot.options.map(({ id, refId }) => {
    const taps = answers.filter(({ areaIds }) => refId !== null && areaIds.includes(refId)).length + handsAt(company.hands, id);
    return n === 0
      ? emptyFigure(id, '', 'no-answers')
      : { ...nothing, optionId: id, facet: '', n, total: taps, supporters: taps, points: Math.min(1, taps / n) };
  });
}

function quizFigures(ballot: Ballot, company: Company): ResultFigure[] {
  const answers = answersOf(company, 'quiz');
  return ballot.options.map((option) => {
    const choices = choicesOf(option);
    const given = answers.flatMap((answer) => answer.answers[option.id]?.trim() || []);
    const counts = choices.map(
      (choice, index) =>
        given.filter((text) => text === choice).length + handsAt(company.hands, `${option.id}:${option.quiz?.type === 'choice' ? index : choice}`),
    );
    const n = choices.length === 0 ? given.length : counts.reduce((sum, count) => sum + count, 0);
    if (n === 0) return { ...emptyFigure(option.id, '', 'no-answers'), counts };
    const isLevel = option.quiz?.type === 'level';
    const levels = isLevel ? counts.flatMap((count, index) => new Array<number>(count).fill(index + 1)) : [];
    const good = goodChoices(option).reduce((sum, choice) => sum + (counts[choices.indexOf(choice)] ?? 0), 0);
    return {
      ...nothing,
      optionId: option.id,
      facet: '',
      n,
      counts,
      points: goodChoices(option).length === 0 ? null : good / n,
      median: median(levels),
      lowQuartile: quartile(levels, 0.25),
      highQuartile: quartile(levels, 0.75),
      agreeing: isLevel ? good / n : null,
    };
  });
}

/** The choices by whose share groups are compared: the right one, else 4 and 5 of a level, else yes; none of a free choice. */
function goodChoices({ quiz }: Ballot['options'][number]): readonly string[] {
  if (quiz?.correct) return [quiz.correct];
  return quiz?.type === 'level' ? ['4', '5'] : quiz?.type === 'yes-no' ? ['yes'] : [];
}

/** The comparisons of those who answered every pair. */
export function matricesOf(ballot: Ballot, company: Company): number[][][] {
  const ids = ballot.options.map(({ id }) => id);
  return answersOf(company, 'pairwise').flatMap(({ ratios }) => {
    const matrix = pairMatrix(ratios, ids);
    return matrix ? [matrix] : [];
  });
}

function pairwiseFigures(ballot: Ballot, company: Company): ResultFigure[] {
  const matrices = matricesOf(ballot, company);
  const found = pairwiseWeights(commonMatrix(matrices));
  return ballot.options.map(({ id }, index) =>
    isUndefined(found)
      ? emptyFigure(id, '', found.undefined)
      : { ...nothing, optionId: id, facet: '', n: matrices.length, points: found.weights[index] ?? null },
  );
}
