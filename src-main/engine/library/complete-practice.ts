import type { Practice, PracticeInput } from '#shared/domain/library.ts';
import { regionOf } from '#shared/domain/world-regions.ts';
import { haveRivalFigures } from '#shared/methods/rival-results.ts';

/** A practice with what follows from what is stated: its part of the world, and whether its sources differ. */
export function completePractice(id: string, isShipped: boolean, input: PracticeInput): Practice {
  return { ...input, id, isShipped, region: regionOf(input.country), hasRivalResults: haveRivalFigures(input.results.map(({ text }) => text)) };
}
