import { z } from 'zod';
import type { Boundary } from './geometry.ts';
import { idSchema, lineSchema, yearSchema } from './ids.ts';

/** What the areas of a set are. */
export const layerKinds = ['district', 'ward', 'neighbourhood', 'policeSector', 'grid', 'other'] as const;
export const layerKindSchema = z.enum(layerKinds);
export type LayerKind = (typeof layerKinds)[number];

/** What kind of place an area is. */
export const areaTypes = ['informal', 'centre', 'transport', 'market', 'residential', 'industrial', 'campus', 'park', 'rural', 'other'] as const;
export const areaTypeSchema = z.enum(areaTypes);
export type AreaType = (typeof areaTypes)[number];

/** A set of areas that together describe the city once: boroughs, neighbourhoods, police sectors. */
export const areaLayerSchema = z.object({
  id: idSchema,
  name: lineSchema,
  position: z.int(),
  /** Null where nobody has said. */
  kind: layerKindSchema.nullable(),
  /** Years from and to which these boundaries hold; null = not stated, or still. */
  validFrom: yearSchema.nullable(),
  validTo: yearSchema.nullable(),
  source: lineSchema,
  /** The layer whose boundaries these took the place of. */
  followsId: idSchema.nullable(),
  areaCount: z.int(),
  withBoundaryCount: z.int(),
  /** Sum of the areas' newest population, null where no area has one. */
  population: z.number().nullable(),
});
export type AreaLayer = z.infer<typeof areaLayerSchema>;

export const sexes = ['all', 'female', 'male'] as const;
export const populationSchema = z.object({
  value: z.number().min(0),
  year: yearSchema.nullable(),
  source: lineSchema,
});
export type Population = z.infer<typeof populationSchema>;

export const areaSchema = z.object({
  id: idSchema,
  layerId: idSchema,
  /** The area of another layer that holds this one, where the file or its centre told. */
  parentId: idSchema.nullable(),
  name: lineSchema,
  code: lineSchema,
  /** Square kilometres, geodesic; from the boundary where there is one. */
  areaKm2: z.number().nullable(),
  hasBoundary: z.boolean(),
  type: areaTypeSchema.nullable(),
  /** Newest total (both sexes, all ages). */
  population: populationSchema.nullable(),
});
export type Area = z.infer<typeof areaSchema>;

/** Population of one area in one year, also by sex and age where known. */
export const populationRowSchema = populationSchema.extend({
  areaId: idSchema,
  sex: z.enum(sexes),
  /** For example `0-14`; empty for all ages. */
  ageBand: z.string(),
  /** Moved here from other boundaries, or guessed: `method` says how. */
  isEstimate: z.boolean(),
  method: z.string(),
  /** Why this figure counts and not one of another source. */
  choiceReason: z.string(),
});
export type PopulationRow = z.infer<typeof populationRowSchema>;

/** One cell of an area's population table. */
export const populationCellSchema = z.object({ areaId: idSchema, year: yearSchema.nullable(), sex: z.enum(sexes), ageBand: z.string().max(40) });
export type PopulationCell = z.infer<typeof populationCellSchema>;

/** What another source says about a cell; kept beside the figure that counts. */
export const populationAlternativeSchema = populationCellSchema.extend({
  id: idSchema,
  value: z.number().min(0),
  source: lineSchema,
  isEstimate: z.boolean(),
  method: z.string(),
  note: z.string(),
});
export type PopulationAlternative = z.infer<typeof populationAlternativeSchema>;

const ratedSchema = z.object({ population: z.number().nullable(), rate: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });

/** What choosing another figure would do to the rate of all recorded incidents, in the area and in the city; nothing is changed by asking. */
export const populationEffectSchema = z.object({
  area: z.object({ count: z.int(), before: ratedSchema, after: ratedSchema }),
  city: z.object({ count: z.int(), before: ratedSchema, after: ratedSchema }),
});
export type PopulationEffect = z.infer<typeof populationEffectSchema>;

const namedAreaSchema = z.object({ areaId: idSchema, name: z.string() });

/** What is wrong with the boundaries of a layer. Surfaces in km²; slivers below the tolerance are not told one by one. */
export const boundaryCheckSchema = z.object({
  areaCount: z.int(),
  withoutBoundary: z.array(namedAreaSchema),
  /** Surface that some area covers, and the sum of all areas' surfaces: the difference lies in more than one. */
  coveredKm2: z.number(),
  sumKm2: z.number(),
  /** Largest first, the first hundred; `share` of the smaller of both. */
  overlaps: z.array(z.object({ a: namedAreaSchema, b: namedAreaSchema, km2: z.number(), share: z.number() })),
  overlapCount: z.int(),
  /** Surface enclosed by areas that belongs to none, largest first, the first hundred. */
  gaps: z.array(z.object({ km2: z.number(), longitude: z.number(), latitude: z.number(), boundary: z.custom<Boundary>() })),
  gapCount: z.int(),
  /** Boundaries that cross themselves. */
  crossing: z.array(namedAreaSchema),
  sameNames: z.array(z.object({ name: z.string(), count: z.int() })),
  /** Layers of the same kind whose years overlap. */
  overlappingVersions: z.array(z.object({ layerId: idSchema, name: z.string() })),
});
export type BoundaryCheck = z.infer<typeof boundaryCheckSchema>;

export const transferInputSchema = z.object({
  fromLayerId: idSchema,
  toLayerId: idSchema,
  /** Share of an area's figure that goes to another one: by common surface, or by the residents that a third layer knows there. */
  by: z.enum(['surface', 'residents']),
  /** The finer layer whose residents weigh, for `residents`. */
  weightLayerId: idSchema.nullable().default(null),
  year: yearSchema.nullable(),
});
export type TransferInput = z.infer<typeof transferInputSchema>;

/** Estimated residents of the areas of another layer. */
export const transferResultSchema = z.object({
  rows: z.array(z.object({ areaId: idSchema, name: z.string(), value: z.number(), isCounted: z.boolean() })),
  total: z.number(),
  /** Residents whose area lies, in part, outside of all areas of the other layer. */
  lost: z.number(),
  /** Areas of the first layer without a figure or without a boundary. */
  left: z.array(namedAreaSchema),
  method: z.string(),
});
export type TransferResult = z.infer<typeof transferResultSchema>;
