import type { Answer, BallotKind, BallotOption, BallotSettings } from '../domain/ballots.ts';
import { suggestedDots } from './dot-vote.ts';

/** What of a ballot decides whether an answer fits it. */
export interface BallotRules {
  readonly kind: BallotKind;
  readonly settings: BallotSettings;
  readonly options: readonly Pick<BallotOption, 'id' | 'refId' | 'quiz'>[];
}

/** Dots that everybody has: a quarter of the options, rounded up, unless it was fixed otherwise (methods, section 11). */
export function dotsOf({ settings, options }: Pick<BallotRules, 'settings'> & { readonly options: readonly unknown[] }): number {
  return settings.dotsPerPerson ?? suggestedDots(options.length);
}

/** The most dots that one option may get from one person. */
export function capOf(ballot: Parameters<typeof dotsOf>[0]): number {
  const dots = dotsOf(ballot);
  return Math.min(ballot.settings.capPerOption ?? dots, dots);
}

/** Kinds whose options a ballot cannot do without, and how many make a choice. */
export const fewestOptions: Readonly<Record<BallotKind, number>> = {
  dots: 2,
  ranking: 2,
  rating: 1,
  grid: 1,
  agree: 1,
  statement: 0,
  place: 1,
  quiz: 1,
  pairwise: 2,
};

/**
 * Where fewer fit than on other ballots: ten things make 45 pairs, and consistency is known for no more (methods, section 11); nobody ranks more than fifty.
 */
export const mostOptionsOfKind: Readonly<Partial<Record<BallotKind, number>>> = { pairwise: 10, ranking: 50 };

/** Nothing given on any option: a blank sheet, which counts as taking part. */
export function isBlank(answer: Answer): boolean {
  switch (answer.kind) {
    case 'dots':
      return Object.values(answer.dots).every((dots) => dots === 0);
    case 'ranking':
      return isEmpty(answer.places);
    case 'rating':
      return Object.values(answer.levels).every(isEmpty);
    case 'grid':
      return Object.values(answer.scores).every(isEmpty);
    case 'agree':
      return isEmpty(answer.levels) && Object.values(answer.reasons).every((reason) => reason.trim() === '');
    case 'statement':
      return answer.text.trim() === '';
    case 'place':
      return answer.areaIds.length === 0 && answer.note.trim() === '';
    case 'quiz':
      return Object.values(answer.answers).every((text) => text.trim() === '');
    case 'pairwise':
      return isEmpty(answer.ratios);
  }
}

function isEmpty(values: object): boolean {
  return Object.values(values).every((value) => value === undefined);
}
