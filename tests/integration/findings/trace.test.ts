import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { gatherProfile } from '#main/engine/outputs/gather-profile.ts';
import type { TraceStep } from '#shared/domain/trace.ts';
import { type EngineFixture, newProject, refusalOf, resourcesFolder } from '../../fixtures/engine.ts';
import { importText } from '../imports/importing.ts';

const incidents = 'date,offence,neighbourhood\n2024-01-05,Robbery,Centro\n2024-01-06,Theft,Puerto\n';
const values = 'indicator,year,value,source\nLOC-01,2024,54,Lamp log\n';

/** A measure for an objective for a priority from a finding that rests on two datasets and a value. */
async function chain(fixture: EngineFixture) {
  const { client } = fixture;
  const police = (await importText(fixture, 'incidents', incidents, { name: 'police.csv', source: 'National Police' })).dataset;
  const log = (await importText(fixture, 'indicators', values, { name: 'lamps.csv' })).dataset;
  const [observation] = await client.indicators.observations();
  const finding = await client.findings.add({
    sentence: 'Robbery gathers where half of the lamps do not work.',
    evidence: [
      { kind: 'incidents', stance: 'for', text: 'Two in a week', source: 'Police', refId: police },
      { kind: 'indicator', stance: 'for', text: '54 % of lamps work', source: 'Lamp log', refId: observation?.id ?? '' },
      { kind: 'group-work', stance: 'against', text: 'Not in Puerto', source: 'Table 3', refId: null },
    ],
  });
  const priority = await client.priorities.add({ title: 'Light on the stairs', findingId: finding.id });
  const objective = await client.policy.addObjective({ title: 'Lit stairs by 2029', findingIds: [finding.id], priorityIds: [priority.id] });
  const measure = await client.policy.addMeasure({ objectiveId: objective.id, title: 'New lamps' });
  return { police, log, finding, priority, objective, measure, observationId: observation?.id ?? '' };
}

const read = (steps: readonly TraceStep[]) =>
  steps.map(({ depth, kind, title, isRepeat }) => `${'  '.repeat(depth - 1)}${kind} ${title}${isRepeat ? ' (again)' : ''}`);
const factOf = (steps: readonly TraceStep[], kind: string, name: string) =>
  steps.find((step) => step.kind === kind)?.facts.find((fact) => fact.name === name)?.value;

describe('the trail of a claim', () => {
  test('leads from a measure down to the files, their fingerprints and how they were read', async () => {
    const fixture = await newProject();
    const { measure } = await chain(fixture);
    const { subject, restsOn, carries, endsInClaim } = await fixture.client.trace.of({ kind: 'measure', id: measure.id });
    expect(subject).toMatchObject({ kind: 'measure', title: 'New lamps', depth: 0 });
    expect(read(restsOn)).toEqual([
      'objective Lit stairs by 2029',
      '  finding Robbery gathers where half of the lamps do not work.',
      '    evidence Two in a week',
      '      dataset police.csv',
      '        file police.csv',
      '        recipe ',
      '    evidence 54 % of lamps work',
      '      observation LOC-01',
      '        dataset lamps.csv',
      '          file lamps.csv',
      '          recipe ',
      '        method imported',
      '    evidence Not in Puerto',
      '  priority Light on the stairs',
      '    finding Robbery gathers where half of the lamps do not work. (again)',
    ]);
    expect(restsOn.find(({ title }) => title === 'Not in Puerto')?.stance).toBe('against');
    expect(String(factOf(restsOn, 'file', 'sha256'))).toMatch(/^[0-9a-f]{64}$/);
    expect(factOf(restsOn, 'dataset', 'source')).toBe('National Police');
    expect([carries, endsInClaim]).toEqual([[], false]);
  });

  test('leads back from a dataset to every sentence that rests on it', async () => {
    const fixture = await newProject();
    const { police, log, observationId } = await chain(fixture);
    const above = [
      'finding Robbery gathers where half of the lamps do not work.',
      '  priority Light on the stairs',
      '    objective Lit stairs by 2029',
      '      measure New lamps',
      '  objective Lit stairs by 2029 (again)',
    ];
    const under = (first: string[]) => [...first, ...above.map((line) => `${'  '.repeat(first.length)}${line}`)];
    const of = async (kind: 'dataset' | 'observation', id: string) => read((await fixture.client.trace.of({ kind, id })).carries);
    expect(await of('dataset', police)).toEqual(under(['evidence Two in a week']));
    expect(await of('dataset', log)).toEqual(under(['indicator LOC-01', '  observation LOC-01', '    evidence 54 % of lamps work']));
    expect(await of('observation', observationId)).toEqual(under(['evidence 54 % of lamps work']));
  });

  test('a text of the policy that prints the finding, or quotes it, is the end of the way up', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { finding } = await chain(fixture);
    await client.policyText.addDraft({ template: 'short-policy', language: 'en' });
    const sections = (await client.trace.of({ kind: 'finding', id: finding.id })).carries.filter(({ kind }) => kind === 'section');
    expect(sections.length).toBeGreaterThan(0);
    await client.findings.update({ id: finding.id, patch: { isRestricted: true } });
    const kept = (await client.trace.of({ kind: 'finding', id: finding.id })).carries.filter(({ kind, depth }) => kind === 'section' && depth === 1);
    expect(kept).toEqual([]);
  });

  test('a claim that nothing stands behind says so', async () => {
    const { client } = await newProject();
    const { id } = await client.findings.add({ sentence: 'Everybody knows it.' });
    expect(await client.trace.of({ kind: 'finding', id })).toMatchObject({ restsOn: [], carries: [], endsInClaim: true });
    await client.findings.addEvidence({ findingId: id, evidence: { kind: 'document', stance: 'for', text: 'A note', source: '', refId: null } });
    expect((await client.trace.of({ kind: 'finding', id })).endsInClaim).toBe(true);
    await client.findings.addEvidence({
      findingId: id,
      evidence: { kind: 'document', stance: 'for', text: 'A note', source: 'Hospital, May 2025', refId: null },
    });
    expect((await client.trace.of({ kind: 'finding', id })).endsInClaim).toBe(false);
  });

  test('evidence names the dataset it was read in; what it pointed at and is gone leaves its own words', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { police, finding } = await chain(fixture);
    const typed = await client.findings.addEvidence({
      findingId: finding.id,
      evidence: { kind: 'survey', stance: 'for', text: 'Read off the table', source: 'Police', refId: null, datasetId: police },
    });
    const id = typed.evidence.find(({ text }) => text === 'Read off the table')?.id ?? '';
    expect(read((await client.trace.of({ kind: 'evidence', id })).restsOn)[0]).toBe('dataset police.csv');
    await client.imports.removeDataset({ id: police });
    expect((await client.trace.of({ kind: 'evidence', id })).restsOn).toEqual([]);
    expect((await client.trace.of({ kind: 'finding', id: finding.id })).restsOn.map(({ title }) => title)).toContain('Two in a week');
  });

  test('what is not there is refused', async () => {
    const { client } = await newProject();
    for (const kind of ['finding', 'evidence', 'priority', 'objective', 'measure', 'dataset', 'observation'] as const) {
      expect((await refusalOf(client.trace.of({ kind, id: uuidv7() }))).code, kind).toBe('object/not-found');
    }
    expect(await client.trace.of({ kind: 'indicator', id: 'NOBODY-1' })).toMatchObject({ restsOn: [], carries: [] });
  });
});

describe('what stays in the city’s file', () => {
  test('no restricted finding, evidence, note or tree box reaches what outputs are made of', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const secret = 'zarzamora';
    const open = await client.findings.add({ sentence: 'The stairs are dark.', evidence: [] });
    const risk = await client.risks.add({ kind: 'threat', title: `Gang of ${secret}`, isRestricted: true });
    for (const [kind, refId, isRestricted] of [
      ['document', null, true],
      ['risk', risk.id, false],
      ['walk', null, false],
    ] as const) {
      const text = kind === 'walk' ? 'Seen by all' : `From ${secret}`;
      await client.findings.addEvidence({ findingId: open.id, evidence: { kind, stance: 'for', text, source: 's', refId, isRestricted } });
    }
    const hidden = await client.findings.add({ sentence: `${secret} pays the guards.`, note: secret, isRestricted: true });
    await client.priorities.add({ title: 'Guards', findingId: hidden.id });
    await client.policy.addObjective({ title: 'Honest guards', findingIds: [hidden.id, open.id] });
    const tree = await client.trees.add({ title: 'Guards', core: { text: 'Guards look away' } });
    await client.trees.addNode({ treeId: tree.id, text: `${secret} pays`, findingId: hidden.id, causeOf: tree.nodes[0]?.id ?? '' });
    const data = gatherProfile(fixture.project(), { resourcesFolder, language: 'en', appVersion: '0' });
    expect(JSON.stringify(data)).not.toContain(secret);
    expect(JSON.stringify(data)).not.toContain(hidden.id);
    expect(data.findings).toMatchObject([{ id: open.id, support: 'supported', withheldCount: 2, evidence: [{ text: 'Seen by all' }] }]);
    expect(data.problemTrees[0]?.nodes).toHaveLength(1);
  });
});
