import { openProjectOf, procedures } from '../../procedures.ts';
import { sql } from '../../project/open-project.ts';
import { addProfile, findProfile, listProfiles, updateProfile } from './output-profiles.ts';

const profiles = procedures.outputProfiles;
const subjects = ['outputs', 'identity'] as const;

export const outputProfileProcedures = profiles.router({
  list: profiles.list.handler(({ context }) => listProfiles(openProjectOf(context))),

  add: profiles.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'outputProfiles.add', params: { name: input.name }, subjects }, (write) => addProfile(write, project, input));
    return findProfile(project, id);
  }),

  update: profiles.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findProfile(project, input.id);
    const params = { name: input.patch.name ?? before.name };
    project.change({ name: 'outputProfiles.update', params, subjects }, (write) => updateProfile(write, input.id, input.patch));
    return findProfile(project, input.id);
  }),

  remove: profiles.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findProfile(project, input.id);
    project.change({ name: 'outputProfiles.remove', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('output_profile').where('id', '=', input.id));
    });
  }),
});
