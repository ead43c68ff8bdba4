import { z } from 'zod';
import { daySchema, idSchema } from './ids.ts';

/** Responsible (does it), accountable (answers for it), consulted, informed. */
export const raciRoles = ['R', 'A', 'C', 'I'] as const;
export const raciRoleSchema = z.enum(raciRoles);
export type RaciRole = (typeof raciRoles)[number];

export const measureRoleSchema = z.object({
  measureId: idSchema,
  stakeholderId: idSchema,
  role: raciRoleSchema,
  /** The day on which the body said yes; null = not confirmed. */
  confirmedOn: daySchema.nullable(),
});
export type MeasureRole = z.infer<typeof measureRoleSchema>;

/** What is not right yet with the roles of a measure. */
export const raciProblemCodes = ['no-accountable', 'several-accountable', 'no-responsible', 'not-confirmed', 'low-power'] as const;
export const raciProblemSchema = z.object({ measureId: idSchema, code: z.enum(raciProblemCodes), stakeholderIds: z.array(idSchema) });
export type RaciProblem = z.infer<typeof raciProblemSchema>;

export const raciSchema = z.object({
  roles: z.array(measureRoleSchema),
  problems: z.array(raciProblemSchema),
  /** How many measures a body answers for, and how many it does the work of. */
  load: z.array(z.object({ stakeholderId: idSchema, accountable: z.int(), responsible: z.int() })),
});
export type Raci = z.infer<typeof raciSchema>;
