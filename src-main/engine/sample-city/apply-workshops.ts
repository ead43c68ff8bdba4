import type { EngineClient } from '#shared/contract/contract.ts';
import type { SamplePlan } from './plan.ts';

/** The workshop of the sample city: its agenda, its tables, a list without names, and what was noted. */
export async function applyWorkshops(client: EngineClient, { workshops, vote, ballots }: SamplePlan): Promise<void> {
  const bodies = (await client.stakeholders.list()).map(({ id }) => id);
  for (const { log, ...workshop } of workshops) {
    const { id: workshopId } = await client.workshops.add({ ...workshop, language: 'en', startTime: '08:30' });
    const tables = new Map<string, string>();
    for (const { name, people } of vote.groups) tables.set(name, (await client.workshops.addGroup({ workshopId, name, people })).id);
    const listed = await client.workshops.addParticipants({
      workshopId,
      people: ballots.people.map(({ gender, ageBand, standing }, index) => ({
        attributes: { gender, ageBand, standing },
        stakeholderId: standing === 'institution' ? (bodies[index % bodies.length] ?? null) : null,
        presentDays: index % 7 === 0 ? [1] : [1, 2],
      })),
    });
    for (const [name, groupId] of tables) {
      const ids = listed.filter((_person, index) => ballots.people[index]?.group === name).map(({ id }) => id);
      if (ids.length > 0) await client.workshops.seat({ ids, groupId });
    }
    const sessions = await client.workshops.sessions({ workshopId });
    for (const { session, ...entry } of log) {
      const sessionId = sessions.find(({ title }) => title === session)?.id ?? null;
      await client.workshops.addLogEntry({ ...entry, workshopId, sessionId });
    }
  }
}
