import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { stageSchema } from './stages.ts';

export const workshopKinds = ['workshop', 'training'] as const;
export const depths = ['rapid', 'detailed'] as const;

export const workshopInputSchema = z.object({
  title: lineSchema,
  kind: z.enum(workshopKinds),
  depth: z.enum(depths),
  place: lineSchema,
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  purpose: textSchema,
  note: textSchema,
  /** Groups with fewer members are shown nowhere on their own; null = the project's threshold. */
  smallestGroup: z.int().min(3).max(20).nullable(),
  /** Title of the course that a training run belongs to. */
  course: lineSchema,
});
export type WorkshopInput = z.infer<typeof workshopInputSchema>;
export const workshopSchema = workshopInputSchema.extend({ id: idSchema, template: z.string(), madeAt: z.string() });
export type Workshop = z.infer<typeof workshopSchema>;

/** `work` ties to a task of the method; the others only take time. */
export const sessionKinds = ['work', 'opening', 'break', 'lunch', 'closing'] as const;
export type SessionKind = (typeof sessionKinds)[number];
/** «09:30»: the clock on the wall where the workshop is held. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** An agenda item. `task` is the path of the screen where its work is done. */
export const sessionInputSchema = z.object({
  title: lineSchema,
  purpose: textSchema,
  day: z.int().min(1).max(14),
  stage: z.union([stageSchema, z.literal('')]),
  task: z.string().max(200),
  minutes: z.int().min(1).max(1_440),
  kind: z.enum(sessionKinds),
  /** How the facilitator leads it, in plain words, one step a line. */
  how: textSchema,
  /** What must be at hand, one thing a line. */
  materials: textSchema,
  /** «09:30», or empty: it follows the one before. */
  plannedStart: z.union([clockTimeSchema, z.literal('')]),
  notes: textSchema,
});
export type SessionInput = z.infer<typeof sessionInputSchema>;
export const sessionSchema = sessionInputSchema.extend({
  id: idSchema,
  workshopId: idSchema,
  position: z.number(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  pausedAt: z.string().nullable(),
  pausedSeconds: z.int(),
  addedMinutes: z.int(),
});
export type Session = z.infer<typeof sessionSchema>;

/** `table` a break-out table; `identity` a group that people say they belong to, whose voice is shown apart. */
export const groupKinds = ['table', 'identity'] as const;
export const groupInputSchema = z.object({ name: lineSchema, kind: z.enum(groupKinds), people: z.int().min(0).max(100_000), note: textSchema });
export type GroupInput = z.infer<typeof groupInputSchema>;
export const groupSchema = groupInputSchema.extend({ id: idSchema, workshopId: idSchema.nullable(), position: z.number() });
export type Group = z.infer<typeof groupSchema>;

/** What a participant may choose to say of themselves, on the list or on the phone; every one may stay empty. */
export const attributeNames = ['gender', 'ageBand', 'area', 'standing'] as const;
export type AttributeName = (typeof attributeNames)[number];
export const genders = ['woman', 'man', 'other'] as const;
export const ageBands = ['under-18', '18-29', '30-44', '45-59', '60-over'] as const;
/** Whether somebody speaks for an institution or as a resident. */
export const standings = ['institution', 'resident'] as const;
export const attributesSchema = z.object({
  gender: z.enum(genders).optional(),
  ageBand: z.enum(ageBands).optional(),
  areaId: idSchema.optional(),
  standing: z.enum(standings).optional(),
});
export type Attributes = z.infer<typeof attributesSchema>;
