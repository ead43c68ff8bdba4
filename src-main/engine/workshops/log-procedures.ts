import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addEntry, findEntry, listLog, updateEntry } from './log.ts';
import { addPhoto, findPhoto, listPhotos, photoImage, readPhotoFile, updatePhoto } from './photos.ts';
import { findWorkshop } from './workshops.ts';

const { workshops } = procedures;
const subjects = ['workshops'] as const;

/** What was said and seen: the log and the photos. Their words stay out of the names of changes: they may be about anybody. */
export const logProcedures = {
  log: workshops.log.handler(({ context, input }) => listLog(openProjectOf(context), input.workshopId)),

  addLogEntry: workshops.addLogEntry.handler(({ context, input: { workshopId, ...input } }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, workshopId);
    const id = project.change({ name: 'workshops.addLogEntry', params: { name: title }, subjects }, (write) => addEntry(write, project, workshopId, input));
    return findEntry(project, id);
  }),

  updateLogEntry: workshops.updateLogEntry.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findEntry(project, input.id);
    const { title } = findWorkshop(project, before.workshopId);
    project.change({ name: 'workshops.updateLogEntry', params: { name: title, fields: changedFields(input.patch) }, subjects }, (write) =>
      updateEntry(write, before, input.patch),
    );
    return findEntry(project, input.id);
  }),

  removeLogEntry: workshops.removeLogEntry.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, findEntry(project, input.id).workshopId);
    project.change({ name: 'workshops.removeLogEntry', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('log_entry').where('id', '=', input.id));
    });
  }),

  photos: workshops.photos.handler(({ context, input }) => listPhotos(openProjectOf(context), input.workshopId)),

  addPhoto: workshops.addPhoto.handler(async ({ context, input: { workshopId, file, ...input } }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, workshopId);
    const shrunk = await readPhotoFile(context.services.files.get(file).path);
    const id = project.change({ name: 'workshops.addPhoto', params: { name: title }, subjects }, (write) =>
      addPhoto(write, project, { workshopId, shrunk }, input),
    );
    return findPhoto(project, id);
  }),

  updatePhoto: workshops.updatePhoto.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findPhoto(project, input.id);
    const { title } = findWorkshop(project, before.workshopId);
    project.change({ name: 'workshops.updatePhoto', params: { name: title, fields: changedFields(input.patch) }, subjects }, (write) =>
      updatePhoto(write, before, input.patch),
    );
    return findPhoto(project, input.id);
  }),

  removePhoto: workshops.removePhoto.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findWorkshop(project, findPhoto(project, input.id).workshopId);
    project.change({ name: 'workshops.removePhoto', params: { name: title }, subjects }, (write) => {
      write.run(sql.deleteFrom('photo').where('id', '=', input.id));
    });
  }),

  photoImage: workshops.photoImage.handler(({ context, input }) => ({
    base64: photoImage(openProjectOf(context), input.id, input.size).toString('base64'),
  })),
};
