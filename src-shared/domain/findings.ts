import { z } from 'zod';
import { figureFactsSchema } from './figure-facts.ts';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { residentGroups } from './stakeholders.ts';

export const confidences = ['low', 'medium', 'high'] as const;
export const actionLevels = ['city', 'national', 'international'] as const;

/** What bears on the city's safety: threats (local, or flows from outside) that meet local vulnerabilities. */
export const riskInputSchema = z.object({
  kind: z.enum(['threat', 'vulnerability']),
  title: lineSchema,
  description: textSchema,
  origin: z.enum(['local', 'external']),
  areaIds: z.array(idSchema),
  source: lineSchema,
  /** Of a threat: what comes in from elsewhere (arms, drugs, people who are trafficked, money) and by which way. */
  flow: lineSchema,
  route: lineSchema,
  /** Of a vulnerability: who or what is weak, and why. */
  who: lineSchema,
  why: textSchema,
  /** How sure the group is of it. */
  confidence: z.enum(['', ...confidences]),
  /** Who has to act first. */
  actionLevel: z.enum(['', ...actionLevels]),
  /** For those who work on the project only: leaves no output. */
  restrictedNote: textSchema,
  /** The whole entry is for those who work on the project only. */
  isRestricted: z.boolean(),
});
export type RiskInput = z.infer<typeof riskInputSchema>;
export const riskSchema = riskInputSchema.extend({ id: idSchema });
export type Risk = z.infer<typeof riskSchema>;

/** The kinds of evidence a finding can rest on; two kinds that agree make it supported. */
export const evidenceKinds = ['incidents', 'indicator', 'risk', 'survey', 'walk', 'group-work', 'document'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What stood on the screen when a figure was kept, so that it can be looked at again when the data behind it have changed. */
export const shownFigureSchema = z.object({
  title: lineSchema,
  /** What was looked at, in words: period, groups, area. */
  about: textSchema,
  table: z.object({ columns: z.array(z.string()).max(100), rows: z.array(z.array(z.string())).max(500) }),
  facts: figureFactsSchema.nullable(),
  keptAt: z.iso.datetime(),
});
export type ShownFigure = z.infer<typeof shownFigureSchema>;

export const evidenceInputSchema = z.object({
  kind: z.enum(evidenceKinds),
  stance: z.enum(['for', 'against']),
  /** What it says, in a sentence with its figure. */
  text: textSchema,
  source: lineSchema,
  /** Id of the observation or risk it points at, or of the dataset counted; null for typed evidence. */
  refId: idSchema.nullable(),
  shown: shownFigureSchema.nullable().optional(),
  /** The dataset it was counted from or read in, where it is in the project. */
  datasetId: idSchema.nullable().optional(),
  /** Leaves no output: it would name people or give away a source. */
  isRestricted: z.boolean().optional(),
});
export type EvidenceInput = z.infer<typeof evidenceInputSchema>;
export const evidenceItemSchema = evidenceInputSchema.extend({
  id: idSchema,
  datasetId: idSchema.nullable().default(null),
  isRestricted: z.boolean().default(false),
});
export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

/** Computed: two kinds agree and none opposes = supported; one kind = single source; any opposes = contested; nothing = claim only. */
export const supportLevels = ['supported', 'single', 'contested', 'claim'] as const;
export type SupportLevel = (typeof supportLevels)[number];

/** What a finding is about; empty = not said. */
export const findingKinds = ['problem', 'perception', 'cause', 'strength', 'capacity', 'unknown'] as const;

export const findingInputSchema = z.object({
  sentence: textSchema,
  areaIds: z.array(idSchema),
  groups: z.array(z.enum(residentGroups)),
  kind: z.enum(['', ...findingKinds]),
  /** What a reader should know beside the sentence. Printed with it. */
  note: textSchema,
  /** Leaves no output, nor does its note or its evidence. */
  isRestricted: z.boolean(),
});
export type FindingInput = z.infer<typeof findingInputSchema>;

/** People were asked whether the sentence is true: where, how many agreed of how many. */
export const validationInputSchema = z.object({
  workshopId: idSchema.nullable(),
  sessionId: idSchema.nullable(),
  groupId: idSchema.nullable(),
  /** Null = nobody counted. Never more than `people`. */
  agree: z.int().min(0).max(1_000_000).nullable(),
  people: z.int().min(0).max(1_000_000).nullable(),
  note: textSchema,
  validatedOn: daySchema.nullable(),
});
export type ValidationInput = z.infer<typeof validationInputSchema>;

export const validationSchema = validationInputSchema.extend({
  id: idSchema,
  findingId: idSchema,
  /** The closed ballot that the figures are read from; null = counted by hand. */
  ballotId: idSchema.nullable(),
  /** Share who agree, 0–1; null where nobody counted, or too few answered to be shown. */
  agreeing: z.number().nullable(),
  /** Fewer answered than may be shown: `agree` is null. */
  isHidden: z.boolean(),
});
export type Validation = z.infer<typeof validationSchema>;

/** A closed ballot of «agree – disagree» on findings, to be taken over as validation. */
export const validationOfferSchema = z.object({
  ballotId: idSchema,
  question: z.string(),
  workshop: z.string(),
  closedAt: z.string().nullable(),
  /** Findings it asked about and has answers to. */
  findingIds: z.array(idSchema),
  /** Those that have it as validation already. */
  takenIds: z.array(idSchema),
});
export type ValidationOffer = z.infer<typeof validationOfferSchema>;

export const findingSchema = findingInputSchema.extend({
  id: idSchema,
  evidence: z.array(evidenceItemSchema),
  support: z.enum(supportLevels),
  validations: z.array(validationSchema),
  /** In outputs: how many pieces of evidence stay in the city's file. */
  withheldCount: z.int().default(0),
});
export type Finding = z.infer<typeof findingSchema>;
