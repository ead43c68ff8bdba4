import { shorten } from '../findings/shorten.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addLesson, findLesson, listLessons, updateLesson } from './lessons.ts';
import { addScore, findScore, listScores, scoreOffers, takeScores, updateScore } from './scores.ts';

const { followUp } = procedures;
const subjects = ['follow-up'] as const;

/** What citizens think of what was done, and what was learned. */
export const scoreProcedures = {
  scores: followUp.scores.handler(({ context }) => listScores(openProjectOf(context))),

  addScore: followUp.addScore.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'followUp.addScore', params: { name: shorten(input.question ?? '') }, subjects }, (write) => addScore(write, input));
    return findScore(project, id);
  }),

  updateScore: followUp.updateScore.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: shorten(findScore(project, input.id).question), fields: changedFields(input.patch) };
    project.change({ name: 'followUp.updateScore', params, subjects }, (write) => updateScore(write, project, input.id, input.patch));
    return findScore(project, input.id);
  }),

  removeScore: followUp.removeScore.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: shorten(findScore(project, input.id).question) };
    project.change({ name: 'followUp.removeScore', params, subjects }, (write) => {
      write.run(sql.deleteFrom('citizen_score').where('id', '=', input.id));
    });
  }),

  scoreOffers: followUp.scoreOffers.handler(({ context }) => scoreOffers(openProjectOf(context))),

  takeScores: followUp.takeScores.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { question } = project.found(sql.selectFrom('ballot').select('question').where('id', '=', input.ballotId));
    const params = { name: shorten(question) };
    const count = project.change({ name: 'followUp.takeScores', params, subjects }, (write) => takeScores(write, project, input.ballotId, input.measures));
    return { count };
  }),

  lessons: followUp.lessons.handler(({ context }) => listLessons(openProjectOf(context))),

  addLesson: followUp.addLesson.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: shorten(input.text ?? '') };
    const id = project.change({ name: 'followUp.addLesson', params, subjects }, (write) => addLesson(write, input));
    return findLesson(project, id);
  }),

  updateLesson: followUp.updateLesson.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findLesson(project, input.id);
    const params = { name: shorten(input.patch.text ?? before.text), fields: changedFields(input.patch) };
    project.change({ name: 'followUp.updateLesson', params, subjects }, (write) => updateLesson(write, before, input.patch));
    return findLesson(project, input.id);
  }),

  removeLesson: followUp.removeLesson.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const params = { name: shorten(findLesson(project, input.id).text) };
    project.change({ name: 'followUp.removeLesson', params, subjects }, (write) => {
      write.run(sql.deleteFrom('lesson').where('id', '=', input.id));
    });
  }),
};
