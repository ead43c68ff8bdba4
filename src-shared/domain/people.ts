import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';

/** What may be known of a person, beside the name. */
export const personDetailsSchema = z.object({ name: lineSchema, email: lineSchema, phone: lineSchema, note: textSchema });
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** A person who speaks for a stakeholder. The same person may speak for several, and belong to the team. */
export const contactSchema = personDetailsSchema.extend({
  id: idSchema,
  personId: idSchema,
  stakeholderId: idSchema,
  /** What the person is there, e.g. «press officer». */
  role: lineSchema,
  /** Other places of the project where this person stands: what is changed here changes there too. */
  alsoIn: z.object({ stakeholders: z.array(z.string()), isInTeam: z.boolean() }),
});
export type Contact = z.infer<typeof contactSchema>;
export const contactPatchSchema = personDetailsSchema.extend({ role: lineSchema }).partial();
export type ContactPatch = z.infer<typeof contactPatchSchema>;

const workshopPlaceSchema = z.object({ workshopId: idSchema, workshop: z.string(), role: z.string() });

/** One person with all places of the project that name them. */
export const personSchema = personDetailsSchema.extend({
  id: idSchema,
  team: z.array(z.object({ role: z.string(), body: z.string() })),
  contactOf: z.array(z.object({ stakeholderId: idSchema, stakeholder: z.string(), role: z.string() })),
  /** Workshops whose attendance list names the person, and those whose event report does. */
  presentAt: z.array(workshopPlaceSchema),
  reportedAt: z.array(workshopPlaceSchema),
  /** Removed from every screen, but the history still holds what was known. */
  isRemoved: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

/** Texts of the project, beside the people's own rows, in which a name, a phone or an e-mail address stands. */
export const textTraceSchema = z.object({ text: z.string(), kind: z.enum(['name', 'email', 'phone']), places: z.int() });
export type TextTrace = z.infer<typeof textTraceSchema>;

/** Everything a project holds of one person: shown before the person is deleted for good. */
export const personTracesSchema = z.object({
  person: personSchema,
  /** Entries of the history about the person. */
  historyEntries: z.int(),
  /** Changes and snapshots that were made under one of the person's names, ratings given under it. */
  madeByPerson: z.int(),
  texts: z.array(textTraceSchema),
});
export type PersonTraces = z.infer<typeof personTracesSchema>;

/** What goes with a person, beside the person's own rows and their history. */
export const eraseChoicesSchema = z.object({
  /** Also where the name says who made a change. */
  asAuthor: z.boolean().default(true),
  /** Also where the name, phone or e-mail stands in other texts: it is blanked there. */
  inTexts: z.boolean().default(true),
});
export type EraseChoices = z.infer<typeof eraseChoicesSchema>;

export const erasureSchema = z.object({
  /** False: the person is gone from everything that can be read, but unused parts of the file may hold remains until it is cleaned. */
  isFileClean: z.boolean(),
});
export type Erasure = z.infer<typeof erasureSchema>;

/** A file of this machine that still holds people who were deleted for good. */
export const uncleanCopySchema = z.object({
  path: z.string(),
  fileName: z.string(),
  madeAt: z.string(),
  /** False: too old or not readable, so it can only be deleted. */
  canBeCleaned: z.boolean(),
});

export const uncleanCopiesSchema = z.object({
  /** How many people were deleted for good in this project. */
  erasedPeople: z.int(),
  copies: z.array(uncleanCopySchema),
  /** Copies that were handed out and have not come back: nobody can reach them from here. */
  handedOut: z.array(z.object({ name: z.string(), handedOutAt: z.string() })),
});
export type UncleanCopies = z.infer<typeof uncleanCopiesSchema>;

export const cleanedCopiesSchema = z.object({ cleaned: z.int(), deleted: z.int(), failed: z.array(z.object({ fileName: z.string(), path: z.string() })) });
export type CleanedCopies = z.infer<typeof cleanedCopiesSchema>;

/** Tables whose rows may be marked as restricted. */
export const restrictedTypes = ['finding', 'evidence', 'risk', 'factor', 'risk_meeting', 'outside_factor'] as const;
export type RestrictedType = (typeof restrictedTypes)[number];
export const restrictedCountSchema = z.object({ type: z.enum(restrictedTypes), count: z.int() });
export type RestrictedCount = z.infer<typeof restrictedCountSchema>;

/** What a copy without personal data leaves out. */
export const sharePreviewSchema = z.object({
  hasPassphrase: z.boolean(),
  /** People who stand in the project now. */
  people: z.int(),
  /** People who were removed, but stand in the history. */
  formerPeople: z.int(),
  phones: z.int(),
  emails: z.int(),
  /** Entries of the history about people. */
  historyEntries: z.int(),
  /** Changes and snapshots that say who made them. */
  authored: z.int(),
  /** Names under which ratings were given. */
  raters: z.int(),
  texts: z.array(textTraceSchema),
  /** Stakeholders that are a person in a role: their names stay, because they name an office. */
  personsInRole: z.array(z.string()),
  /** What is restricted in the project, kinds without any left out: its words stay out of the copy unless `keepRestricted`. */
  restricted: z.array(restrictedCountSchema),
  /** Restricted notes beside open threats and vulnerabilities. */
  restrictedNotes: z.int(),
});
export type SharePreview = z.infer<typeof sharePreviewSchema>;

export const shareChoicesSchema = z.object({
  /** The copy opens with the project's passphrase, if it has one. */
  keepPassphrase: z.boolean().default(true),
  /** Names, phones and e-mail addresses that stay where they stand in texts, as in `SharePreview.texts`. */
  keepInTexts: z.array(z.string()).default([]),
  /** Restricted findings, evidence, risks and notes keep their words: only for somebody who may know them. */
  keepRestricted: z.boolean().default(false),
});
export type ShareChoices = z.infer<typeof shareChoicesSchema>;

export const sharedCopySchema = z.object({
  path: z.string(),
  fileName: z.string(),
  file: z.string(),
  byteCount: z.int(),
  hasPassphrase: z.boolean(),
  /** What was left out. */
  people: z.int(),
  historyEntries: z.int(),
  authored: z.int(),
  raters: z.int(),
  textPlaces: z.int(),
  /** Texts of something restricted that were blanked; 0 where they were kept. */
  restrictedTexts: z.int(),
});
export type SharedCopy = z.infer<typeof sharedCopySchema>;
