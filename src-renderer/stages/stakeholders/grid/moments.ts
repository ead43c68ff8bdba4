import type { RatingFilter, RatingSources } from '#shared/domain/stakeholders.ts';

/** Ratings of one time: everything, up to a day, or what was said in one session or one workshop. */
export type Moment = 'all' | `day ${string}` | `session ${string}` | `workshop ${string}`;

export function filterOf(moment: Moment, groupId: string | null): RatingFilter {
  const [kind, value = null] = moment.split(' ');
  return {
    groupId,
    until: kind === 'day' ? value : null,
    sessionId: kind === 'session' ? value : null,
    workshopId: kind === 'workshop' ? value : null,
  };
}

/** The first two times that can be compared: the earliest day with ratings, and now. */
export function firstMoments({ days }: RatingSources): { before: Moment; after: Moment } {
  const [first] = days;
  return { before: first && days.length > 1 ? `day ${first.day}` : 'all', after: 'all' };
}
