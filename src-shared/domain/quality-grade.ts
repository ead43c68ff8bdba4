import { z } from 'zod';

/** A official, documented, under 24 months old · B official but old or partial · C survey or count with known weaknesses · D estimate or testimony · X in dispute. */
export const qualityGrades = ['A', 'B', 'C', 'D', 'X'] as const;
export const qualityGradeSchema = z.enum(qualityGrades);
export type QualityGrade = (typeof qualityGrades)[number];
