import { z } from 'zod';
import { supportLevels } from './findings.ts';

/** What a trail can begin at. An indicator is known by its code, everything else by its id. */
export const traceableKinds = ['finding', 'evidence', 'priority', 'objective', 'measure', 'dataset', 'observation', 'indicator'] as const;
export type TraceableKind = (typeof traceableKinds)[number];

/** What can stand on a trail beside that: where claims end (files, ways of reading, methods, people's word) and where they are used. */
export const traceKinds = [
  ...traceableKinds,
  'file',
  'recipe',
  'method',
  'risk',
  'validation',
  'practice',
  'score',
  'problem-node',
  'factor',
  'meeting',
  'outside-factor',
  'target',
  'section',
] as const;

/** Facts of a step, said by `traceFact.<name>`. Days as `YYYY-MM-DD`, instants as ISO, shares 0–1. */
export const traceFactNames = [
  'source',
  'holder',
  'licence',
  'publishedOn',
  'importedAt',
  'period',
  'rows',
  'sha256',
  'format',
  'columns',
  'countedBy',
  'value',
  'unit',
  'quality',
  'area',
  'breakdown',
  'year',
  'version',
  'cases',
  'keptAt',
  'agreeing',
  'people',
  'day',
  'group',
  'values',
  'language',
] as const;
export type TraceFactName = (typeof traceFactNames)[number];
export const traceFactSchema = z.object({ name: z.enum(traceFactNames), value: z.union([z.string(), z.number()]) });
export type TraceFact = z.infer<typeof traceFactSchema>;

export const traceStepSchema = z.object({
  /** Unlike any other in the answer. */
  key: z.string(),
  /** How far from what was asked about: 1 = next to it. Steps stand in the order of reading: what belongs to a step follows it, one deeper. */
  depth: z.int(),
  kind: z.enum(traceKinds),
  /** By which it can be jumped to; null for what has no place of its own. */
  id: z.string().nullable(),
  /** In people's words, a file's name, or a code (an indicator's, a method's); empty = nothing written yet. */
  title: z.string(),
  facts: z.array(traceFactSchema),
  support: z.enum(supportLevels).nullable(),
  stance: z.enum(['for', 'against']).nullable(),
  isRestricted: z.boolean(),
  /** Stands further up already with all that belongs to it. */
  isRepeat: z.boolean(),
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/** Both ways from one thing: what it rests on, down to file and method, and what rests on it, up to sections of the policy's text. */
export const traceSchema = z.object({
  subject: traceStepSchema,
  restsOn: z.array(traceStepSchema),
  carries: z.array(traceStepSchema),
  /** The trail down ends in nothing that can be looked up: no dataset, no observation, no written source. */
  endsInClaim: z.boolean(),
});
export type Trace = z.infer<typeof traceSchema>;
