import type { Ballot } from '#shared/domain/ballots.ts';

const stateOrder: readonly Ballot['state'][] = ['open', 'draft', 'closed'];

/** Open ones first, then those to come, then the closed; those of the session that runs before the others. */
export function inOrderOfNeed<Shown extends Pick<Ballot, 'state' | 'sessionId' | 'position'>>(
  ballots: readonly Shown[],
  sessionId: string | undefined,
): Shown[] {
  const apart = (ballot: Shown) => (sessionId === undefined || ballot.sessionId === sessionId ? 0 : 1);
  return ballots.toSorted((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) || apart(a) - apart(b) || a.position - b.position);
}
