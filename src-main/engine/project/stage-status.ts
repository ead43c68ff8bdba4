import type { StageStatus } from '#shared/domain/stages.ts';
import type { OpenProject } from './open-project.ts';

/** What each stage has and lacks. Computed from the tables each time it is asked. */
export function stageStatuses(_project: OpenProject): StageStatus[] {
  return [];
}
