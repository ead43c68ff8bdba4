import { describe, expect, test } from 'vitest';
import type { Raci } from '#shared/domain/roles.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

async function plan() {
  const { client } = await newProject();
  const objective = await client.policy.addObjective({ title: 'Light' });
  const add = async (name: string) => (await client.stakeholders.add({ name })).id;
  const [x, y, z] = [await add('X'), await add('Y'), await add('Z')];
  const measure = async (title: string, more = {}) => (await client.policy.addMeasure({ objectiveId: objective.id, title, ...more })).id;
  return { client, x, y, z, measure };
}
const rolesOf = ({ roles }: Raci, measureId: string) =>
  roles
    .filter((role) => role.measureId === measureId)
    .map(({ stakeholderId, role }) => `${stakeholderId} ${role}`)
    .sort();
const codesOf = ({ problems }: Raci, measureId: string) => problems.filter((problem) => problem.measureId === measureId).map(({ code }) => code);

describe('roles in measures', () => {
  test('RACI-1 through the table: two accountable, nobody responsible, the load of each', async () => {
    const { client, x, y, z, measure } = await plan();
    const [m1, m2, m3] = [await measure('M1'), await measure('M2'), await measure('M3')];
    for (const [measureId, stakeholderId, role] of [
      [m1, x, 'A'],
      [m1, y, 'R'],
      [m1, z, 'C'],
      [m2, x, 'A'],
      [m2, z, 'A'],
      [m2, y, 'R'],
      [m3, x, 'A'],
      [m3, y, 'I'],
    ] as const) {
      await client.roles.set({ measureId, stakeholderId, role, has: true });
    }
    for (const [measureId, stakeholderId] of [
      [m1, x],
      [m2, x],
      [m2, z],
      [m3, x],
    ] as const) {
      await client.roles.confirm({ measureId, stakeholderId, confirmedOn: '2026-02-01' });
    }
    const raci = await client.roles.get();
    expect([codesOf(raci, m1), codesOf(raci, m2), codesOf(raci, m3)]).toEqual([[], ['several-accountable'], ['no-responsible']]);
    expect(Object.fromEntries(raci.load.map(({ stakeholderId, accountable, responsible }) => [stakeholderId, [accountable, responsible]]))).toEqual({
      [x]: [3, 0],
      [y]: [0, 2],
      [z]: [1, 0],
    });
  });

  test('owner and partners of the policy are its accountable and responsible bodies, whichever screen wrote them', async () => {
    const { client, x, y, z, measure } = await plan();
    const id = await measure('Lamps', { ownerId: x, partnerIds: [y] });
    expect(rolesOf(await client.roles.get(), id)).toEqual([`${x} A`, `${y} R`].sort());
    await client.roles.set({ measureId: id, stakeholderId: z, role: 'R', has: true });
    await client.roles.set({ measureId: id, stakeholderId: y, role: 'R', has: false });
    expect((await client.policy.measures())[0]).toMatchObject({ ownerId: x, partnerIds: [z] });
    await client.roles.set({ measureId: id, stakeholderId: x, role: 'A', has: false });
    expect((await client.policy.measures())[0]?.ownerId).toBeNull();
    await client.policy.updateMeasure({ id, patch: { ownerId: y } });
    expect(rolesOf(await client.roles.get(), id)).toEqual([`${y} A`, `${z} R`].sort());
  });

  test('an owner who does the work too is no partner of itself in the policy', async () => {
    const { client, x, measure } = await plan();
    const id = await measure('Lamps', { ownerId: x });
    const raci = await client.roles.set({ measureId: id, stakeholderId: x, role: 'R', has: true });
    expect(rolesOf(raci, id)).toEqual([`${x} A`, `${x} R`]);
    expect(codesOf(raci, id)).toEqual(['not-confirmed']);
    expect((await client.policy.measures())[0]).toMatchObject({ ownerId: x, partnerIds: [] });
  });

  test('a new owner in the policy answers alone, and the yes of the former does not count for it', async () => {
    const { client, x, y, measure } = await plan();
    const id = await measure('Lamps', { ownerId: x, partnerIds: [y] });
    await client.roles.confirm({ measureId: id, stakeholderId: x, confirmedOn: '2026-02-01' });
    await client.policy.updateMeasure({ id, patch: { ownerId: y } });
    const raci = await client.roles.get();
    expect(raci.roles.filter(({ role }) => role === 'A')).toEqual([{ measureId: id, stakeholderId: y, role: 'A', confirmedOn: null }]);
    expect(codesOf(raci, id)).toEqual(['not-confirmed']);
  });

  test('of two accountable bodies one is chosen, or the second takes over when the first goes', async () => {
    const { client, x, y, measure } = await plan();
    const id = await measure('Lamps', { ownerId: x, partnerIds: [y] });
    await client.roles.set({ measureId: id, stakeholderId: y, role: 'A', has: true });
    const chosen = await client.roles.setAccountable({ measureId: id, stakeholderId: y });
    expect(rolesOf(chosen, id)).toEqual([`${y} A`, `${y} R`]);
    await client.roles.set({ measureId: id, stakeholderId: x, role: 'A', has: true });
    await client.roles.set({ measureId: id, stakeholderId: y, role: 'A', has: false });
    expect((await client.policy.measures())[0]?.ownerId).toBe(x);
  });

  test('who answers with little power is pointed out', async () => {
    const { client, x, measure } = await plan();
    const id = await measure('Lamps', { ownerId: x });
    await client.stakeholders.rate({ id: x, rater: '', power: 2, interest: 5 });
    expect(codesOf(await client.roles.get(), id)).toEqual(['no-responsible', 'not-confirmed', 'low-power']);
  });

  test('giving a role twice changes nothing; a body or measure that is not there is refused', async () => {
    const { client, x, measure } = await plan();
    const id = await measure('Lamps');
    const give = () => client.roles.set({ measureId: id, stakeholderId: x, role: 'C', has: true });
    expect(rolesOf(await give(), id)).toEqual(rolesOf(await give(), id));
    expect((await refusalOf(client.roles.set({ measureId: x, stakeholderId: x, role: 'C', has: true }))).code).toBe('object/not-found');
  });

  test('roles go with their measure and come back by undo', async () => {
    const { client, x, measure } = await plan();
    const id = await measure('Lamps');
    await client.roles.set({ measureId: id, stakeholderId: x, role: 'C', has: true });
    await client.policy.removeMeasure({ id });
    expect((await client.roles.get()).roles).toEqual([]);
    await client.history.undo();
    expect(rolesOf(await client.roles.get(), id)).toEqual([`${x} C`]);
  });
});
