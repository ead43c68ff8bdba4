import type { Ballot } from '#shared/domain/ballots.ts';

/** Where an answer to this ballot stands on its way to the wall when it comes in; empty where nothing is shown word by word. */
export function firstModeration(ballot: Pick<Ballot, 'kind' | 'settings'>): '' | 'waiting' | 'shown' {
  if (ballot.kind !== 'statement') return '';
  return ballot.settings.isModerated ? 'waiting' : 'shown';
}
