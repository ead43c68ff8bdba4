import { z } from 'zod';
import { fileTokenSchema } from '../domain/ids.ts';
import { procedure } from './refusal.ts';

/** Files for doors that have no open and save dialogs of their own (browser); refused elsewhere. */
export const filesContract = {
  /** The folder new projects go to, and the projects that are in it. */
  projectFolder: procedure.output(z.object({ path: z.string(), projects: z.array(z.object({ name: z.string(), path: z.string(), changedAt: z.string() })) })),
  /** A token for a folder whose path the person typed; only through a door on the same machine, and only where the folder is there. */
  folderFromPath: procedure.input(z.object({ path: z.string().min(1).max(4096) })).output(z.object({ file: fileTokenSchema, fileName: z.string() })),
  /** A token for a path that the person typed; only through a door on the same machine. */
  fromPath: procedure.input(z.object({ path: z.string().min(1).max(4096) })).output(z.object({ file: fileTokenSchema, fileName: z.string() })),
};
