import { z } from 'zod';
import { fileTokenSchema, idSchema } from '../domain/ids.ts';
import { incidentFilterSchema } from '../domain/incidents.ts';
import {
  baseMapStateSchema,
  hexagonQuerySchema,
  hexagonsSchema,
  mapFigureSchema,
  mapPanelSchema,
  mapPictureFormats,
  mapPictureSchema,
  mostBaseMapBytes,
} from '../domain/maps.ts';
import { procedure } from './refusal.ts';

export const mapsContract = {
  /** Incidents in hexagons of equal surface over the city; counts below the smallest that may be shown stay here. */
  hexagons: procedure.input(hexagonQuerySchema).output(hexagonsSchema),
  /** The areas' totals for graduated circles, one panel a filter; small counts stay on the screen and are hidden in what leaves it. */
  symbols: procedure.input(z.object({ filters: z.array(incidentFilterSchema).min(1).max(2), layerId: idSchema.optional() })).output(z.array(mapPanelSchema)),
  /** The map as a file beside the project: PNG at twice its size, or SVG as on paper. Small counts, rates of few people and points stay out. */
  picture: procedure.input(z.object({ map: mapFigureSchema, format: z.enum(mapPictureFormats), language: z.string().default('en') })).output(mapPictureSchema),
  baseMap: procedure.output(baseMapStateSchema),
  /** The project's base map on this machine from now on; null = none. Refused where it is no PMTiles file with pictures or vector tiles. */
  setBaseMap: procedure.input(z.object({ file: fileTokenSchema.nullable() })).output(baseMapStateSchema),
  /** A part of the base map's file as base64; shorter at its end. `key` is that of the base map as it was told. */
  baseMapBytes: procedure
    .input(z.object({ key: z.string(), offset: z.int().min(0), length: z.int().min(1).max(mostBaseMapBytes) }))
    .output(z.object({ base64: z.string() })),
};
