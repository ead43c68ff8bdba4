import type { OffenceThreshold } from '#shared/domain/releases.ts';
import { smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { smallestCountOf } from './smallest-count.ts';

/** Every offence with the smallest count that is shown of it: the sensitive ones first, then by name as the project lists them. */
export function listThresholds(project: OpenProject): OffenceThreshold[] {
  const offences = [...smallestCountOf(project).byOffenceId.values()].map(({ key, id, ...offence }) => ({ ...offence, offenceId: id }));
  const rank = (offence: OffenceThreshold) => (offence.sensitive ? 0 : offence.own !== null ? 1 : 2);
  return offences.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/**
 * Raises the smallest count that is shown of offences; null = as class and project ask for. Lowering below that is refused: whoever holds the laptop must
 * not be the only guard of people who were harmed.
 */
export function setThreshold(project: OpenProject, offenceIds: readonly string[], smallestCount: number | null): void {
  const ids = [...new Set(offenceIds)];
  const counts = smallestCountOf(project);
  const offences = ids.map((id) => counts.byOffenceId.get(id) ?? refuse('object/not-found'));
  const least = Math.max(...offences.map((offence) => Math.max(counts.project, offence.sensitive ? smallestSensitiveCount : 0)));
  if (smallestCount !== null && smallestCount < least) refuse('release/threshold-too-low', { least });
  const name = smallestCount === null ? 'releases.thresholdByClass' : 'releases.setThreshold';
  const params = { count: ids.length, name: offences[0]?.name ?? '', smallest: smallestCount ?? 0 };
  project.change({ name, params, subjects: ['incidents'] }, (write) => {
    write.run(sql.updateTable('offence').set({ smallest_count: smallestCount }).where('id', 'in', ids));
  });
}
