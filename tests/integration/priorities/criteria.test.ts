import { describe, expect, test } from 'vitest';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { addVoters, giveAnswers } from '../../fixtures/voters.ts';
import { geoJson, importText, square } from '../imports/importing.ts';

async function mc1() {
  const fixture = await newProject();
  const { client } = fixture;
  const options = [];
  for (const title of ['A', 'B', 'C']) options.push(await client.priorities.add({ title, findingId: null }));
  const criteria = [];
  for (const name of ['First', 'Second', 'Third']) criteria.push(await client.criteria.add({ name, worst: 0, best: 100 }));
  const scores = [
    [80, 20, 60],
    [50, 90, 40],
    [30, 60, 100],
  ];
  for (const [row, values] of scores.entries())
    for (const [column, value] of values.entries())
      await client.criteria.setScore({ criterionId: criteria[column]?.id ?? '', priorityId: options[row]?.id ?? '', groupId: null, value });
  for (const [place, swing] of [100, 60, 40].entries()) await client.criteria.setSwing({ criterionId: criteria[place]?.id ?? '', groupId: null, swing });
  return { ...fixture, options, criteria };
}

describe('weighing', () => {
  test('ranks as the reference does, and says how steady the first place is', async () => {
    const { client, options } = await mc1();
    const weighing = await client.criteria.weighing();
    expect(weighing.why).toBeNull();
    expect(weighing.options.map(({ value, rank }) => [Math.round((value ?? 0) * 1e6) / 1e6, rank])).toEqual([
      [58, 2],
      [60, 1],
      [53, 3],
    ]);
    expect(weighing.criteria[0]?.range).toMatchObject({ lowNextId: options[2]?.id, highNextId: options[0]?.id });
    for (const [place, share] of [0.236, 0.347, 0.417].entries()) expect(Math.abs((weighing.options[place]?.leads ?? 0) - share)).toBeLessThan(0.02);
    expect(weighing).toMatchObject({ seed: 1, sets: 10_000 });
    await client.criteria.setSeed({ seed: 77 });
    expect(await client.criteria.weighing()).toMatchObject({ seed: 77 });
  });

  test('an option with a gap is not ranked and says which criterion it lacks; a gap without weight does not matter', async () => {
    const { client, options, criteria } = await mc1();
    const place = { criterionId: criteria[1]?.id ?? '', priorityId: options[1]?.id ?? '', groupId: null };
    await client.criteria.setScore({ ...place, value: null });
    let weighing = await client.criteria.weighing();
    expect(weighing.options[1]).toMatchObject({ value: null, rank: null, missing: [place.criterionId] });
    expect(weighing.options.map(({ rank }) => rank)).toEqual([1, null, 2]);
    await client.criteria.setSwing({ criterionId: place.criterionId, groupId: null, swing: 0 });
    weighing = await client.criteria.weighing();
    expect(weighing.options[1]?.missing).toEqual([]);
    expect(weighing.options[1]?.rank).not.toBeNull();
  });

  test('the ends say the direction, and a value beyond an end is marked, not cut', async () => {
    const { client, options, criteria } = await mc1();
    await client.criteria.update({ id: criteria[0]?.id ?? '', patch: { worst: 60, best: 0 } });
    const { options: weighed } = await client.criteria.weighing();
    expect(weighed[1]?.cells[0]).toMatchObject({ value: 50, isBeyond: false });
    expect(weighed[1]?.cells[0]?.score).toBeCloseTo(16.667, 3);
    expect(weighed[0]?.cells[0]).toMatchObject({ value: 80, isBeyond: true });
    expect(options).toHaveLength(3);
  });

  test('says why nothing can be ranked yet', async () => {
    const { client } = await newProject();
    expect((await client.criteria.weighing()).why).toBe('no-options');
    const { id } = await client.priorities.add({ title: 'A', findingId: null });
    expect((await client.criteria.weighing()).why).toBe('no-criteria');
    const criterion = await client.criteria.add({ name: 'Own', worst: 1, best: 5 });
    expect((await client.criteria.weighing()).why).toBe('no-weights');
    await client.criteria.setSwing({ criterionId: criterion.id, groupId: null, swing: 0 });
    expect((await client.criteria.weighing()).why).toBe('no-weights');
    await client.criteria.setSwing({ criterionId: criterion.id, groupId: null, swing: 50 });
    expect((await client.criteria.weighing()).why).toBe('no-complete-option');
    await client.criteria.setScore({ criterionId: criterion.id, priorityId: id, groupId: null, value: 4, note: 'Said at table 2' });
    expect(await client.criteria.weighing()).toMatchObject({ why: null, options: [{ value: 75, rank: 1 }] });
  });

  test('groups judge and weigh for themselves; every group weighs the same in what they say together', async () => {
    const { client, options, criteria } = await mc1();
    const women = await client.priorities.addGroup({ name: 'Women', people: 20 });
    const men = await client.priorities.addGroup({ name: 'Men', people: 6 });
    const [first, , third] = criteria;
    for (const [group, swings] of [
      [women, [10, 10, 100]],
      [men, [100, 10, 10]],
    ] as const)
      for (const [place, swing] of swings.entries()) await client.criteria.setSwing({ criterionId: criteria[place]?.id ?? '', groupId: group.id, swing });
    await client.criteria.setScore({ criterionId: first?.id ?? '', priorityId: options[2]?.id ?? '', groupId: women.id, value: 10 });
    const weighing = await client.criteria.weighing();
    const firstOf = (name: string) => weighing.groups.find((group) => group.name === name)?.options.find(({ rank }) => rank === 1)?.priorityId;
    expect(firstOf('Women')).toBe(options[2]?.id);
    expect(firstOf('Men')).toBe(options[0]?.id);
    expect(weighing.equal).toHaveLength(3);
    expect(weighing.agreement).toHaveLength(1);
    // What everybody judged together still counts together: the swing of one group changes nothing there.
    expect(weighing.options[1]?.rank).toBe(1);
    await client.criteria.remove({ id: third?.id ?? '' });
    expect((await client.criteria.weighing()).criteria).toHaveLength(2);
  });
});

describe('what is counted', () => {
  async function cityWithIncidents(): Promise<EngineFixture> {
    const city = await newProject();
    await importText(
      city,
      'areas',
      geoJson([
        { name: 'Poniente', geometry: square(-99.2, 19.4) },
        { name: 'Oriente', geometry: square(-99.1, 19.4) },
      ]),
      { name: 'areas.geojson' },
    );
    const rows = (area: string, offence: string, count: number) =>
      Array.from({ length: count }, (_, day) => `2024-01-${String((day % 28) + 1).padStart(2, '0')},${offence},${area}`);
    await importText(
      city,
      'incidents',
      ['date,offence,area', ...rows('Poniente', 'Robbery', 137), ...rows('Oriente', 'Robbery', 3), ...rows('Oriente', 'Assault', 52)].join('\n'),
    );
    return city;
  }

  test('comes from the areas of the finding, rounded so that no small number can be told from it, and says so', async () => {
    const city = await cityWithIncidents();
    const { client } = city;
    const areas = await client.areas.list({});
    const options = [];
    for (const name of ['Poniente', 'Oriente']) {
      const finding = await client.findings.add({ sentence: `Robbery in ${name}`, areaIds: areas.filter((area) => area.name === name).map(({ id }) => id) });
      options.push(await client.priorities.add({ title: name, findingId: finding.id }));
    }
    await client.priorities.add({ title: 'Of nobody', findingId: null });
    const criterion = await client.criteria.add({ name: 'Incidents', kind: 'incidents' });
    let { options: weighed, criteria } = await client.criteria.weighing();
    expect(weighed.map(({ cells }) => cells[0]?.value)).toEqual([140, 60, null]);
    expect(weighed[0]?.cells[0]?.origin).toMatchObject({ kind: 'counted', what: 'incidents', areas: 1, firstYear: 2024, lastYear: 2024, roundedTo: 10 });
    expect(criteria[0]?.suggested).toEqual({ worst: 0, best: 140 });
    const robbery = (await client.incidents.offences()).find(({ name }) => name === 'Robbery')?.group ?? 'theft';
    await client.criteria.setCounted({ criterionId: criterion.id, priorityId: options[1]?.id ?? '', groups: [robbery] });
    ({ options: weighed } = await client.criteria.weighing());
    expect(weighed[1]?.cells[0]?.value).toBe(10);
    await client.criteria.setScore({ criterionId: criterion.id, priorityId: options[1]?.id ?? '', groupId: null, value: 44, note: 'Counted by the ward' });
    ({ options: weighed } = await client.criteria.weighing());
    expect(weighed[1]?.cells[0]).toMatchObject({ value: 44, origin: { kind: 'judged', note: 'Counted by the ward' } });
  });

  test('offered criteria start with what the project can count, in the project’s own language', async () => {
    const city = await cityWithIncidents();
    const criteria = await city.client.criteria.addOffered({ codes: ['harm', 'number-affected', 'cost', 'speed', 'support'] });
    expect(criteria.map(({ code, kind, worst, best }) => [code, kind, worst, best])).toEqual([
      ['harm', 'incidents', null, null],
      ['number-affected', 'residents', null, null],
      ['cost', 'judged', 5, 1],
      ['speed', 'judged', 36, 3],
      ['support', 'judged', 1, 5],
    ]);
    expect(await city.client.criteria.addOffered({ codes: ['harm'] })).toHaveLength(5);
    const moved = await city.client.criteria.move({ id: criteria[4]?.id ?? '', place: 0 });
    expect(moved.map(({ code }) => code)).toEqual(['support', 'harm', 'number-affected', 'cost', 'speed']);
    expect((await city.client.criteria.move({ id: moved[0]?.id ?? '', place: 2 })).map(({ code }) => code)).toEqual([
      'harm',
      'number-affected',
      'support',
      'cost',
      'speed',
    ]);
  });
});

describe('the decision', () => {
  test('keeps what was on the table, with reasons and those who saw it otherwise, whatever changes later', async () => {
    const { client, options } = await mc1();
    const [a, b, c] = options.map(({ id }) => id) as [string, string, string];
    await client.criteria.setOrder({ ids: [b, a] });
    await client.priorities.update({ id: b, patch: { reason: 'First under most weights' } });
    const { id } = await client.criteria.decide({ body: 'Safety committee', method: 'criteria', people: 24, reasons: 'Agreed by show of hands' });
    const decision = await client.criteria.addDissent({ decisionId: id, who: 'Traders', priorityId: c, text: 'Street lighting comes first for us' });
    expect(decision).toMatchObject({ people: 24, hasChangedSince: false, dissents: [{ who: 'Traders', priorityId: c }] });
    expect(decision.content.options.map(({ title, decidedRank, rank }) => [title, decidedRank, rank])).toEqual([
      ['B', 1, 1],
      ['A', 2, 2],
      ['C', null, 3],
    ]);
    expect(decision.content).toMatchObject({ seed: 1, sets: 10_000 });
    await client.criteria.setOrder({ ids: [c] });
    expect(await client.priorities.list()).toMatchObject([
      { title: 'A', isChosen: false, decidedRank: null },
      { title: 'B', isChosen: false, decidedRank: null },
      { title: 'C', isChosen: true, decidedRank: 1 },
    ]);
    const [after] = await client.criteria.decisions();
    expect(after).toMatchObject({ hasChangedSince: true });
    expect(after?.content).toEqual(decision.content);
    await client.criteria.updateDissent({ id: decision.dissents[0]?.id ?? '', patch: { text: 'Light first' } });
    await client.history.undo();
    expect((await client.criteria.decisions())[0]?.dissents[0]?.text).toBe('Street lighting comes first for us');
    await client.criteria.removeDecision({ id });
    expect(await client.criteria.decisions()).toEqual([]);
  });
});

describe('weights out of a ballot', () => {
  async function askedRoom() {
    const fixture = await newProject();
    const { client } = fixture;
    const criteria = [];
    for (const name of ['Harm', 'Cost', 'Support']) criteria.push(await client.criteria.add({ name, worst: 0, best: 100, unit: 'points' }));
    const workshop = await client.workshops.add({ title: 'Harbour', smallestGroup: 5 });
    const groupIds: string[] = [];
    for (const name of ['Women', 'Men', 'Youth']) groupIds.push((await client.workshops.addGroup({ workshopId: workshop.id, name })).id);
    const ask = async (kind: 'pairwise' | 'dots') => {
      const ballot = await client.ballots.add({ workshopId: workshop.id, kind, subject: 'criteria', question: 'What matters more?' });
      await client.ballots.open({ id: ballot.id });
      return ballot;
    };
    return { ...fixture, fixture, criteria, workshop, groupIds, ask };
  }

  test('the criteria of the city stand on the ballot, each with the step that is weighed', async () => {
    const { client, criteria, ask } = await askedRoom();
    expect((await ask('pairwise')).options.map(({ refId, text }) => [refId, text])).toEqual(
      criteria.map(({ id, name }) => [id, `${name} (from 0 to 100 points)`]),
    );
    expect(await client.criteria.swingBallots()).toEqual([]);
  });

  test('dots become swings, together and for groups that the result shows; what was typed before goes, and undo brings it back', async () => {
    const { client, fixture, criteria, workshop, groupIds, ask } = await askedRoom();
    const [women = '', men = '', youth = ''] = groupIds;
    const typed = { criterionId: criteria[2]?.id ?? '', groupId: youth, swing: 70 };
    await client.criteria.setSwing(typed);
    const ballot = await ask('dots');
    const [harm = '', cost = ''] = ballot.options.map(({ id }) => id);
    const sizes = [
      [women, 6],
      [men, 6],
    ] as const;
    const voters = addVoters(
      fixture,
      workshop.id,
      sizes.flatMap(([groupId, count]) => Array.from({ length: count }, () => ({ groupId }))),
    );
    giveAnswers(
      fixture,
      ballot.id,
      voters,
      voters.map((_, place) => ({ kind: 'dots', dots: place < 6 || place > 9 ? { [harm]: 1 } : { [cost]: 1 } })),
    );
    await client.ballots.close({ id: ballot.id });
    expect(await client.criteria.swingBallots()).toMatchObject([{ ballotId: ballot.id, workshop: 'Harbour' }]);
    await client.criteria.takeSwings({ ballotId: ballot.id });
    const given = async (groupId: string | null) =>
      (await client.criteria.swings()).filter((swing) => swing.groupId === groupId).map(({ criterionId, swing }) => [criterionId, swing]);
    const [first, second] = criteria.map(({ id }) => id);
    expect(await given(null)).toEqual([
      [first, 100],
      [second, 50],
    ]);
    expect(await given(women)).toEqual([[first, 100]]);
    expect(await given(men)).toEqual([
      [first, 50],
      [second, 100],
    ]);
    expect(await given(youth)).toEqual([]);
    expect((await client.criteria.weighing()).criteria.map(({ weight }) => Math.round((weight ?? 0) * 1_000))).toEqual([667, 333, 0]);
    await client.history.undo();
    expect(await client.criteria.swings()).toEqual([typed]);
  });

  test('pairs become the weights that the ballot shows, and a small group has none of its own', async () => {
    const { client, fixture, criteria, workshop, groupIds, ask } = await askedRoom();
    const ballot = await ask('pairwise');
    const [a = '', b = '', c = ''] = ballot.options.map(({ id }) => id);
    const voters = addVoters(
      fixture,
      workshop.id,
      Array.from({ length: 8 }, (_, place) => ({ groupId: groupIds[place < 6 ? 0 : 1] ?? '' })),
    );
    giveAnswers(
      fixture,
      ballot.id,
      voters,
      voters.map(() => ({ kind: 'pairwise', ratios: { [`${a}:${b}`]: 3, [`${a}:${c}`]: 5, [`${b}:${c}`]: 2 } })),
    );
    await client.ballots.close({ id: ballot.id });
    await client.criteria.takeSwings({ ballotId: ballot.id });
    // AHP-1 of the written method.
    expect((await client.criteria.weighing()).criteria.map(({ weight }) => weight?.toFixed(4))).toEqual(['0.6483', '0.2297', '0.1220']);
    expect((await client.criteria.swings()).every(({ groupId }) => groupId === null)).toBe(true);
    expect(criteria).toHaveLength(3);
  });

  test('a ballot that nobody answered gives no weights and takes none away', async () => {
    const { client, criteria, ask } = await askedRoom();
    const typed = { criterionId: criteria[0]?.id ?? '', groupId: null, swing: 100 };
    await client.criteria.setSwing(typed);
    const { id } = await ask('dots');
    await client.ballots.close({ id });
    expect((await refusalOf(client.criteria.takeSwings({ ballotId: id }))).code).toBe('ballot/nothing-given');
    expect(await client.criteria.swings()).toEqual([typed]);
  });
});
