import { describe, expect, test } from 'vitest';
import { gatherProfile } from '#main/engine/outputs/gather-profile.ts';
import { newProject, refusalOf, resourcesFolder } from '../../fixtures/engine.ts';

const sides = async () => {
  const city = await newProject({ now: () => new Date('2026-11-22T09:00:00Z') });
  const threat = await city.client.risks.add({ kind: 'threat', title: 'Arms' });
  const vulnerability = await city.client.risks.add({ kind: 'vulnerability', title: 'Young people' });
  return { ...city, threat, vulnerability, pair: { threatId: threat.id, vulnerabilityId: vulnerability.id } };
};

describe('where a threat meets a vulnerability', () => {
  test('is rated bit by bit, and has a level when nothing is missing', async () => {
    const { client, pair } = await sides();
    expect(await client.risks.meetings()).toEqual([]);
    const first = await client.risks.rate({ ...pair, patch: { exposure: 4 } });
    expect(first).toMatchObject({ exposure: 4, level: null, missing: ['institution', 'community'], ratedOn: '2026-11-22' });
    await client.risks.rate({ ...pair, patch: { institutionResilience: 2, reason: 'Shots at night' } });
    const rated = await client.risks.rate({ ...pair, patch: { communityResilience: 5 } });
    expect(rated).toMatchObject({ id: first.id, level: 'high', missing: [], reason: 'Shots at night' });
    expect(await client.risks.meetings()).toHaveLength(1);
  });

  test('is undone step by step, and comes back', async () => {
    const { client, pair } = await sides();
    await client.risks.rate({ ...pair, patch: { exposure: 4 } });
    await client.risks.rate({ ...pair, patch: { exposure: 1 } });
    await client.history.undo();
    expect(await client.risks.meetings()).toMatchObject([{ exposure: 4 }]);
    await client.history.undo();
    expect(await client.risks.meetings()).toEqual([]);
    await client.history.redo();
    expect(await client.risks.meetings()).toMatchObject([{ exposure: 4 }]);
  });

  test('goes with either side, and can be taken away', async () => {
    const { client, pair, threat } = await sides();
    const { id } = await client.risks.rate({ ...pair, patch: { exposure: 3 } });
    await client.risks.removeMeeting({ id });
    expect(await client.risks.meetings()).toEqual([]);
    await client.risks.rate({ ...pair, patch: { exposure: 3 } });
    await client.risks.remove({ id: threat.id });
    expect(await client.risks.meetings()).toEqual([]);
    await client.history.undo();
    expect(await client.risks.meetings()).toMatchObject([{ exposure: 3 }]);
  });

  test('needs a threat and a vulnerability, in this order', async () => {
    const { client, pair, threat } = await sides();
    const { code } = await refusalOf(client.risks.rate({ threatId: pair.vulnerabilityId, vulnerabilityId: threat.id, patch: {} }));
    expect(code).toBe('object/not-found');
  });

  test('has the same id in every copy of the project', async () => {
    const { client, pair } = await sides();
    const { id } = await client.risks.rate({ ...pair, patch: { exposure: 3 } });
    await client.risks.removeMeeting({ id });
    expect((await client.risks.rate({ ...pair, patch: { exposure: 2 } })).id).toBe(id);
  });
});

describe('what is restricted', () => {
  const printed = async (city: Awaited<ReturnType<typeof sides>>) => gatherProfile(city.project(), { resourcesFolder, language: 'en', appVersion: '1' });

  test('a note leaves in nothing that is printed; what stands beside it does', async () => {
    const city = await sides();
    await city.client.risks.update({ id: city.threat.id, patch: { restrictedNote: 'Quillfeather' } });
    await city.client.risks.rate({ ...city.pair, patch: { exposure: 3, restrictedNote: 'Brindlemoor' } });
    const data = await printed(city);
    expect(data.risks).toHaveLength(2);
    expect(data.riskMeetings).toMatchObject([{ exposure: 3 }]);
    expect(JSON.stringify(data)).not.toMatch(/Quillfeather|Brindlemoor|restricted/i);
  });

  test('a restricted side takes its meetings along, a restricted meeting leaves the sides', async () => {
    const city = await sides();
    await city.client.risks.rate({ ...city.pair, patch: { exposure: 3, isRestricted: true } });
    expect(await printed(city)).toMatchObject({ riskMeetings: [], risks: { length: 2 } });
    await city.client.risks.rate({ ...city.pair, patch: { isRestricted: false } });
    await city.client.risks.update({ id: city.threat.id, patch: { isRestricted: true } });
    expect(await printed(city)).toMatchObject({ riskMeetings: [], risks: [{ title: 'Young people' }] });
  });

  test('factors and influences from outside stay in the project too', async () => {
    const city = await sides();
    await city.client.factors.add({ level: 'society', direction: 'risk', text: 'Quillfeather', isRestricted: true });
    await city.client.factors.addOutside({ dimension: 'legal', text: 'Brindlemoor', isRestricted: true });
    await city.client.factors.add({ level: 'society', direction: 'risk', text: 'Gun law' });
    const data = await printed(city);
    expect(data.factors).toMatchObject([{ text: 'Gun law' }]);
    expect(JSON.stringify(data)).not.toMatch(/Quillfeather|Brindlemoor/);
  });

  test('the history does not name a restricted entry', async () => {
    const { client, threat } = await sides();
    await client.risks.update({ id: threat.id, patch: { isRestricted: true, title: 'Quillfeather' } });
    const [last] = await client.history.list({ limit: 1 });
    expect(last?.params.name).toBe('');
  });
});
