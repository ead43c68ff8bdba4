import type { EngineClient } from '#shared/contract/contract.ts';
import type { SamplePlan } from './plan.ts';

/** Enters how bodies move each other and work together: ties, the engagement plan, partnerships, shares of the city, roles in measures. */
export async function applyPartners(client: EngineClient, plan: SamplePlan, idOf: (name: string) => string): Promise<void> {
  for (const { from, to, ...tie } of plan.ties) await client.network.addTie({ ...tie, fromId: idOf(from), toId: idOf(to) });
  for (const { stakeholder, doneOn, ...step } of plan.engagement) {
    const [made] = await client.engagement.plan({ ...step, stakeholderIds: [idOf(stakeholder)] });
    if (made && doneOn !== null) await client.engagement.update({ id: made.id, patch: { doneOn } });
  }
  for (const { members, contributions, ...partnership } of plan.partnerships) {
    const { id: partnershipId } = await client.partnerships.add({ ...partnership, memberIds: members.map(idOf) });
    for (const { stakeholder, ...gift } of contributions) {
      await client.partnerships.addContribution({ ...gift, partnershipId, stakeholderId: stakeholder === null ? null : idOf(stakeholder) });
    }
  }
  for (const share of plan.cityShares) await client.representation.setShare(share);
  const measures = new Map((await client.policy.measures()).map(({ title, id }) => [title, id]));
  for (const { measure, stakeholder, role, confirmedOn } of plan.roles) {
    const place = { measureId: measures.get(measure) ?? '', stakeholderId: idOf(stakeholder) };
    await client.roles.set({ ...place, role, has: true });
    if (confirmedOn !== undefined) await client.roles.confirm({ ...place, confirmedOn });
  }
}
