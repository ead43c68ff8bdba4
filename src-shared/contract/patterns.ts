import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import {
  areaTypesSchema,
  changeQuerySchema,
  concentrationQuerySchema,
  concentrationSchema,
  harmAnswerSchema,
  harmQuerySchema,
  harmSetInputSchema,
  harmSetSchema,
  harmWeightSchema,
  hotSpotQuerySchema,
  hotSpotsSchema,
  pastedWeightsSchema,
  periodChangesSchema,
  specialQuerySchema,
  specialSchema,
  typesQuerySchema,
  weekPatternSchema,
  weekQuerySchema,
} from '../domain/patterns.ts';
import { procedure } from './refusal.ts';

export const patternsContract = {
  /** Hot cells or areas with what chance would bring taken off, density, and whether places stayed hot. */
  hotSpots: procedure.input(hotSpotQuerySchema).output(hotSpotsSchema),
  concentration: procedure.input(concentrationQuerySchema).output(concentrationSchema),
  special: procedure.input(specialQuerySchema).output(specialSchema),
  change: procedure.input(changeQuerySchema).output(periodChangesSchema),
  week: procedure.input(weekQuerySchema).output(weekPatternSchema),
  areaTypes: procedure.input(typesQuerySchema).output(areaTypesSchema),
  harm: procedure.input(harmQuerySchema).output(harmAnswerSchema),
  harmSets: procedure.output(z.array(harmSetSchema)),
  /** The first list of a project is chosen at once. */
  addHarmSet: procedure.input(harmSetInputSchema.partial().required({ name: true })).output(harmSetSchema),
  updateHarmSet: procedure.input(z.object({ id: idSchema, patch: harmSetInputSchema.partial() })).output(harmSetSchema),
  removeHarmSet: procedure.input(z.object({ id: idSchema })).output(z.void()),
  chooseHarmSet: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Null takes the weight of an offence away; offences not named keep theirs. */
  setHarmWeights: procedure.input(z.object({ id: idSchema, weights: z.array(harmWeightSchema).min(1).max(10_000) })).output(harmSetSchema),
  /** «Offence, weight» a line, as copied from a table or a CSV file; names are compared without case and accents. */
  pasteHarmWeights: procedure.input(z.object({ id: idSchema, text: z.string().max(2_000_000) })).output(pastedWeightsSchema),
};
