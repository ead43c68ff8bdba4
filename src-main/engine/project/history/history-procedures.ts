import { openProjectOf, procedures } from '../../procedures.ts';
import { writeAuthor } from './author-setting.ts';
import { compactHistory } from './compact.ts';
import { restoreObject, restoreProject } from './restore.ts';
import { addSnapshot, compareMoments, findSnapshot, listSnapshots, removeSnapshot, updateSnapshot } from './snapshots.ts';
import { detailsOf, listChanges, listPeople, momentsOf, sizeOf } from './timeline.ts';
import { redoInTurns, stepToRedo, stepToUndo, undoInTurns } from './undo.ts';

const history = procedures.history;

export const historyProcedures = history.router({
  steps: history.steps.handler(({ context }) => {
    const project = openProjectOf(context);
    return project.isReadOnly ? { undo: null, redo: null } : { undo: stepToUndo(project), redo: stepToRedo(project) };
  }),
  undo: history.undo.handler(({ context, signal }) => undoInTurns(openProjectOf(context), signal)),
  redo: history.redo.handler(({ context, signal }) => redoInTurns(openProjectOf(context), signal)),

  list: history.list.handler(({ context, input }) => listChanges(openProjectOf(context), input)),
  people: history.people.handler(({ context }) => listPeople(openProjectOf(context))),
  details: history.details.handler(({ context, input }) => detailsOf(openProjectOf(context), input.revision, input.limit)),
  object: history.object.handler(({ context, input }) => momentsOf(openProjectOf(context), input)),
  restoreObject: history.restoreObject.handler(({ context, input: { revision, ...object } }) => restoreObject(openProjectOf(context), object, revision)),
  restoreProject: history.restoreProject.handler(({ context, input, signal }) => restoreProject(openProjectOf(context), input.revision, signal)),

  snapshots: history.snapshots.handler(({ context }) => listSnapshots(openProjectOf(context))),
  addSnapshot: history.addSnapshot.handler(({ context, input }) => addSnapshot(openProjectOf(context), input)),
  updateSnapshot: history.updateSnapshot.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name, note } = findSnapshot(project, input.id);
    return updateSnapshot(project, input.id, { name: input.name ?? name, note: input.note ?? note });
  }),
  removeSnapshot: history.removeSnapshot.handler(({ context, input }) => removeSnapshot(openProjectOf(context), input.id)),
  compare: history.compare.handler(({ context, input }) => compareMoments(openProjectOf(context), input.from, input.to)),

  compact: history.compact.handler(({ context }) => compactHistory(openProjectOf(context))),

  size: history.size.handler(({ context }) => sizeOf(openProjectOf(context))),

  author: history.author.handler(({ context }) => ({
    person: context.door.visitor?.person ?? context.services.session.author,
    isHelper: context.door.kind === 'co-facilitator',
  })),
  setAuthor: history.setAuthor.handler(({ context, input }) => {
    const person = input.person.trim();
    writeAuthor(context.services.folders.settings, person);
    context.services.session.setAuthor(person);
  }),
});
