import { createDateOrderVote } from '#main/imports/detect/days.ts';

/** The order that the cells of a column were written in. */
export function orderOf(cells: Iterable<string | number>) {
  const vote = createDateOrderVote();
  for (const cell of cells) vote.add(cell);
  return vote.result();
}
