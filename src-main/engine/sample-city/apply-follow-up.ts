import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineClient } from '#shared/contract/contract.ts';
import {
  actualInputSchema,
  answerPatchSchema,
  commitmentInputSchema,
  lessonInputSchema,
  reportInputSchema,
  scoreInputSchema,
} from '#shared/domain/follow-up.ts';
import { attributeGradeSchema, markerThemes, safeguardAnswerSchema } from '#shared/domain/policy-checks.ts';

const byMeasure = { measure: z.string().optional() };
const answerSchema = answerPatchSchema.omit({ measureId: true }).partial().required({ said: true }).extend(byMeasure);
const fileSchema = z.object({
  note: z.string(),
  actuals: z.array(actualInputSchema.omit({ measureId: true, objectiveId: true }).extend({ measure: z.string() })),
  reports: z.array(reportInputSchema.omit({ measureId: true, isPublic: true }).extend({ measure: z.string(), isPublic: z.boolean().optional() })),
  /** Those that a workshop's log has promised are told by the same words. */
  commitments: z.array(
    commitmentInputSchema
      .omit({ measureId: true, ownerId: true })
      .partial()
      .required({ text: true })
      .extend({ ...byMeasure, owner: z.string().optional() }),
  ),
  /** To what was said in a workshop, in the same words. */
  answers: z.array(answerSchema),
  typed: z.array(answerSchema),
  /** For each group: name (empty = everybody), mean and people. */
  scores: z.array(
    scoreInputSchema
      .pick({ question: true, source: true, scoredOn: true })
      .extend({ measure: z.string(), groups: z.array(z.tuple([z.string(), z.number(), z.int()])) }),
  ),
  lessons: z.array(lessonInputSchema.omit({ isPublic: true, nextTime: true }).extend({ nextTime: z.string() })),
  /** A level and its reason for each theme; null = the policy as a whole. */
  markers: z.array(z.object({ measure: z.string().nullable(), levels: z.record(z.enum(markerThemes), z.tuple([z.int(), z.string()])) })),
  safeguards: z.array(safeguardAnswerSchema.pick({ question: true, level: true, risk: true, mitigation: true }).extend({ owner: z.string().optional() })),
  grades: z.array(attributeGradeSchema),
});
type FollowUpFile = z.infer<typeof fileSchema>;

/** What became of the sample city's plan in its first months, and what people judged about it (`follow-up.json`, by names instead of ids). */
export async function applyFollowUp(client: EngineClient, folder: string): Promise<void> {
  const file = fileSchema.parse(JSON.parse(readFileSync(join(folder, 'follow-up.json'), 'utf8')));
  const measures = new Map((await client.policy.measures()).map(({ id, title }) => [title, id]));
  const bodies = new Map((await client.stakeholders.list()).map(({ id, name }) => [name, id]));
  const measureId = (title: string | null | undefined) => (title ? idOf(measures, title) : null);
  const ownerId = (name: string | undefined) => (name === undefined ? null : idOf(bodies, name));
  for (const { measure, ...actual } of file.actuals) await client.followUp.addActual({ ...actual, measureId: measureId(measure) });
  for (const { measure, ...report } of file.reports) await client.followUp.addReport({ ...report, measureId: idOf(measures, measure) });
  await enterCommitments(client, file, { measureId, ownerId });
  await enterAnswers(client, file, measureId);
  for (const { measure, groups, ...score } of file.scores) {
    for (const [groupLabel, mean, people] of groups) await client.followUp.addScore({ ...score, measureId: measureId(measure), groupLabel, mean, people });
  }
  for (const lesson of file.lessons) await client.followUp.addLesson(lesson);
  for (const { measure, levels } of file.markers) {
    for (const [theme, [level, reason]] of Object.entries(levels) as [(typeof markerThemes)[number], [number, string]][])
      await client.policyChecks.mark({
        measureId: measureId(measure),
        theme,
        level,
        reason,
        checkedBy: 'Directorate of Citizen Safety',
        checkedOn: '2026-11-02',
      });
  }
  for (const { owner, ...answer } of file.safeguards)
    await client.policyChecks.answerSafeguard({
      ...answer,
      measureId: null,
      stage: 'planning',
      ownerId: ownerId(owner),
      checkedBy: 'Safety round table',
      answeredOn: '2026-11-02',
    });
  for (const grade of file.grades) await client.policyChecks.grade(grade);
}

interface Ids {
  measureId(title: string | undefined): string | null;
  ownerId(name: string | undefined): string | null;
}

async function enterCommitments(client: EngineClient, file: FollowUpFile, { measureId, ownerId }: Ids): Promise<void> {
  const promises = await client.followUp.promises();
  if (promises.length > 0) await client.followUp.takePromises({ logEntryIds: promises.map(({ logEntryId }) => logEntryId) });
  const taken = new Map((await client.followUp.commitments()).map(({ text, id }) => [text, id]));
  for (const { measure, owner, ...commitment } of file.commitments) {
    const id = taken.get(commitment.text);
    const links = { measureId: measureId(measure), ...(owner === undefined ? {} : { ownerId: ownerId(owner) }) };
    if (id === undefined) await client.followUp.addCommitment({ ...commitment, ...links });
    else await client.followUp.updateCommitment({ id, patch: { ...commitment, ...links } });
  }
}

async function enterAnswers(client: EngineClient, file: FollowUpFile, measureId: Ids['measureId']): Promise<void> {
  const inputs = await client.followUp.inputs();
  for (const { said, measure, ...patch } of file.answers) {
    const input = inputs.find((one) => one.said === said);
    if (!input?.inputId) throw new Error(`Nobody in the sample city said «${said}»`);
    await client.followUp.answer({ inputs: [{ kind: input.kind, inputId: input.inputId }], patch: { ...patch, measureId: measureId(measure) } });
  }
  for (const { measure, ...answer } of file.typed) await client.followUp.addInput({ ...answer, measureId: measureId(measure) });
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The sample city has no «${name}»`);
  return id;
}
