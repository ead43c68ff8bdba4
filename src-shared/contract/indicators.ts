import { z } from 'zod';
import { idSchema, textSchema } from '../domain/ids.ts';
import {
  choiceEffectSchema,
  computableSchema,
  computingGapSchema,
  indicatorDefinitionSchema,
  indicatorKnowledgeSchema,
  indicatorTargetSchema,
  monitorNoteSchema,
  monitorSlotSchema,
  observationInputSchema,
  observationSchema,
  ownDefinitionSchema,
  staleValueSchema,
} from '../domain/indicators.ts';
import { procedure } from './refusal.ts';

const codeSchema = z.string().trim().min(1).max(100);
const reasonSchema = textSchema.trim().min(1);

export const indicatorsContract = {
  /** The shipped catalogue in the language asked for, with the city's own. */
  catalogue: procedure.input(z.object({ language: z.string().default('en') })).output(z.array(indicatorDefinitionSchema)),
  observations: procedure.output(z.array(observationSchema)),
  /** Where numerator and denominator are given and the value or its limits are not, they are worked out by the definition's rule. */
  add: procedure.input(observationInputSchema.partial().required({ indicatorCode: true })).output(observationSchema),
  update: procedure.input(z.object({ id: idSchema, patch: observationInputSchema.partial() })).output(observationSchema),
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),

  /** What can be computed from the data now in the project, without saving it: value, interval, how it was made. */
  computable: procedure.output(z.array(computableSchema)),
  /** Indicators with a rule that give nothing now, and why. */
  gaps: procedure.output(z.array(computingGapSchema)),
  /** Computed values that the data no longer give. */
  stale: procedure.output(z.array(staleValueSchema)),

  /** What choosing this value of its cell would do. Nothing is saved. */
  choiceEffect: procedure.input(z.object({ id: idSchema })).output(choiceEffectSchema),
  /** Chooses one value of its cell, with the reason; the others stay beside it. */
  choose: procedure.input(z.object({ id: idSchema, reason: reasonSchema })).output(z.void()),
  /** Takes the choice back: the cell is in dispute again. */
  unchoose: procedure.input(z.object({ id: idSchema })).output(z.void()),

  /** The indicators about which somebody answered something. */
  knowledge: procedure.output(z.array(indicatorKnowledgeSchema)),
  setKnowledge: procedure
    .input(z.object({ indicatorCode: codeSchema, patch: indicatorKnowledgeSchema.omit({ indicatorCode: true }).partial() }))
    .output(indicatorKnowledgeSchema),

  targets: procedure.output(z.array(indicatorTargetSchema)),
  /** Needs a baseline of the same definition version, place and breakdown: the value named. Refused with `indicator/no-baseline` without. */
  addTarget: procedure
    .input(indicatorTargetSchema.pick({ targetValue: true, targetYear: true, reason: true }).partial().extend({ baselineId: idSchema }))
    .output(indicatorTargetSchema),
  updateTarget: procedure
    .input(z.object({ id: idSchema, patch: indicatorTargetSchema.pick({ targetValue: true, targetYear: true, reason: true }).partial() }))
    .output(indicatorTargetSchema),
  removeTarget: procedure.input(z.object({ id: idSchema })).output(z.void()),

  /** The city's own indicator, or its wording of an empty slot. A code that is taken is refused with `indicator/code-taken`. */
  addOwn: procedure.input(z.object({ code: codeSchema, definition: ownDefinitionSchema.partial() })).output(z.object({ id: idSchema, code: z.string() })),
  own: procedure.input(z.object({ id: idSchema })).output(z.object({ id: idSchema, code: z.string(), definition: ownDefinitionSchema })),
  updateOwn: procedure.input(z.object({ id: idSchema, patch: ownDefinitionSchema.partial() })).output(z.void()),
  /** Its values stay, under its code. */
  removeOwn: procedure.input(z.object({ id: idSchema })).output(z.void()),

  /** The fifteen slots of the Urban Safety Monitor: what is published, with what the city wrote over it. */
  monitor: procedure.output(z.array(monitorSlotSchema)),
  setSlot: procedure
    .input(
      z.object({
        slot: monitorSlotSchema.shape.slot,
        patch: monitorSlotSchema.pick({ theme: true, name: true, indicatorCodes: true }).partial(),
      }),
    )
    .output(monitorSlotSchema),
  monitorNotes: procedure.output(z.array(monitorNoteSchema)),
  setMonitorNote: procedure.input(monitorNoteSchema).output(z.void()),
};
