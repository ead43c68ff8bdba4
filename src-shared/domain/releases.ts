import { z } from 'zod';
import { idSchema, lineSchema } from './ids.ts';
import { type IncidentFilter, type IncidentKey, incidentKeySchema, incidentQuerySchema, incidentRowSchema, offenceGroupSchema } from './incidents.ts';
import { outputKinds } from './outputs.ts';

/** Why counts of an offence need the larger threshold (methods, section 15). */
export const sensitiveClasses = ['sexual', 'partner', 'children', 'trafficking'] as const;
export const sensitiveClassSchema = z.enum(sensitiveClasses);
export type SensitiveClass = (typeof sensitiveClasses)[number];

/** From which count on incidents of an offence are shown, and why. */
export const offenceThresholdSchema = z.object({
  offenceId: idSchema,
  name: lineSchema,
  group: offenceGroupSchema,
  /** Null: as any other count of the project. */
  sensitive: sensitiveClassSchema.nullable(),
  /** What a person set; counts where it is more than the class and the project ask for. */
  own: z.int().nullable(),
  smallestCount: z.int(),
});
export type OffenceThreshold = z.infer<typeof offenceThresholdSchema>;
/** A person may raise an offence's threshold up to here. */
export const largestOwnThreshold = 100;

/**
 * Why a figure is hidden: `small` it is below its threshold; `protects` it would give a small one away; `released` the difference to
 * a figure that was given out earlier would be a small one.
 */
export const hidingReasons = ['small', 'protects', 'released'] as const;
export const hidingReasonSchema = z.enum(hidingReasons);
export type HidingReason = (typeof hidingReasons)[number];

/** The tables of incidents that outputs print together, by their keys. */
export const publishedTables = {
  total: [],
  year: ['year'],
  group: ['group'],
  offence: ['offence'],
  area: ['area'],
  areaYear: ['area', 'year'],
  areaGroup: ['area', 'group'],
  groupYear: ['group', 'year'],
  yearMonth: ['year', 'month'],
  weekdayHour: ['weekday', 'hour'],
} as const satisfies Record<string, readonly IncidentKey[]>;
export type PublishedTableName = keyof typeof publishedTables;

/** A key's value in a released table: the id of an area or offence, a group, a number; null = not stated. */
export type ReleasedKey = string | number | null;

/** One table as it was given out: a count for each combination of its keys, the last one fastest; null = hidden. */
export interface ReleasedTable {
  readonly by: readonly IncidentKey[];
  readonly where: IncidentFilter;
  readonly layerId: string | null;
  readonly keys: readonly (readonly ReleasedKey[])[];
  readonly counts: readonly (number | null)[];
  /** What the hidden ones were, in their order: later releases hide them while they are the same. Never leaves the project file. */
  readonly hidden: readonly number[];
}

/** A row of a summary as it may be shown in a room or leave the program; a hidden count takes its rate and interval with it. */
export const shownRowSchema = incidentRowSchema.extend({ count: z.int().nullable(), isHidden: z.boolean(), why: hidingReasonSchema.nullable() });
export type ProtectedRow = z.infer<typeof shownRowSchema>;

export const protectQuerySchema = incidentQuerySchema;
export const protectedRowsSchema = z.object({
  rows: z.array(shownRowSchema),
  hiddenCount: z.int(),
  /** Smallest counts that are shown, smallest first: one where nothing sensitive is among the rows. */
  thresholds: z.array(z.int()),
  /** False: no pattern protects the small figures, so that all of them but the total are hidden. */
  isSafe: z.boolean(),
});
export type ProtectedRows = z.infer<typeof protectedRowsSchema>;

export const releaseKinds = [...outputKinds, 'copy', 'picture', 'map'] as const;
export const releaseKindSchema = z.enum(releaseKinds);
export type ReleaseKind = (typeof releaseKinds)[number];

/** Something that was given out: what, when, and how many figures were hidden in it, and why. */
export const releaseSchema = z.object({
  id: idSchema,
  at: z.string(),
  kind: releaseKindSchema,
  name: lineSchema,
  revision: z.int(),
  figureCount: z.int(),
  hidden: z.object({ small: z.int(), protects: z.int(), released: z.int() }),
  tables: z.array(z.array(incidentKeySchema)),
  /** Never left this team: later outputs are not compared with it. */
  isWithdrawn: z.boolean(),
});
export type Release = z.infer<typeof releaseSchema>;
