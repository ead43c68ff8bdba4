import { openProjectOf, procedures } from '../../procedures.ts';
import { refuse } from '../../refuse.ts';
import { readBack } from './read-back.ts';
import { takeChanges } from './take-changes.ts';

const procedure = procedures.readBack;

export const readBackProcedures = procedure.router({
  preview: procedure.preview.handler(async ({ context, input, signal }) => {
    const { changes, ...preview } = await readBack(context.services, openProjectOf(context), input.file, signal);
    return { ...preview, changes: changes.map(({ change }) => change) };
  }),

  take: procedure.take.handler(async ({ context, input, signal }) => {
    const project = openProjectOf(context);
    const chosen = new Set(input.keys);
    const { changes } = await readBack(context.services, project, input.file, signal);
    // Reading takes a while: another project may have been opened meanwhile.
    if (context.services.session.current !== project) refuse('project/none-open');
    const actions = changes.flatMap(({ change, action }) => (action && chosen.has(change.key) ? [action] : []));
    if (actions.length === 0) return { taken: 0 };
    const params = { count: actions.length };
    project.change({ name: 'readBack.take', params, subjects: ['policy', 'stakeholders', 'indicators'] }, (write) => takeChanges(project, write, actions));
    return { taken: actions.length };
  }),
});
