import { z } from 'zod';
import { areaLayerSchema, areaSchema, populationRowSchema, populationSchema } from '../domain/areas.ts';
import type { BoundaryCollection } from '../domain/geometry.ts';
import { idSchema, lineSchema } from '../domain/ids.ts';
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
  renameLayer: procedure.input(z.object({ id: idSchema, name: lineSchema })).output(z.void()),
  removeLayer: procedure.input(z.object({ id: idSchema })).output(z.void()),
};
