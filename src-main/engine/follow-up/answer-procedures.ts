import { openProjectOf, procedures } from '../procedures.ts';
import { sql } from '../project/open-project.ts';
import { addAnswer, answerInputs, findInput, listInputs, updateAnswer } from './answers.ts';

const { followUp } = procedures;
const subjects = ['follow-up'] as const;

/** «You said – we did – or why not». Words of people stay out of the names of changes: they may be about anybody. */
export const answerProcedures = {
  inputs: followUp.inputs.handler(({ context }) => listInputs(openProjectOf(context))),

  answer: followUp.answer.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const count = input.inputs.length;
    project.change({ name: 'followUp.answer', params: { count }, subjects }, (write) => answerInputs(write, project, input.inputs, input.patch));
    return { count };
  }),

  addInput: followUp.addInput.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const of = { kind: 'typed' as const, inputId: null, workshopId: null };
    const id = project.change({ name: 'followUp.addInput', subjects }, (write) => addAnswer(write, project, of, input));
    return findInput(project, id);
  }),

  updateAnswer: followUp.updateAnswer.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findInput(project, input.id);
    project.change({ name: 'followUp.answer', params: { count: 1 }, subjects }, (write) => updateAnswer(write, project, before, input.patch));
    return findInput(project, input.id);
  }),

  removeAnswer: followUp.removeAnswer.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findInput(project, input.id);
    project.change({ name: 'followUp.removeAnswer', subjects }, (write) => {
      write.run(sql.deleteFrom('feedback_answer').where('id', '=', input.id));
    });
  }),
};
