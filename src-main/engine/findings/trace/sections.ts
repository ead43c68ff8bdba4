import type { OpenProject } from '../../project/open-project.ts';
import type { Step } from './step.ts';

/** Sections of the policy's text in which a thing stands. */
export function sectionsNaming(_project: OpenProject, _kind: 'finding' | 'priority' | 'objective' | 'measure', _id: string): Step[] {
  return [];
}
