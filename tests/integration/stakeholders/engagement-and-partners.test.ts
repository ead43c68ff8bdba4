import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

describe('the engagement plan', () => {
  test('a step for many at once, each at the level that the grid advises', async () => {
    const { client } = await newProject();
    const weak = await client.stakeholders.add({ name: 'Neighbours' });
    const strong = await client.stakeholders.add({ name: 'Mayor' });
    await client.stakeholders.rate({ id: weak.id, rater: '', power: 1, interest: 5 });
    await client.stakeholders.rate({ id: strong.id, rater: '', power: 5, interest: 5 });
    const steps = await client.engagement.plan({ stakeholderIds: [weak.id, strong.id], how: 'Visit', responsible: 'Liaison', dueOn: '2099-01-01' });
    expect(steps.map(({ stakeholderId, level, isOverdue }) => [stakeholderId, level, isOverdue])).toEqual([
      [weak.id, 'involve', false],
      [strong.id, 'collaborate', false],
    ]);
  });

  test('late is what is not done by its day; steps stand by their day, those without one last', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Neighbours' });
    const [without] = await client.engagement.plan({ stakeholderIds: [id], level: 'inform' });
    const [late] = await client.engagement.plan({ stakeholderIds: [id], level: 'consult', dueOn: '2001-05-01' });
    expect((await client.engagement.list()).map((step) => [step.id, step.isOverdue])).toEqual([
      [late?.id, true],
      [without?.id, false],
    ]);
    expect(await client.engagement.update({ id: late?.id ?? '', patch: { doneOn: '2001-06-01' } })).toMatchObject({ isOverdue: false, doneOn: '2001-06-01' });
    await client.engagement.remove({ id: without?.id ?? '' });
    expect(await client.engagement.list()).toHaveLength(1);
  });

  test('names of people in the plan are found when somebody is to be deleted for good', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Neighbours' });
    const { personId } = await client.people.addContact({ stakeholderId: id, details: { name: 'Amparo Quiroga' } });
    await client.engagement.plan({ stakeholderIds: [id], responsible: 'Amparo Quiroga', how: 'Through Amparo Quiroga' });
    const mayor = await client.stakeholders.add({ name: 'Mayor' });
    await client.network.addTie({ fromId: id, toId: mayor.id, kind: 'informs', note: 'Says Amparo Quiroga' });
    await client.network.move({ positions: [{ stakeholderId: id, x: 1, y: 1 }] });
    const { id: partnershipId } = await client.partnerships.add({ name: 'Lamps', agreement: 'Signed by Amparo Quiroga' });
    await client.partnerships.addContribution({ partnershipId, what: 'Paint, brought by Amparo Quiroga' });
    await client.privacy.erase({ personId, asAuthor: false, inTexts: true });
    const left = JSON.stringify([await client.engagement.list(), await client.network.ties(), await client.partnerships.list()]);
    expect(left).not.toContain('Quiroga');
    expect(await client.network.positions()).toHaveLength(1);
  });
});

describe('partnerships', () => {
  test('pledges and gifts by currency, beside each other', async () => {
    const { client } = await newProject();
    const member = await client.stakeholders.add({ name: 'Chamber' });
    const lamps = await client.partnerships.add({ name: 'Lamps', memberIds: [member.id, member.id], pledgeAmount: 9000, pledgeCurrency: 'USD' });
    expect(lamps).toMatchObject({ status: 'proposed', memberIds: [member.id], contributions: [] });
    await client.partnerships.addContribution({ partnershipId: lamps.id, what: 'First part', amount: 3000, currency: 'USD', stakeholderId: member.id });
    await client.partnerships.addContribution({ partnershipId: lamps.id, what: 'Two electricians for a week' });
    await client.partnerships.add({ name: 'Study', pledgeAmount: 500, pledgeCurrency: 'EUR' });
    expect(await client.partnerships.totals()).toEqual({
      money: [
        { currency: 'EUR', pledged: 500, given: null },
        { currency: 'USD', pledged: 9000, given: 3000 },
      ],
      withoutCurrency: 0,
      withoutAmount: 1,
    });
  });

  test('members leave, contributions stay when a body goes; a removed partnership comes back whole', async () => {
    const { client } = await newProject();
    const member = await client.stakeholders.add({ name: 'Chamber' });
    const { id } = await client.partnerships.add({ name: 'Lamps', memberIds: [member.id] });
    const gift = await client.partnerships.addContribution({ partnershipId: id, what: 'Paint', stakeholderId: member.id });
    await client.stakeholders.remove({ id: member.id });
    expect((await client.partnerships.list())[0]).toMatchObject({ memberIds: [], contributions: [{ id: gift.id, stakeholderId: null }] });
    await client.partnerships.remove({ id });
    expect(await client.partnerships.list()).toEqual([]);
    await client.history.undo();
    expect((await client.partnerships.list())[0]?.contributions).toHaveLength(1);
    expect((await refusalOf(client.partnerships.removeContribution({ id }))).code).toBe('object/not-found');
  });

  test('a patch changes what it names and nothing else', async () => {
    const { client } = await newProject();
    const { id } = await client.partnerships.add({ name: 'Lamps', pledge: 'Sixty lamps' });
    expect(await client.partnerships.update({ id, patch: { status: 'signed', startsOn: '2026-03-01' } })).toMatchObject({
      ...{ name: 'Lamps', pledge: 'Sixty lamps', status: 'signed', startsOn: '2026-03-01' },
    });
  });
});
