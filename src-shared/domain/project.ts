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

/**
 * Why an open project cannot be changed: the person chose to read only; another program took it over; the file, its folder or the medium may not
 * be written to; it is opened for what can still be read of it.
 */
export const readOnlyReasons = ['chosen', 'taken-over', 'file', 'folder', 'medium', 'damaged'] as const;
export const readOnlyReasonSchema = z.enum(readOnlyReasons);
export type ReadOnlyReason = z.infer<typeof readOnlyReasonSchema>;

/** Who has a project open for writing. Names are empty where nobody knows. */
export const projectHolderSchema = z.object({ person: z.string(), machine: z.string(), isThisMachine: z.boolean(), since: z.string() });
export type ProjectHolder = z.infer<typeof projectHolderSchema>;

/** The open project as every screen sees it. */
export const projectStateSchema = z.object({
  id: idSchema,
  path: z.string(),
  fileName: z.string(),
  city: citySchema,
  isReadOnly: z.boolean(),
  /** Null while it can be changed. */
  readOnlyReason: readOnlyReasonSchema.nullable(),
  /** Who may write instead, for `chosen` and `taken-over`. */
  holder: projectHolderSchema.nullable(),
  hasPassphrase: z.boolean(),
  /** The file lies on another machine, as far as this one can tell. */
  isOnNetwork: z.boolean(),
  /** Tables in which damage was found after opening; `*` = somewhere in the file. */
  damagedTables: z.array(z.string()),
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

/** A change that takes long and is being written right now, by the name it will have in the history. `total` null = nobody knows. */
export const longWorkSchema = z.object({ name: z.string(), done: z.number(), total: z.number().nullable() });
export type LongWork = z.infer<typeof longWorkSchema>;

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
  'workshops',
  'ballots',
  'room',
  'follow-up',
  'texts',
  'library',
  'identity',
  'event-reports',
] as const;
export const subjectSchema = z.enum(subjects);
export type Subject = (typeof subjects)[number];

/** What is wrong with a file that could not be opened, and what of it can still be read: asked for the opening problem's screen. */
export const fileInspectionSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  /** Null when the file cannot be reached. */
  byteCount: z.number().nullable(),
  /** Bytes the file should have by its own account; null when it does not say. */
  expectedByteCount: z.number().nullable(),
  changedAt: z.string().nullable(),
  /** Null when the tables cannot be read at all, or not without the passphrase. */
  cityName: z.string().nullable(),
  lastChangeAt: z.string().nullable(),
  /** Rows by table; null where a table cannot be read to its end. */
  tables: z.array(z.object({ name: z.string(), rows: z.int().nullable() })),
  /** The left-over beside the file, if there is one. */
  leftOver: z.string().nullable(),
});
export type FileInspection = z.infer<typeof fileInspectionSchema>;
