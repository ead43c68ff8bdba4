import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';

export const stakeholderSectors = [
  'municipality',
  'national',
  'police',
  'justice',
  'health',
  'education',
  'community',
  'civil-society',
  'private',
  'academia',
  'media',
  'faith',
  'international',
  'other',
] as const;
export type StakeholderSector = (typeof stakeholderSectors)[number];
export const stakeholderKinds = ['public-body', 'organisation', 'group', 'network', 'person-in-role'] as const;
export type StakeholderKind = (typeof stakeholderKinds)[number];
/** Groups of residents that every step asks about (seeds: vulnerable groups); a city may add its own words in free text. */
export const residentGroups = [
  'women',
  'girls',
  'youth',
  'children',
  'older-people',
  'people-with-disabilities',
  'informal-settlements',
  'migrants',
  'minorities',
  'urban-poor',
] as const;
export type ResidentGroup = (typeof residentGroups)[number];

/** Score 1 (very low) to 5 (very high). */
export const scoreSchema = z.int().min(1).max(5);

export const stakeholderInputSchema = z.object({
  name: lineSchema,
  sector: z.enum(stakeholderSectors),
  kind: z.enum(stakeholderKinds),
  mandate: textSchema,
  /** Which resident groups it speaks for. */
  represents: z.array(z.enum(residentGroups)),
  note: textSchema,
});
export type StakeholderInput = z.infer<typeof stakeholderInputSchema>;

/** Quadrants of the power-interest grid; `on-the-line` where a median is exactly 3 and the group decides; `not-rated` without both. */
export const gridPlaces = ['work-closely', 'keep-satisfied', 'protect-and-inform', 'watch', 'on-the-line', 'not-rated'] as const;
export type GridPlace = (typeof gridPlaces)[number];

export const stakeholderSchema = stakeholderInputSchema.extend({
  id: idSchema,
  /** Medians over raters, each rater's newest rating; null = not rated. */
  power: z.number().nullable(),
  interest: z.number().nullable(),
  raterCount: z.int(),
  gridPlace: z.enum(gridPlaces),
});
export type Stakeholder = z.infer<typeof stakeholderSchema>;

/** Who is missing: sectors without a body, resident groups for whom nobody speaks. */
export const stakeholderGapsSchema = z.object({
  sectors: z.array(z.enum(stakeholderSectors)),
  groups: z.array(z.enum(residentGroups)),
  unratedCount: z.int(),
});
export type StakeholderGaps = z.infer<typeof stakeholderGapsSchema>;
