import { z } from 'zod';
import {
  actualInputSchema,
  actualSchema,
  answerPatchSchema,
  citizenScoreSchema,
  commitmentInputSchema,
  commitmentSchema,
  followedIndicatorSchema,
  inputKinds,
  lessonInputSchema,
  lessonSchema,
  measureProgressSchema,
  participantInputSchema,
  progressReportSchema,
  reportInputSchema,
  scoreInputSchema,
  scoreOfferSchema,
  workshopPromiseSchema,
} from '../domain/follow-up.ts';
import { idSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

const id = z.object({ id: idSchema });

export const followUpContract = {
  /** Indicators of objectives and measures, in the order of the plan. */
  progress: procedure.output(z.array(followedIndicatorSchema)),
  /** Of one objective or one measure. */
  addActual: procedure.input(actualInputSchema.partial().required({ measuredOn: true })).output(actualSchema),
  updateActual: procedure.input(id.extend({ patch: actualInputSchema.omit({ objectiveId: true, measureId: true }).partial() })).output(actualSchema),
  removeActual: procedure.input(id).output(z.void()),

  measures: procedure.output(z.array(measureProgressSchema)),
  /** The newest report also says the measure's status in the plan. */
  addReport: procedure.input(reportInputSchema.partial().required({ measureId: true, reportedOn: true, status: true })).output(progressReportSchema),
  updateReport: procedure.input(id.extend({ patch: reportInputSchema.omit({ measureId: true }).partial() })).output(progressReportSchema),
  removeReport: procedure.input(id).output(z.void()),

  commitments: procedure.output(z.array(commitmentSchema)),
  addCommitment: procedure.input(commitmentInputSchema.partial()).output(commitmentSchema),
  updateCommitment: procedure.input(id.extend({ patch: commitmentInputSchema.partial() })).output(commitmentSchema),
  removeCommitment: procedure.input(id).output(z.void()),
  /** Promises of workshops that are no commitment yet, the newest workshop first. */
  promises: procedure.output(z.array(workshopPromiseSchema)),
  /** Makes commitments of promises; those that are one already are left alone. Answers how many were made. */
  takePromises: procedure.input(z.object({ logEntryIds: z.array(idSchema).min(1).max(500) })).output(z.object({ count: z.int() })),

  /** Everything that people said, waiting and answered. */
  inputs: procedure.output(z.array(participantInputSchema)),
  /** Answers one or several at once: the same words for all of them. */
  answer: procedure
    .input(
      z.object({
        inputs: z
          .array(z.object({ kind: z.enum(inputKinds), inputId: idSchema }))
          .min(1)
          .max(500),
        patch: answerPatchSchema.omit({ said: true }).partial(),
      }),
    )
    .output(z.object({ count: z.int() })),
  /** Something that was said elsewhere: by letter, at the counter, in the street. */
  addInput: procedure.input(answerPatchSchema.partial().required({ said: true })).output(participantInputSchema),
  updateAnswer: procedure.input(id.extend({ patch: answerPatchSchema.partial() })).output(participantInputSchema),
  /** What was said waits again; something typed goes altogether. */
  removeAnswer: procedure.input(id).output(z.void()),

  scores: procedure.output(z.array(citizenScoreSchema)),
  addScore: procedure.input(scoreInputSchema.partial()).output(citizenScoreSchema),
  updateScore: procedure.input(id.extend({ patch: scoreInputSchema.partial() })).output(citizenScoreSchema),
  removeScore: procedure.input(id).output(z.void()),
  /** Closed ballots of ratings, the last closed first. */
  scoreOffers: procedure.output(z.array(scoreOfferSchema)),
  /** Takes the result of a closed ballot: the whole room and the groups that may be shown. What was taken from it before is replaced. */
  takeScores: procedure.input(z.object({ ballotId: idSchema, measures: z.record(idSchema, idSchema.nullable()) })).output(z.object({ count: z.int() })),

  lessons: procedure.output(z.array(lessonSchema)),
  addLesson: procedure.input(lessonInputSchema.partial()).output(lessonSchema),
  updateLesson: procedure.input(id.extend({ patch: lessonInputSchema.partial() })).output(lessonSchema),
  removeLesson: procedure.input(id).output(z.void()),
};
