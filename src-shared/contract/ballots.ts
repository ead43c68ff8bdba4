import { z } from 'zod';
import { answerProblemSchema, answerSchema, ballotInputSchema, ballotOptionInputSchema, ballotSchema, handsSchema } from '../domain/ballots.ts';
import { idSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

const byId = z.object({ id: idSchema });

export const ballotsContract = {
  list: procedure.input(z.object({ workshopId: idSchema })).output(z.array(ballotSchema)),
  one: procedure.input(byId).output(ballotSchema),
  /** Options of the subject are filled in: every priority, finding, stakeholder or area, with its words. */
  add: procedure
    .input(
      ballotInputSchema
        .partial()
        .required({ kind: true, subject: true })
        .extend({ workshopId: idSchema, options: z.array(ballotOptionInputSchema).optional() }),
    )
    .output(ballotSchema),
  /** Refused as `ballot/already-open` once it has been opened, but for `help` and `sessionId`. */
  update: procedure.input(byId.extend({ patch: ballotInputSchema.omit({ kind: true, subject: true }).partial() })).output(ballotSchema),
  setOptions: procedure.input(byId.extend({ options: z.array(ballotOptionInputSchema.extend({ id: idSchema.optional() })) })).output(ballotSchema),
  move: procedure.input(byId.extend({ position: z.number() })).output(ballotSchema),
  /** With its answers; taken back, they come with it. */
  remove: procedure.input(byId).output(z.void()),
  open: procedure.input(byId).output(ballotSchema),
  close: procedure.input(byId).output(ballotSchema),
  /** A closed ballot takes answers again (papers that came late); what was seen meanwhile is said in its result. */
  reopen: procedure.input(byId).output(ballotSchema),
  /** The next round of a Delphi, with the same options and rule. */
  nextRound: procedure.input(byId).output(ballotSchema),

  /** One sheet of paper. `entry` 2 is the second typing of the same sheet by another person. */
  enterPaper: procedure
    .input(
      z.object({
        ballotId: idSchema,
        paperCode: z.string().max(20),
        groupId: idSchema.nullable(),
        answer: answerSchema,
        entry: z.int().min(1).max(2).default(1),
        replaces: z.boolean().default(false),
      }),
    )
    .output(z.object({ outcome: z.enum(['saved', 'known', 'differs', 'problems']), problems: z.array(answerProblemSchema) })),
  /** Sheets typed so far, and where two typings of one sheet differ. */
  papers: procedure.input(z.object({ ballotId: idSchema })).output(
    z.array(
      z.object({
        paperCode: z.string(),
        groupId: idSchema.nullable(),
        /** Of those that stand. `entry` 3 has settled a difference; `groupId` as this one typed it. */
        entries: z.array(
          z.object({
            id: idSchema,
            entry: z.int(),
            groupId: idSchema.nullable(),
            answer: answerSchema,
            at: z.string(),
            problems: z.array(answerProblemSchema),
          }),
        ),
        state: z.enum(['once', 'agree', 'differ', 'settled']),
      }),
    ),
  ),
  removePaper: procedure.input(z.object({ ballotId: idSchema, paperCode: z.string() })).output(z.void()),
  hands: procedure.input(z.object({ ballotId: idSchema })).output(z.array(handsSchema)),
  setHands: procedure.input(z.object({ ballotId: idSchema }).extend(handsSchema.shape)).output(z.array(handsSchema)),
  removeHands: procedure.input(z.object({ ballotId: idSchema, groupId: idSchema.nullable() })).output(z.array(handsSchema)),

  /** Statements with where they stand; text of an open ballot is seen by the facilitator only. */
  statements: procedure
    .input(z.object({ ballotId: idSchema }))
    .output(
      z.array(z.object({ id: idSchema, text: z.string(), groupId: idSchema.nullable(), at: z.string(), moderation: z.enum(['waiting', 'shown', 'hidden']) })),
    ),
  /** A ballot of another kind whose options are statements that were shown, in their words. */
  addFromStatements: procedure
    .input(
      ballotInputSchema
        .omit({ subject: true })
        .partial()
        .required({ kind: true })
        .extend({ workshopId: idSchema, fromBallotId: idSchema, statementIds: z.array(idSchema).optional() }),
    )
    .output(ballotSchema),
  moderate: procedure.input(z.object({ ids: z.array(idSchema), moderation: z.enum(['waiting', 'shown', 'hidden']) })).output(z.void()),
};
