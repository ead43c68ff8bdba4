import type { EngineClient } from '#shared/contract/contract.ts';
import type { SamplePlan } from './plan.ts';

/** Priorities by criteria: figures counted and judged, what the groups weigh, and the decision with its reasons and those who saw it otherwise. */
export async function applyWeighing(client: EngineClient, { weighing, priorities, workshops }: SamplePlan): Promise<void> {
  const options = new Map((await client.priorities.list()).map(({ title, id }) => [title, id]));
  const priorityId = (key: string) => options.get(priorities.find((option) => option.key === key)?.title ?? '') ?? '';
  const groups = new Map((await client.priorities.vote()).groups.map(({ name, id }) => [name, id]));
  const codes = weighing.criteria.flatMap(({ code }) => code || []);
  const criteria = new Map((await client.criteria.addOffered({ codes })).map((criterion) => [criterion.code, criterion.id]));
  for (const { code, name, description, unit, scores, notes, swings } of weighing.criteria) {
    const criterionId = criteria.get(code) ?? '';
    await client.criteria.update({ id: criterionId, patch: { name, description, unit } });
    for (const [key, value] of Object.entries(scores))
      await client.criteria.setScore({ criterionId, priorityId: priorityId(key), groupId: null, value, note: notes[key] ?? '' });
    for (const [group, swing] of Object.entries(swings))
      await client.criteria.setSwing({ criterionId, groupId: group === '' ? null : (groups.get(group) ?? ''), swing });
  }
  const { order, dissents, ...decision } = weighing.decision;
  await client.criteria.setOrder({ ids: order.map(priorityId) });
  const workshopId = (await client.workshops.list()).find(({ title }) => title === workshops[0]?.title)?.id ?? null;
  const { id: decisionId } = await client.criteria.decide({ ...decision, workshopId });
  for (const { who, text, priority } of dissents) await client.criteria.addDissent({ decisionId, who, text, priorityId: priorityId(priority) });
}
