import { z } from 'zod';
import {
  areaLayerSchema,
  areaSchema,
  areaTypeSchema,
  boundaryCheckSchema,
  layerKindSchema,
  populationAlternativeSchema,
  populationCellSchema,
  populationEffectSchema,
  populationRowSchema,
  populationSchema,
  transferInputSchema,
  transferResultSchema,
} from '../domain/areas.ts';
import type { BoundaryCollection } from '../domain/geometry.ts';
import { idSchema, lineSchema, yearSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

export const areasContract = {
  layers: procedure.output(z.array(areaLayerSchema)),
  list: procedure.input(z.object({ layerId: idSchema.optional() })).output(z.array(areaSchema)),
  /** Boundaries as GeoJSON in degrees; areas without one are absent. */
  boundaries: procedure.input(z.object({ layerId: idSchema })).output(z.custom<BoundaryCollection>()),
  /** Adds one area by hand; the layer is made where none exists. */
  add: procedure.input(z.object({ layerId: idSchema.optional(), name: lineSchema })).output(areaSchema),
  update: procedure.input(z.object({ id: idSchema, name: lineSchema.optional(), code: lineSchema.optional() })).output(areaSchema),
  /** Sets what is given of the newest total and keeps the rest, so that fields that save themselves one by one do not undo each other; null takes it away. */
  setPopulation: procedure.input(z.object({ id: idSchema, population: populationSchema.partial().nullable() })).output(areaSchema),
  populations: procedure.input(z.object({ layerId: idSchema.optional() })).output(z.array(populationRowSchema)),
  /** Removes an area, its population and what was placed in it by name; incidents stay, without the area. */
  remove: procedure.input(z.object({ id: idSchema })).output(z.void()),
  /** Says of many areas at once what kind of place they are. */
  setTypes: procedure.input(z.object({ ids: z.array(idSchema).min(1), type: areaTypeSchema.nullable() })).output(z.void()),
  /** Sets one cell of the population table; null takes it away. */
  setPopulationCell: procedure.input(populationCellSchema.extend({ value: z.number().min(0).nullable(), source: lineSchema.default('') })).output(z.void()),
  alternatives: procedure.input(z.object({ areaId: idSchema.optional() })).output(z.array(populationAlternativeSchema)),
  addAlternative: procedure
    .input(populationCellSchema.extend({ value: z.number().min(0), source: lineSchema, note: z.string().max(20_000).default('') }))
    .output(populationAlternativeSchema),
  /** What would change if this figure counted. */
  alternativeEffect: procedure.input(z.object({ id: idSchema })).output(populationEffectSchema),
  /** From now on this figure counts, for the reason given; the other one is kept beside it. */
  chooseAlternative: procedure.input(z.object({ id: idSchema, reason: z.string().trim().min(1).max(20_000) })).output(z.void()),
  removeAlternative: procedure.input(z.object({ id: idSchema })).output(z.void()),
  updateLayer: procedure
    .input(
      z.object({
        id: idSchema,
        name: lineSchema.optional(),
        kind: layerKindSchema.nullable().optional(),
        validFrom: yearSchema.nullable().optional(),
        validTo: yearSchema.nullable().optional(),
        source: lineSchema.optional(),
        followsId: idSchema.nullable().optional(),
      }),
    )
    .output(areaLayerSchema),
  /** Overlaps, gaps, boundaries that cross themselves, areas of the same name. */
  checkBoundaries: procedure.input(z.object({ layerId: idSchema })).output(boundaryCheckSchema),
  /** Residents of one layer's areas as estimates for another's; nothing is written. */
  transferPreview: procedure.input(transferInputSchema).output(transferResultSchema),
  /** The same, written as estimates where the areas have no counted figure of that year. */
  transfer: procedure.input(transferInputSchema).output(transferResultSchema),
  renameLayer: procedure.input(z.object({ id: idSchema, name: lineSchema })).output(z.void()),
  removeLayer: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
