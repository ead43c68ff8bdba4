import { z } from 'zod';

/** The stages of the method that the rapid depth covers, in order, and the outputs that close it. */
export const stages = ['city', 'stakeholders', 'profile', 'priorities', 'policy', 'follow-up', 'outputs'] as const;
export const stageSchema = z.enum(stages);
export type Stage = (typeof stages)[number];

/** One thing that a stage still lacks. `code` is a text key (`todo.<code>`), `to` the screen where it is done. */
export const todoSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  to: z.string(),
});

/** Computed, never stored and never a condition for saving. */
export const stageStatusSchema = z.object({
  stage: stageSchema,
  state: z.enum(['empty', 'started', 'complete']),
  done: z.int(),
  total: z.int(),
  todos: z.array(todoSchema),
});
export type StageStatus = z.infer<typeof stageStatusSchema>;
