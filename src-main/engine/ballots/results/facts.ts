import type { Ballot } from '#shared/domain/ballots.ts';
import { type FactInput, type FigureFacts, factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import type { ResultFigure } from '#shared/domain/results.ts';
import { dotsOf } from '#shared/methods/ballot-rules.ts';
import { bordaVersion } from '#shared/methods/borda.ts';
import { delphiVersion } from '#shared/methods/delphi.ts';
import { pairwiseWeightsVersion } from '#shared/methods/pairwise-weights.ts';

/** Version of counting votes, taps and levels. */
export const countingVersion = '1';

interface FactsScope {
  readonly ballot: Ballot;
  /** People in the result. */
  readonly answered: number;
  readonly blank: number;
  readonly hands: number;
  readonly workshopTitle: string;
}

/** Where a figure of a ballot comes from: the workshop and its day. */
export function ballotSource({ ballot, workshopTitle }: Pick<FactsScope, 'ballot' | 'workshopTitle'>): FigureFacts['sources'] {
  return [{ name: [workshopTitle, ballot.question].filter(Boolean).join(': '), publishedOn: ballot.closedAt?.slice(0, 10) ?? null, grade: null }];
}

/** How the figure of one option was made. */
export function factsOfFigure(scope: FactsScope, figure: ResultFigure): FigureFacts {
  const { ballot, answered } = scope;
  const common = {
    n: figure.n,
    missing: figure.n === null ? null : Math.max(0, answered - figure.n),
    sources: ballotSource(scope),
    params: [factInput('blank', scope.blank, 'persons'), ...(scope.hands > 0 ? [factInput('hands', scope.hands, 'persons')] : [])],
    undefinedReason: figure.why,
  };
  const make = (method: FigureFacts['method'], version: string, inputs: FactInput[]) => figureFacts({ method, version, inputs, ...common });
  switch (ballot.kind) {
    case 'dots':
      return make('dotVote', countingVersion, [
        factInput('total', figure.total, 'answers'),
        factInput('count', figure.supporters, 'persons'),
        factInput('dots', dotsOf(ballot)),
      ]);
    case 'ranking':
      return make('borda', bordaVersion, [
        factInput('total', figure.total),
        factInput('options', ballot.options.length),
        factInput('pairsWon', figure.copeland),
      ]);
    case 'agree':
      return make('agreeing', delphiVersion, [
        factInput('value', figure.agreeing, 'share'),
        factInput('low', figure.lowQuartile),
        factInput('high', figure.highQuartile),
      ]);
    case 'rating':
    case 'grid':
      return make('median', countingVersion, [
        factInput('value', figure.median),
        factInput('low', figure.lowQuartile),
        factInput('high', figure.highQuartile),
        factInput('mean', figure.points),
      ]);
    case 'place':
      return make('share', countingVersion, [factInput('hits', figure.total, 'persons'), factInput('total', figure.n, 'persons')]);
    case 'pairwise':
      return make('pairwiseWeights', pairwiseWeightsVersion, [factInput('value', figure.points, 'share'), factInput('options', ballot.options.length)]);
    case 'quiz':
    case 'statement':
      return make('count', countingVersion, [factInput('count', figure.n, 'answers')]);
  }
}
