import { type BallotInput, ballotSettingsSchema } from '#shared/domain/ballots.ts';
import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { readCity } from '../project/city.ts';
import { sql } from '../project/open-project.ts';
import { addBallot, findBallot, listBallots } from './ballots.ts';
import { handsOf } from './counted-answers.ts';
import { removeHands, setHands } from './hands.ts';
import { addNextRound, closeBallot, openBallot, removeBallot, reopenBallot, requireRoomFor, setOptions, updateBallot } from './lifecycle.ts';
import { enterPaper, listPapers, removePaper } from './papers.ts';
import { addFromStatements, listStatements, moderate } from './statements.ts';
import { startOfSubject } from './subject-options.ts';

const ballots = procedures.ballots;

export const ballotProcedures = ballots.router({
  list: ballots.list.handler(({ context, input }) => listBallots(openProjectOf(context), input.workshopId)),

  one: ballots.one.handler(({ context, input }) => findBallot(openProjectOf(context), input.id)),

  add: ballots.add.handler(({ context, input: { workshopId, options, ...input } }) => {
    const project = openProjectOf(context);
    project.found(sql.selectFrom('workshop').select('id').where('id', '=', workshopId));
    const language = readCity(project).languages[0] ?? '';
    const start = startOfSubject(project, input.subject, { resources: context.services.folders.resources, language });
    const { question, help } = start;
    const ballot: BallotInput = { sessionId: null, question, help, settings: ballotSettingsSchema.parse({}), ...given(input) };
    const filled = options ?? start.options;
    requireRoomFor(filled.length);
    const id = project.change({ name: 'ballots.add', params: { name: ballot.question }, subjects: ['ballots'] }, (write) =>
      addBallot(project, write, { ...ballot, workshopId, options: filled, madeAt: project.nowText() }),
    );
    return findBallot(project, id);
  }),

  update: ballots.update.handler(({ context, input }) => updateBallot(openProjectOf(context), input.id, input.patch)),
  setOptions: ballots.setOptions.handler(({ context, input }) => setOptions(openProjectOf(context), input.id, input.options)),

  move: ballots.move.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { question } = findBallot(project, input.id);
    project.change({ name: 'ballots.move', params: { name: question }, subjects: ['ballots'] }, (write) => {
      write.run(sql.updateTable('ballot').set({ position: input.position }).where('id', '=', input.id));
    });
    return findBallot(project, input.id);
  }),

  remove: ballots.remove.handler(({ context, input }) => removeBallot(openProjectOf(context), input.id)),
  open: ballots.open.handler(({ context, input }) => openBallot(openProjectOf(context), input.id)),
  close: ballots.close.handler(({ context, input }) => closeBallot(openProjectOf(context), input.id)),
  reopen: ballots.reopen.handler(({ context, input }) => reopenBallot(openProjectOf(context), input.id)),
  nextRound: ballots.nextRound.handler(({ context, input }) => addNextRound(openProjectOf(context), input.id)),

  enterPaper: ballots.enterPaper.handler(({ context, input }) => enterPaper(openProjectOf(context), input)),
  papers: ballots.papers.handler(({ context, input }) => listPapers(openProjectOf(context), input.ballotId)),
  removePaper: ballots.removePaper.handler(({ context, input }) => removePaper(openProjectOf(context), input.ballotId, input.paperCode)),

  hands: ballots.hands.handler(({ context, input }) => handsOf(openProjectOf(context), input.ballotId)),
  setHands: ballots.setHands.handler(({ context, input: { ballotId, ...hands } }) => setHands(openProjectOf(context), ballotId, hands)),
  removeHands: ballots.removeHands.handler(({ context, input }) => removeHands(openProjectOf(context), input.ballotId, input.groupId)),

  statements: ballots.statements.handler(({ context, input }) => listStatements(openProjectOf(context), input.ballotId)),
  moderate: ballots.moderate.handler(({ context, input }) => moderate(openProjectOf(context), input.ids, input.moderation)),
  addFromStatements: ballots.addFromStatements.handler(({ context, input }) => addFromStatements(openProjectOf(context), input)),
});
