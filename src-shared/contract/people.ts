import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { fileTokenSchema, idSchema, lineSchema } from '../domain/ids.ts';
import { progressSchema } from '../domain/outputs.ts';
import {
  cleanedCopiesSchema,
  contactPatchSchema,
  contactSchema,
  eraseChoicesSchema,
  erasureSchema,
  personDetailsSchema,
  personSchema,
  personTracesSchema,
  shareChoicesSchema,
  sharedCopySchema,
  sharePreviewSchema,
  uncleanCopiesSchema,
} from '../domain/people.ts';
import { procedure } from './refusal.ts';

/** The people whom a project names: its team and the contacts of stakeholders. */
export const peopleContract = {
  /** Everybody whom the file holds, by name; those whom only the history holds come last. */
  list: procedure.output(z.array(personSchema)),
  contacts: procedure.input(z.object({ stakeholderId: idSchema })).output(z.array(contactSchema)),
  /** Adds a contact: a person who stands in the project already (`personId`), or a new one. */
  addContact: procedure
    .input(
      z.object({
        stakeholderId: idSchema,
        personId: idSchema.optional(),
        role: lineSchema.default(''),
        details: personDetailsSchema.partial().default({}),
      }),
    )
    .output(contactSchema),
  updateContact: procedure.input(z.object({ id: idSchema, patch: contactPatchSchema })).output(contactSchema),
  /** Undoable; the person goes too where nothing else names them, and stays in the history. */
  removeContact: procedure.input(z.object({ id: idSchema })).output(z.void()),
};

/** Deleting people for good, and copies that hold none. */
export const privacyContract = {
  /** All that the file holds of a person. */
  traces: procedure.input(z.object({ personId: idSchema })).output(personTracesSchema),
  /** Deletes a person for good, history included. Cannot be undone. */
  erase: procedure.input(eraseChoicesSchema.extend({ personId: idSchema })).output(erasureSchema),
  /** Overwrites what was deleted in the file before; for when there was no room for it at the time. */
  cleanFile: procedure.output(erasureSchema),
  /** Copies that still hold people who were deleted for good. */
  uncleanCopies: procedure.output(uncleanCopiesSchema),
  /** Takes those people out of the copies on this machine; a copy that cannot be rewritten is deleted where `deleteOthers`. */
  cleanCopies: procedure.input(eraseChoicesSchema.extend({ deleteOthers: z.boolean() })).output(eventIterator(progressSchema, cleanedCopiesSchema)),
  sharePreview: procedure.output(sharePreviewSchema),
  /** Makes a copy without personal data at `file`. */
  share: procedure.input(shareChoicesSchema.extend({ file: fileTokenSchema })).output(eventIterator(progressSchema, sharedCopySchema)),
};
