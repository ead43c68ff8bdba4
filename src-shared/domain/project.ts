import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';

/** ISO 3166-1 alpha-2 country code. */
export const countryCodeSchema = z.string().regex(/^[A-Z]{2}$/);
/** ISO 4217 currency code. */
export const currencyCodeSchema = z.string().regex(/^[A-Z]{3}$/);
/** BCP 47 language tag. */
export const languageTagSchema = z.string().min(2).max(35);

export const teamMemberSchema = z.object({ id: idSchema, name: lineSchema, role: lineSchema, body: lineSchema });
export type TeamMember = z.infer<typeof teamMemberSchema>;

/** What stands on the City stage: one row of the project. */
export const citySchema = z.object({
  name: lineSchema,
  country: z.union([countryCodeSchema, z.literal('')]),
  languages: z.array(languageTagSchema),
  currency: z.union([currencyCodeSchema, z.literal('')]),
  mandate: textSchema,
  team: z.array(teamMemberSchema),
  /** Figures below this are hidden in every output (methods: disclosure control). */
  smallNumberThreshold: z.int().min(3).max(20),
});
export type City = z.infer<typeof citySchema>;
export const cityPatchSchema = citySchema.partial();

/** The open project as every screen sees it. */
export const projectStateSchema = z.object({
  id: idSchema,
  path: z.string(),
  fileName: z.string(),
  city: citySchema,
  isReadOnly: z.boolean(),
  isSample: z.boolean(),
  /** ISO instant of the last change on disk; null in a fresh file. */
  savedAt: z.string().nullable(),
  /** Grows by one with every change; a screen that has seen a revision is up to date with it. */
  revision: z.int(),
});
export type ProjectState = z.infer<typeof projectStateSchema>;

export const recentProjectSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  cityName: z.string(),
  country: z.string(),
  openedAt: z.string(),
  isMissing: z.boolean(),
});
export type RecentProject = z.infer<typeof recentProjectSchema>;

/** One entry of the project's change record. */
export const changeSchema = z.object({
  revision: z.int(),
  at: z.string(),
  /** Stable name of what was done, e.g. `stakeholders.add`; the interface has the words (`change.<name>`). */
  name: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Change = z.infer<typeof changeSchema>;

/** The subjects of the contract; a change names those it touched so that screens re-read just them. */
export const subjects = [
  'project',
  'areas',
  'stakeholders',
  'datasets',
  'incidents',
  'indicators',
  'risks',
  'findings',
  'priorities',
  'policy',
  'outputs',
] as const;
export const subjectSchema = z.enum(subjects);
export type Subject = (typeof subjects)[number];
