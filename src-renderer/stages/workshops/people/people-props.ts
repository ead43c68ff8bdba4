import type { Group, Participant, Workshop } from '#shared/domain/workshops.ts';

/** What every part of the screen about people works with. */
export interface PeopleProps {
  readonly workshop: Workshop;
  readonly participants: readonly Participant[];
  readonly groups: readonly Group[];
  /** Days of the workshop. */
  readonly days: number;
}
