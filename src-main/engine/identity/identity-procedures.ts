import { given } from '#shared/domain/given.ts';
import { mostLogos } from '#shared/domain/identity.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import {
  addAnnex,
  addLogo,
  addSignatory,
  findAnnex,
  findLogo,
  findSignatory,
  listAnnexes,
  listLogos,
  listSignatories,
  logoPictures,
  orderThings,
  readFacts,
  writeFacts,
} from './identity.ts';
import { readLogo } from './read-logo.ts';

const identity = procedures.identity;
const subjects = ['identity'] as const;

export const identityProcedures = identity.router({
  read: identity.read.handler(({ context }) => {
    const project = openProjectOf(context);
    return { facts: readFacts(project), logos: listLogos(project), signatories: listSignatories(project), annexes: listAnnexes(project) };
  }),

  setFacts: identity.setFacts.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'identity.setFacts', params: { fields: changedFields(input) }, subjects }, (write) => writeFacts(write, input));
    return readFacts(project);
  }),

  logoPicture: identity.logoPicture.handler(({ context, input }) => {
    const logo = logoPictures(openProjectOf(context)).find(({ id }) => id === input.id) ?? refuse('object/not-found');
    return { address: `data:${logo.type};base64,${Buffer.from(logo.bytes).toString('base64')}` };
  }),

  addLogo: identity.addLogo.handler(async ({ context, input }) => {
    const project = openProjectOf(context);
    if (listLogos(project).length >= mostLogos) refuse('logo/too-many', { most: mostLogos });
    const read = await readLogo(context.services.files.get(input.file).path);
    const id = project.change({ name: 'identity.addLogo', params: { name: input.name }, subjects }, (write) =>
      addLogo(write, project, { ...read, name: input.name }),
    );
    return findLogo(project, id);
  }),

  nameLogo: identity.nameLogo.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findLogo(project, input.id);
    project.change({ name: 'identity.nameLogo', params: { name: input.name }, subjects }, (write) => {
      write.run(sql.updateTable('logo').set({ name: input.name }).where('id', '=', input.id));
    });
    return findLogo(project, input.id);
  }),

  removeLogo: identity.removeLogo.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findLogo(project, input.id);
    project.change({ name: 'identity.removeLogo', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('logo').where('id', '=', input.id));
    });
  }),

  // Who signs is a person: the names of these changes say nothing of whom.
  addSignatory: identity.addSignatory.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'identity.addSignatory', params: {}, subjects }, (write) => addSignatory(write, project, input));
    return findSignatory(project, id);
  }),

  updateSignatory: identity.updateSignatory.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findSignatory(project, input.id);
    const { use, ...words } = given(input.patch);
    project.change({ name: 'identity.updateSignatory', params: { fields: changedFields(input.patch) }, subjects }, (write) => {
      const columns = { ...words, ...(use ? { use: JSON.stringify(use) } : {}) };
      if (Object.keys(columns).length > 0) write.run(sql.updateTable('signatory').set(columns).where('id', '=', input.id));
    });
    return findSignatory(project, input.id);
  }),

  removeSignatory: identity.removeSignatory.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findSignatory(project, input.id);
    project.change({ name: 'identity.removeSignatory', params: {}, subjects }, (write) => {
      write.run(sql.deleteFrom('signatory').where('id', '=', input.id));
    });
  }),

  addAnnex: identity.addAnnex.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'identity.addAnnex', params: { name: input.title }, subjects }, (write) => addAnnex(write, project, input));
    return findAnnex(project, id);
  }),

  updateAnnex: identity.updateAnnex.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findAnnex(project, input.id);
    const { use, ...words } = given(input.patch);
    const params = { name: input.patch.title ?? before.title, fields: changedFields(input.patch) };
    project.change({ name: 'identity.updateAnnex', params, subjects }, (write) => {
      const columns = { ...words, ...(use ? { use: JSON.stringify(use) } : {}) };
      if (Object.keys(columns).length > 0) write.run(sql.updateTable('annex').set(columns).where('id', '=', input.id));
    });
    return findAnnex(project, input.id);
  }),

  removeAnnex: identity.removeAnnex.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findAnnex(project, input.id);
    project.change({ name: 'identity.removeAnnex', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('annex').where('id', '=', input.id));
    });
  }),

  order: identity.order.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'identity.order', params: { what: input.what }, subjects }, (write) => orderThings(write, project, input.what, input.ids));
  }),
});
