import { z } from 'zod';
import {
  evidenceInputSchema,
  evidenceItemSchema,
  findingInputSchema,
  findingSchema,
  riskInputSchema,
  riskSchema,
  validationInputSchema,
  validationOfferSchema,
} from '../domain/findings.ts';
import { idSchema } from '../domain/ids.ts';
import { riskMeetingInputSchema, riskMeetingSchema } from '../domain/risk-meetings.ts';
import { procedure } from './refusal.ts';

export const risksContract = {
  list: procedure.output(z.array(riskSchema)),
  add: procedure.input(riskInputSchema.partial().required({ kind: true })).output(riskSchema),
  update: procedure.input(z.object({ id: idSchema, patch: riskInputSchema.partial() })).output(riskSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Where threats and vulnerabilities meet, as far as anybody has looked. */
  meetings: procedure.output(z.array(riskMeetingSchema)),
  /** Rates a meeting of the two; the first time makes it. */
  rate: procedure.input(z.object({ threatId: idSchema, vulnerabilityId: idSchema, patch: riskMeetingInputSchema.partial() })).output(riskMeetingSchema),
  /** The two do not meet after all. */
  removeMeeting: procedure.input(z.object({ id: idSchema })).output(z.void()),
};

export const findingsContract = {
  list: procedure.output(z.array(findingSchema)),
  add: procedure.input(findingInputSchema.partial().extend({ evidence: z.array(evidenceInputSchema).default([]) })).output(findingSchema),
  update: procedure.input(z.object({ id: idSchema, patch: findingInputSchema.partial() })).output(findingSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  addEvidence: procedure.input(z.object({ findingId: idSchema, evidence: evidenceInputSchema })).output(findingSchema),
  /** Returns the finding it stands under; null while it waits for one. */
  updateEvidence: procedure.input(z.object({ id: idSchema, patch: evidenceInputSchema.partial() })).output(findingSchema.nullable()),
  removeEvidence: procedure.input(z.object({ id: idSchema })).output(findingSchema.nullable()),
  /** Keeps an evidence item that has no finding yet. */
  keep: procedure.input(evidenceInputSchema).output(evidenceItemSchema),
  /** Evidence items that wait for their finding, newest first. */
  waiting: procedure.output(z.array(evidenceItemSchema)),
  /** Puts an item under a finding, or lets it wait again. */
  placeEvidence: procedure
    .input(z.object({ id: idSchema, findingId: idSchema.nullable(), stance: evidenceInputSchema.shape.stance.optional() }))
    .output(findingSchema.nullable()),
  addValidation: procedure.input(validationInputSchema.partial().extend({ findingId: idSchema })).output(findingSchema),
  /** The figures of one that came from a ballot stay the ballot's. */
  updateValidation: procedure.input(z.object({ id: idSchema, patch: validationInputSchema.partial() })).output(findingSchema),
  removeValidation: procedure.input(z.object({ id: idSchema })).output(findingSchema),
  /** Closed ballots of «agree – disagree» on findings, the last closed first. */
  validationOffers: procedure.output(z.array(validationOfferSchema)),
  /** Takes a ballot over for every finding it asked about that does not have it yet; answers how many. */
  takeValidation: procedure.input(z.object({ ballotId: idSchema })).output(z.object({ count: z.int() })),
};
