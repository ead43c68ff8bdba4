import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { copySettingsSchema, fileContentsSchema, fileCopySchema, recoveryReportSchema } from '../domain/copies.ts';
import { fileTokenSchema } from '../domain/ids.ts';
import { progressSchema } from '../domain/outputs.ts';
import { projectStateSchema } from '../domain/project.ts';
import { procedure, refusalSchema } from './refusal.ts';

/** Where the copy was made under another passphrase than the open project's, or none is open. */
const passphraseSchema = z.string().min(1).max(1000).optional();

/** The project file and its automatic copies: where they are, what they hold, how to go back, how to save what is left of a damaged file. */
export const copiesContract = {
  /** The open file and the state of its copies. */
  state: procedure.output(
    z.object({
      path: z.string(),
      file: fileTokenSchema,
      byteCount: z.int(),
      isReadOnly: z.boolean(),
      savedAt: z.string().nullable(),
      settings: copySettingsSchema,
      /** Where the copies of this project are. */
      folder: z.string(),
      secondFolder: z.string().nullable(),
      /** Bytes free where copies go; null where nobody can say. */
      freeBytes: z.number().nullable(),
      lastCopyAt: z.string().nullable(),
      /** Something has changed since the newest copy. */
      hasUncopied: z.boolean(),
      isWorking: z.boolean(),
      /** Why the last attempt failed. */
      problem: refusalSchema.nullable(),
      secondProblem: refusalSchema.nullable(),
    }),
  ),
  /** The copies of the open project, newest first, each with what it holds, and what the project holds now. */
  list: procedure.output(z.object({ now: fileContentsSchema, copies: z.array(fileCopySchema) })),
  /** The copies that belong to a file, which need not be readable itself. */
  listFor: procedure.input(z.object({ file: fileTokenSchema })).output(z.array(fileCopySchema)),
  /** Makes a copy of the open project now; yields progress, returns the copy. */
  make: procedure.output(eventIterator(progressSchema, fileCopySchema)),
  /** Chooses folders by token; null goes back to the application's own place (or to no second one). What is not given stays. */
  choose: procedure
    .input(z.object({ folder: fileTokenSchema.nullable().optional(), secondFolder: fileTokenSchema.nullable().optional() }))
    .output(copySettingsSchema),
  /**
   * Puts a copy in the place of the open project, or of the file `over`. What was there becomes a copy first. The project is open again
   * afterwards; `kept` is where the replaced file is.
   */
  restore: procedure
    .input(z.object({ copy: fileTokenSchema, over: fileTokenSchema.optional(), passphrase: passphraseSchema }))
    .output(z.object({ state: projectStateSchema, kept: z.string(), keptFile: fileTokenSchema })),
  /** Opens a copy as a new file of its own, in the projects' folder or at `into`. The copy stays as it is. */
  openBeside: procedure.input(z.object({ copy: fileTokenSchema, into: fileTokenSchema.optional(), passphrase: passphraseSchema })).output(projectStateSchema),
  /** Saves what can be read of a damaged file into a new one, and never touches the damaged one. */
  recover: procedure
    .input(z.object({ damaged: fileTokenSchema, into: fileTokenSchema.optional(), passphrase: passphraseSchema }))
    .output(eventIterator(progressSchema, recoveryReportSchema)),
};
