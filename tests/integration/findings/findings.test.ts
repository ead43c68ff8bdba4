import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { EvidenceInput } from '#shared/domain/findings.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

const evidence = (kind: EvidenceInput['kind'], stance: EvidenceInput['stance'] = 'for'): EvidenceInput => ({
  kind,
  stance,
  text: 'What it says',
  source: 'Somebody',
  refId: null,
});

describe('findings', () => {
  test('a sentence with its evidence, and how well it stands', async () => {
    const { client } = await newProject();
    const added = await client.findings.add({ sentence: 'Robberies gather round the harbour at night', groups: ['youth'], evidence: [evidence('incidents')] });
    expect(added).toMatchObject({ support: 'single', groups: ['youth'], evidence: [{ kind: 'incidents', source: 'Somebody' }] });
    const supported = await client.findings.addEvidence({ findingId: added.id, evidence: evidence('walk') });
    expect(supported.support).toBe('supported');
    const walk = supported.evidence.find((item) => item.kind === 'walk');
    const contested = await client.findings.updateEvidence({ id: walk?.id ?? '', patch: { stance: 'against' } });
    expect(contested?.support).toBe('contested');
    expect((await client.findings.removeEvidence({ id: walk?.id ?? '' }))?.support).toBe('single');
  });

  test('evidence is kept at once, waits for its finding, and keeps what was shown', async () => {
    const { client } = await newProject();
    const shown = {
      title: 'What happens',
      about: '2023',
      table: { columns: ['Group', 'Incidents'], rows: [['Robbery', '12']] },
      facts: null,
      keptAt: '2026-01-02T10:00:00.000Z',
    };
    const kept = await client.findings.keep({ ...evidence('incidents'), shown });
    expect(await client.findings.waiting()).toMatchObject([{ id: kept.id, shown }]);
    expect(await client.findings.list()).toEqual([]);
    const { id } = await client.findings.add({ sentence: 'Robbery is most of it' });
    expect(await client.findings.placeEvidence({ id: kept.id, findingId: id, stance: 'against' })).toMatchObject({
      support: 'contested',
      evidence: [{ id: kept.id, stance: 'against', shown }],
    });
    expect(await client.findings.waiting()).toEqual([]);
    await client.history.undo();
    expect(await client.findings.waiting()).toMatchObject([{ id: kept.id, stance: 'for' }]);
    expect(await client.findings.removeEvidence({ id: kept.id })).toBeNull();
    expect(await client.findings.waiting()).toEqual([]);
    expect((await refusalOf(client.findings.placeEvidence({ id: kept.id, findingId: null }))).code).toBe('object/not-found');
  });

  test('an empty finding is a draft and a claim', async () => {
    const { client } = await newProject();
    expect(await client.findings.add({})).toMatchObject({ sentence: '', areaIds: [], groups: [], evidence: [], support: 'claim' });
  });

  test('a field that is there but undefined is not given', async () => {
    const { client } = await newProject();
    const { id } = await client.findings.add({ sentence: 'Kept', groups: undefined });
    expect(await client.findings.update({ id, patch: { sentence: undefined, groups: ['women'] } })).toMatchObject({ sentence: 'Kept', groups: ['women'] });
  });

  test('areas can be named, changed and taken away', async () => {
    const { client } = await newProject();
    const [north, south] = [await client.areas.add({ name: 'North' }), await client.areas.add({ name: 'South' })];
    const { id } = await client.findings.add({ sentence: 'x', areaIds: [north.id, south.id, north.id] });
    expect((await client.findings.list())[0]?.areaIds).toHaveLength(2);
    expect((await client.findings.update({ id, patch: { areaIds: [south.id] } })).areaIds).toEqual([south.id]);
    await client.areas.remove({ id: south.id });
    expect((await client.findings.list())[0]?.areaIds).toEqual([]);
  });

  test('an area that is not in the project is refused, and nothing of the change is kept', async () => {
    const { client } = await newProject();
    expect((await refusalOf(client.findings.add({ sentence: 'x', areaIds: [uuidv7()] }))).code).toBe('object/not-found');
    expect(await client.findings.list()).toEqual([]);
  });

  test('removing a finding takes its evidence and leaves its option without a finding', async () => {
    const { client } = await newProject();
    const { id } = await client.findings.add({ sentence: 'x', evidence: [evidence('survey')] });
    await client.priorities.add({ title: 'Option', findingId: id });
    await client.policy.addObjective({ title: 'Objective', findingIds: [id] });
    await client.findings.remove({ id });
    expect(await client.findings.list()).toEqual([]);
    expect(await client.priorities.list()).toMatchObject([{ title: 'Option', findingId: null }]);
    expect(await client.policy.objectives()).toMatchObject([{ title: 'Objective', findingIds: [] }]);
  });

  test('what is not there is refused', async () => {
    const { client } = await newProject();
    const id = uuidv7();
    for (const call of [
      client.findings.update({ id, patch: {} }),
      client.findings.remove({ id }),
      client.findings.addEvidence({ findingId: id, evidence: evidence('walk') }),
      client.findings.updateEvidence({ id, patch: {} }),
      client.findings.removeEvidence({ id }),
    ]) {
      expect((await refusalOf(call)).code).toBe('object/not-found');
    }
  });
});

describe('threats and vulnerabilities', () => {
  test('are listed in the order of entry and keep what was given', async () => {
    const { client } = await newProject();
    const area = await client.areas.add({ name: 'Harbour' });
    const threat = await client.risks.add({ kind: 'threat', title: 'Arms flow', origin: 'external', areaIds: [area.id] });
    await client.risks.add({ kind: 'vulnerability' });
    expect(await client.risks.list()).toMatchObject([
      { kind: 'threat', title: 'Arms flow', origin: 'external', areaIds: [area.id] },
      { kind: 'vulnerability', title: '', origin: 'local', areaIds: [] },
    ]);
    expect(await client.risks.update({ id: threat.id, patch: { areaIds: [], source: 'Customs' } })).toMatchObject({
      title: 'Arms flow',
      areaIds: [],
      source: 'Customs',
    });
  });

  test('removing one leaves the words of evidence that pointed at it', async () => {
    const { client } = await newProject();
    const risk = await client.risks.add({ kind: 'threat', title: 'Arms flow' });
    await client.findings.add({ sentence: 'x', evidence: [{ ...evidence('risk'), refId: risk.id }] });
    await client.risks.remove({ id: risk.id });
    expect((await client.findings.list())[0]?.evidence).toMatchObject([{ kind: 'risk', text: 'What it says' }]);
    expect((await refusalOf(client.risks.remove({ id: risk.id }))).code).toBe('object/not-found');
  });
});
