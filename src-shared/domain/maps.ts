import { z } from 'zod';
import { fileTokenSchema, idSchema, lineSchema } from './ids.ts';
import { incidentFilterSchema } from './incidents.ts';

/** Coloured areas, circles sized by a count, or coloured cells of equal size. */
export const mapKinds = ['choropleth', 'symbols', 'hexagons'] as const;
export const mapKindSchema = z.enum(mapKinds);
export type MapKind = (typeof mapKinds)[number];

/** How values are cut into classes: see `src-shared/methods/class-breaks.ts`; `manual` takes the limits given. */
export const classMethods = ['fitting', 'natural', 'equal', 'quantile', 'manual'] as const;
export const classMethodSchema = z.enum(classMethods);
export type ClassMethod = (typeof classMethods)[number];

export const mapValueSchema = z.object({
  /** An area's id, or a cell's. */
  id: z.string().max(64),
  /** Null = there is no figure (`reason` says why) or it is hidden. Never 0 for «not known». */
  value: z.number().nullable(),
  /** Cases behind the value, where it rests on cases: small ones are hidden on everything that leaves the screen. */
  count: z.number().nullable().optional(),
  /** Residents behind a rate: rates of too few are hidden likewise. */
  population: z.number().nullable().optional(),
  /** Hidden to protect people. */
  isHidden: z.boolean().optional(),
  /** Why there is no figure, in the reader's words. */
  reason: lineSchema.optional(),
});
export type MapValue = z.infer<typeof mapValueSchema>;

export const mapPanelSchema = z.object({
  /** What this half of a pair shows: «By day»; empty where there is one panel. */
  title: lineSchema.default(''),
  values: z.array(mapValueSchema).max(50_000),
});
export type MapPanel = z.infer<typeof mapPanelSchema>;

const positionSchema = z.tuple([z.number(), z.number()]);
const ringsSchema = z.array(z.array(positionSchema));
export const boundarySchema = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: ringsSchema }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(ringsSchema) }),
]);

export const mapNumbersSchema = z.object({ style: z.enum(['count', 'decimal', 'percent']), digits: z.int().min(0).max(6).optional() });
export type MapNumbers = z.infer<typeof mapNumbersSchema>;

/**
 * One map, for the screen, a picture and paper alike. Words are in the reader's language. Two panels stand side by side and share
 * classes, legend and scale. Maps are never turned: north is up, and no arrow says so.
 */
export const mapFigureSchema = z.object({
  kind: mapKindSchema,
  /** The map's one message. */
  title: lineSchema,
  /** The layer whose areas are drawn; null where there are cells only. */
  layerId: idSchema.nullable(),
  /** No values at all = the map shows places only. */
  panels: z.array(mapPanelSchema).min(1).max(2),
  /** Cells of a hexagon map, in degrees. */
  cells: z
    .array(z.object({ id: z.string().max(64), boundary: boundarySchema }))
    .max(20_000)
    .optional(),
  classes: z
    .object({
      method: classMethodSchema.default('fitting'),
      count: z.int().min(2).max(7).default(5),
      /** Inner limits for `manual`, ascending; a value on a limit belongs to the class below. */
      limits: z.array(z.number()).max(6).optional(),
    })
    .optional(),
  scale: z.enum(['sequential', 'diverging']).default('sequential'),
  /** The value that a diverging scale turns at; 0 where it is left out. */
  middle: z.number().optional(),
  legendTitle: lineSchema.optional(),
  unit: lineSchema.optional(),
  numbers: mapNumbersSchema.optional(),
  source: lineSchema.optional(),
  note: lineSchema.optional(),
});
export type MapFigure = z.infer<typeof mapFigureSchema>;
/** A map as a screen describes it: what has a default may be left out. */
export type MapFigureInput = z.input<typeof mapFigureSchema>;

/** Edge length of the smallest and the largest hexagon grid, as the distance between two opposite sides. */
export const cellMetresSchema = z.number().min(100).max(20_000);

export const hexagonQuerySchema = z.object({
  /** One, or two to be compared on the same cells. */
  filters: z.array(incidentFilterSchema).min(1).max(2),
  /** Distance between opposite sides of a cell, in metres. */
  cellMetres: cellMetresSchema,
  /** The layer whose areas are the city; the first one with boundaries where it is left out. */
  layerId: idSchema.optional(),
  /** Figures about a sensitive group: cells of fewer than 10 are hidden. Taken for granted where only sexual violence is asked for. */
  isSensitive: z.boolean().default(false),
});
export type HexagonQuery = z.infer<typeof hexagonQuerySchema>;

/** A cell that incidents fall into, or that lies in the city without any. A hidden count is null and never leaves the engine. */
export const hexagonCellSchema = z.object({
  id: z.string(),
  boundary: boundarySchema,
  counts: z.array(z.object({ count: z.int().nullable(), isHidden: z.boolean() })),
});
export type HexagonCell = z.infer<typeof hexagonCellSchema>;

export const hexagonsSchema = z.object({
  cells: z.array(hexagonCellSchema),
  /** The same for all cells before the city's edge cuts them. */
  cellKm2: z.number(),
  /** Smallest count that is shown. */
  smallestCount: z.int(),
  /** By filter: incidents in the cells, in no cell (outside the city), and without a point. */
  totals: z.array(z.object({ inCells: z.int(), outside: z.int(), withoutPoint: z.int() })),
});
export type Hexagons = z.infer<typeof hexagonsSchema>;

export const baseMapSchema = z.object({
  fileName: z.string(),
  /** Changes with the file, so that no tile of an earlier one is shown. */
  key: z.string(),
  tiles: z.enum(['vector', 'raster']),
  minZoom: z.int(),
  maxZoom: z.int(),
  west: z.number(),
  south: z.number(),
  east: z.number(),
  north: z.number(),
  /** Whom the map's makers want named; plain text. */
  attribution: z.string(),
  /** Whether the city's areas lie within it; null while no area has a boundary. */
  covers: z.enum(['all', 'part', 'none']).nullable(),
});
export type BaseMap = z.infer<typeof baseMapSchema>;

/** The project's base map on this machine: none chosen, one that cannot be read any more, or one that can. */
export const baseMapStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('gone'), fileName: z.string() }),
  z.object({ state: z.literal('ready'), baseMap: baseMapSchema }),
]);
export type BaseMapState = z.infer<typeof baseMapStateSchema>;

/** At most this much of a base map is handed over at once. */
export const mostBaseMapBytes = 8 * 1024 * 1024;

export const mapPictureFormats = ['png', 'svg'] as const;
export const mapPictureSchema = z.object({ file: fileTokenSchema, fileName: z.string(), path: z.string() });
