import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema } from '../domain/ids.ts';
import {
  changeSchema,
  cityPatchSchema,
  citySchema,
  fileInspectionSchema,
  longWorkSchema,
  projectStateSchema,
  recentProjectSchema,
  subjectSchema,
} from '../domain/project.ts';
import { stageStatusSchema } from '../domain/stages.ts';
import { procedure } from './refusal.ts';

/** Told to every window whenever the open project changes: which subjects to read again. */
export const projectEventSchema = z.object({
  state: projectStateSchema.nullable(),
  subjects: z.array(subjectSchema),
});
export type ProjectEvent = z.infer<typeof projectEventSchema>;

/** Typed by a person; goes from the page to the engine's memory and nowhere else. */
export const passphraseSchema = z.string().min(1).max(1000);

/** How a project is to be opened. Without any of it: for writing, refused when somebody else has it open. */
export const openingSchema = z.object({
  passphrase: passphraseSchema.optional(),
  /** `take-over` makes the program that has it open a reader. */
  mode: z.enum(['write', 'read-only', 'take-over']).default('write'),
  /** Renames a left-over journal that is not this project's own, so that SQLite does not write it into the file. */
  setAsideLeftOver: z.boolean().default(false),
});

export const projectContract = {
  /** The open project, or null. */
  current: procedure.output(projectStateSchema.nullable()),
  recent: procedure.output(z.array(recentProjectSchema)),
  forgetRecent: procedure.input(z.object({ path: z.string() })).output(z.void()),
  create: procedure.input(z.object({ file: fileTokenSchema, city: cityPatchSchema })).output(projectStateSchema),
  open: procedure.input(openingSchema.partial().extend({ file: fileTokenSchema })).output(projectStateSchema),
  openRecent: procedure.input(openingSchema.partial().extend({ path: z.string() })).output(projectStateSchema),
  /** A token for one of the recent projects, for what is asked about its file when it does not open. */
  fileOfRecent: procedure.input(z.object({ path: z.string() })).output(z.object({ file: fileTokenSchema, fileName: z.string() })),
  /** What of a file that did not open can still be read. Changes nothing. */
  inspect: procedure.input(z.object({ file: fileTokenSchema, passphrase: passphraseSchema.optional() })).output(fileInspectionSchema),
  /**
   * Copies a file that cannot be opened where it lies to the projects' folder and opens the copy; `despiteDamage` only to read what is left. Without
   * a file: the open project, which may be changed in its new place.
   */
  openCopy: procedure
    .input(z.object({ file: fileTokenSchema.optional(), passphrase: passphraseSchema.optional(), despiteDamage: z.boolean().default(false) }))
    .output(projectStateSchema),
  /** Makes this program the one that writes to the open project; the other becomes a reader. */
  takeOver: procedure.output(projectStateSchema),
  /** Encrypts the open project, or changes its passphrase; `current` is needed where it has one. */
  setPassphrase: procedure.input(z.object({ passphrase: passphraseSchema, current: passphraseSchema.optional() })).output(projectStateSchema),
  /** Writes the open project without encryption from now on. */
  removePassphrase: procedure.input(z.object({ current: passphraseSchema })).output(projectStateSchema),
  /** A fresh copy of the sample city in the user's own folder, opened. */
  openSample: procedure.output(projectStateSchema),
  close: procedure.output(z.void()),
  city: procedure.output(citySchema),
  /** Saves what is given as it is given; half-filled is fine. */
  updateCity: procedure.input(cityPatchSchema).output(citySchema),
  stages: procedure.output(z.array(stageStatusSchema)),
  changes: procedure.input(z.object({ limit: z.int().min(1).max(500).default(50) })).output(z.array(changeSchema)),
  /** First event at once, then one for every change, until the reader goes away. */
  watch: procedure.output(eventIterator(projectEventSchema)),
  /** What takes long right now, null = nothing: the present state at once, then every step of it, until the reader goes away. */
  work: procedure.output(eventIterator(longWorkSchema.nullable())),
  /** Stops it; the project is then as it was before. Nothing happens where nothing is going on. */
  stopWork: procedure.input(z.object({})).output(z.void()),
};
