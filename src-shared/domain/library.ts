import { z } from 'zod';
import { idSchema, lineSchema, textSchema, yearSchema } from './ids.ts';
import { approaches } from './policy.ts';
import { qualityGrades } from './quality-grade.ts';
import { residentGroups } from './stakeholders.ts';

export const practiceScales = ['neighbourhood', 'city', 'region', 'country'] as const;
export const practicePlaces = [
  ...['informal-settlement', 'public-space', 'park', 'street', 'station', 'transport', 'home', 'school', 'night-life', 'city-centre', 'whole-city'],
] as const;
/** Parts of the world as the United Nations' statistics division draws them, the Americas in two. */
export const worldRegions = ['africa', 'latin-america', 'northern-america', 'asia', 'europe', 'oceania'] as const;
export type WorldRegion = (typeof worldRegions)[number];

/** What a source says came out of it. Sources that differ stand side by side; nobody chooses for the reader. */
export const practiceResultSchema = z.object({ text: textSchema, source: lineSchema });
export type PracticeResult = z.infer<typeof practiceResultSchema>;

/** Something a city did for safety, with what is known of how it went. */
export const practiceInputSchema = z.object({
  title: lineSchema,
  city: lineSchema,
  /** Code of the country, or empty. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  startYear: yearSchema.nullable(),
  endYear: yearSchema.nullable(),
  scale: z.enum(['', ...practiceScales]),
  leadBody: lineSchema,
  partners: lineSchema,
  problem: textSchema,
  residentGroups: z.array(z.enum(residentGroups)),
  approaches: z.array(z.enum(approaches)),
  placeTypes: z.array(z.enum(practicePlaces)),
  steps: textSchema,
  cost: z.number().min(0).max(1e15).nullable(),
  currency: z.string().regex(/^([A-Z]{3})?$/),
  results: z.array(practiceResultSchema).max(50),
  /** How good the evidence for the results is; empty = no result is stated. */
  grade: z.enum(['', ...qualityGrades]),
  source: lineSchema,
  /** What must be there for it to work elsewhere. */
  transfer: textSchema,
  mayBeShared: z.boolean(),
  language: z.string().max(20),
});
export type PracticeInput = z.infer<typeof practiceInputSchema>;
/** Of an own practice the id of its row, of one that ships its short code. */
export const practiceIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
export const practiceSchema = practiceInputSchema.extend({
  id: practiceIdSchema,
  /** Ships with the application: can be read and linked, not changed. */
  isShipped: z.boolean(),
  region: z.enum(worldRegions).nullable(),
  /** Two sources state different figures. */
  hasRivalResults: z.boolean(),
});
export type Practice = z.infer<typeof practiceSchema>;

/** A measure that follows a practice. */
export const practiceLinkSchema = z.object({ measureId: idSchema, practiceId: practiceIdSchema, note: textSchema });
export type PracticeLink = z.infer<typeof practiceLinkSchema>;

/** A practice that measures follow, as a document prints it. */
export interface FollowedPractice {
  readonly practice: Practice;
  readonly links: readonly PracticeLink[];
}
