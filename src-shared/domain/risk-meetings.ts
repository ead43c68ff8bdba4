import { z } from 'zod';
import { riskSchema } from './findings.ts';
import { daySchema, idSchema, textSchema } from './ids.ts';

/** A mark from 1 (very low) to 5 (very high); null = not rated. */
export const markSchema = z.int().min(1).max(5).nullable();
export const riskLevels = ['low', 'medium', 'high', 'very-high'] as const;
export type RiskLevel = (typeof riskLevels)[number];
export const missingRatings = ['exposure', 'institution', 'community'] as const;

/** Where a threat meets a vulnerability: how far the second is exposed to the first, and how well institutions and communities can stand it. */
export const riskMeetingInputSchema = z.object({
  exposure: markSchema,
  reason: textSchema,
  findingId: idSchema.nullable(),
  institutionResilience: markSchema,
  institutionReason: textSchema,
  communityResilience: markSchema,
  communityReason: textSchema,
  /** For those who work on the project only: leaves no output. */
  restrictedNote: textSchema,
  /** The whole cell is for those who work on the project only. */
  isRestricted: z.boolean(),
});
export type RiskMeetingInput = z.infer<typeof riskMeetingInputSchema>;
export const riskMeetingSchema = riskMeetingInputSchema.extend({
  id: idSchema,
  threatId: idSchema,
  vulnerabilityId: idSchema,
  /** The day on which a mark was last set; empty before. */
  ratedOn: daySchema.or(z.literal('')),
  /** By the app's own table (methods reference 13); null where a mark is missing. */
  level: z.enum(riskLevels).nullable(),
  missing: z.array(z.enum(missingRatings)),
});
export type RiskMeeting = z.infer<typeof riskMeetingSchema>;

/** What may leave the project. */
export const printedRiskSchema = riskSchema.omit({ restrictedNote: true, isRestricted: true });
export type PrintedRisk = z.infer<typeof printedRiskSchema>;
export const printedMeetingSchema = riskMeetingSchema.omit({ restrictedNote: true, isRestricted: true });
export type PrintedMeeting = z.infer<typeof printedMeetingSchema>;
