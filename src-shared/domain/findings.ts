import { z } from 'zod';
import { figureFactsSchema } from './figure-facts.ts';
import { idSchema, lineSchema, textSchema } from './ids.ts';
import { residentGroups } from './stakeholders.ts';

/** What bears on the city's safety: threats (local, or flows from outside) that meet local vulnerabilities. */
export const riskInputSchema = z.object({
  kind: z.enum(['threat', 'vulnerability']),
  title: lineSchema,
  description: textSchema,
  origin: z.enum(['local', 'external']),
  areaIds: z.array(idSchema),
  source: lineSchema,
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
});
export type EvidenceInput = z.infer<typeof evidenceInputSchema>;
export const evidenceItemSchema = evidenceInputSchema.extend({ id: idSchema });
export type EvidenceItem = z.infer<typeof evidenceItemSchema>;

/** Computed: two kinds agree and none opposes = supported; one kind = single source; any opposes = contested; nothing = claim only. */
export const supportLevels = ['supported', 'single', 'contested', 'claim'] as const;
export type SupportLevel = (typeof supportLevels)[number];

export const findingInputSchema = z.object({
  sentence: textSchema,
  areaIds: z.array(idSchema),
  groups: z.array(z.enum(residentGroups)),
});
export type FindingInput = z.infer<typeof findingInputSchema>;
export const findingSchema = findingInputSchema.extend({
  id: idSchema,
  evidence: z.array(evidenceItemSchema),
  support: z.enum(supportLevels),
});
export type Finding = z.infer<typeof findingSchema>;
