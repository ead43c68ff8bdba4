import type { OpenProject } from '../project/open-project.ts';
import type { ProjectHooks } from '../project/project-hooks.ts';
import { runningSession } from './sessions.ts';

/** While a session runs, every change to the project says in which session it was made; also after the file was opened again, and after an undo. */
export const sessionFollower: ProjectHooks = {
  opened: ({ project }) => {
    if (project.isReadOnly) return;
    follow(project);
    project.onChange((subjects) => {
      if (subjects.includes('workshops') || subjects.includes('project')) follow(project);
    });
  },
};

function follow(project: OpenProject): void {
  project.author = { ...project.author, sessionId: runningSession(project)?.id ?? null };
}
