import { z } from 'zod';
import { daySchema, idSchema } from '../domain/ids.ts';
import { raciRoleSchema, raciSchema } from '../domain/roles.ts';
import { procedure } from './refusal.ts';

/**
 * Roles of bodies in the measures of the policy. The accountable body is the measure's owner and the responsible ones are its partners,
 * whichever screen they were written on.
 */
export const rolesContract = {
  get: procedure.output(raciSchema),
  /** Gives or takes one role. A second accountable body is kept and pointed out. */
  set: procedure.input(z.object({ measureId: idSchema, stakeholderId: idSchema, role: raciRoleSchema, has: z.boolean() })).output(raciSchema),
  /** Makes a body the only accountable one. */
  setAccountable: procedure.input(z.object({ measureId: idSchema, stakeholderId: idSchema })).output(raciSchema),
  /** The day on which the accountable body said yes; null takes it back. */
  confirm: procedure.input(z.object({ measureId: idSchema, stakeholderId: idSchema, confirmedOn: daySchema.nullable() })).output(raciSchema),
};
