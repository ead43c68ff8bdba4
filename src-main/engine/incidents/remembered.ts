import type { Subject } from '#shared/domain/project.ts';
import type { OpenProject } from '../project/open-project.ts';

/** A reading of the open project that is kept until one of the subjects it rests on changes, and let go with the project. */
export function remembered<Value extends object>(subjects: readonly Subject[], read: (project: OpenProject) => Value): (project: OpenProject) => Value {
  const kept = new WeakMap<OpenProject, Value>();
  const watched = new WeakSet<OpenProject>();
  return (project) => {
    if (!watched.has(project)) {
      watched.add(project);
      project.onChange((changed) => {
        if (subjects.some((subject) => changed.includes(subject))) kept.delete(project);
      });
    }
    const known = kept.get(project);
    if (known) return known;
    const fresh = read(project);
    kept.set(project, fresh);
    return fresh;
  };
}
