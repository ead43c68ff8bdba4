import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { stageSchema } from './stages.ts';
import { residentGroups } from './stakeholders.ts';

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

/** What somebody agreed to: that their name stands on the list, to be seen in photos, to be written to later. */
export const consentPurposes = ['list', 'photos', 'contact'] as const;
export const consentSchema = z.partialRecord(z.enum(consentPurposes), z.boolean());
export type Consent = z.infer<typeof consentSchema>;

export const participantInputSchema = z.object({
  /** Kept only with consent to the list; empty = nameless. */
  name: lineSchema,
  email: lineSchema,
  phone: lineSchema,
  /** Somebody the project knows already, instead of a name. */
  personId: idSchema.nullable(),
  stakeholderId: idSchema.nullable(),
  /** What they do there, e.g. «market leader», «trainer». */
  role: lineSchema,
  attributes: attributesSchema,
  /** Only what people say of themselves. */
  residentGroups: z.array(z.enum(residentGroups)),
  consent: consentSchema,
  /** The days of the workshop on which they were there, counted from 1. */
  presentDays: z.array(z.int().min(1).max(14)),
  presentHours: z.number().min(0).max(1_000).nullable(),
  /** Finished the training. */
  completed: z.boolean(),
  accessNeeds: textSchema,
});
export type ParticipantInput = z.infer<typeof participantInputSchema>;
export const participantSchema = participantInputSchema.extend({
  id: idSchema,
  workshopId: idSchema,
  /** Place on the list, from 1: what somebody nameless is called. */
  number: z.int(),
  groupId: idSchema.nullable(),
  /** When they were asked; null = not yet. */
  consentAt: z.string().nullable(),
  /** Also a contact, in the team or at another workshop: what is changed of the name changes there too. */
  isKnownElsewhere: z.boolean(),
});
export type Participant = z.infer<typeof participantSchema>;

/** A person of the project who may be put on the list without typing them again. */
export const knownPersonSchema = z.object({ personId: idSchema, name: z.string(), stakeholderId: idSchema.nullable(), role: z.string() });
export type KnownPerson = z.infer<typeof knownPersonSchema>;

/** By what a list is spread evenly over tables. `institution` = one body from another. */
export const balanceKinds = ['gender', 'ageBand', 'area', 'standing', 'institution'] as const;
export type BalanceKind = (typeof balanceKinds)[number];
export const formGroupsSchema = z.object({
  workshopId: idSchema,
  tables: z.int().min(1).max(60),
  /** Nothing: at random. */
  balance: z.array(z.enum(balanceKinds)).max(balanceKinds.length),
  /** The same seed seats the same list the same way. */
  seed: z.int().min(0).max(999_999),
  /** Only who was there on this day; null = everybody on the list. */
  day: z.int().min(1).max(14).nullable(),
  /** What tables are called: «Table {{number}}» in the language of the room. */
  name: lineSchema,
});
export type FormGroups = z.infer<typeof formGroupsSchema>;

export const logKinds = ['decision', 'parking', 'note', 'quote', 'commitment'] as const;
export type LogKind = (typeof logKinds)[number];
/** What became of something parked or promised; empty where nothing has to. */
export const logStatuses = ['', 'open', 'taken-up', 'dropped', 'done'] as const;
export const logEntryInputSchema = z.object({
  sessionId: idSchema.nullable(),
  kind: z.enum(logKinds),
  text: textSchema,
  status: z.enum(logStatuses),
  /** Why it was dropped. */
  reason: textSchema,
  /** Who promised: a body or a role, no private person. */
  responsible: lineSchema,
  dueOn: daySchema.nullable(),
});
export type LogEntryInput = z.infer<typeof logEntryInputSchema>;
export const logEntrySchema = logEntryInputSchema.extend({ id: idSchema, workshopId: idSchema, at: z.string() });
export type LogEntry = z.infer<typeof logEntrySchema>;

export const photoInputSchema = z.object({
  sessionId: idSchema.nullable(),
  caption: lineSchema,
  /** Whether anybody can be recognised. */
  showsPeople: z.boolean(),
  mayBePublished: z.boolean(),
});
export type PhotoInput = z.infer<typeof photoInputSchema>;
export const photoSchema = photoInputSchema.extend({
  id: idSchema,
  workshopId: idSchema,
  addedAt: z.string(),
  width: z.int(),
  height: z.int(),
  byteCount: z.int(),
});
export type Photo = z.infer<typeof photoSchema>;

/** A shipped agenda in the words of one language. */
export const agendaSchema = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  kind: z.enum(workshopKinds),
  depth: z.enum(depths),
  days: z.int(),
  /** Minutes of all its items, breaks included. */
  minutes: z.int(),
  sessions: z.array(sessionInputSchema),
});
export type Agenda = z.infer<typeof agendaSchema>;
