import { describe, expect, test } from 'vitest';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';

/** A closed ballot of «agree – disagree» on all findings: each paper gives the levels in the order of the options. */
async function agreeBallot({ client }: EngineFixture, workshopId: string, papers: readonly (readonly number[])[]): Promise<string> {
  const { id, options } = await client.ballots.add({ workshopId, kind: 'agree', subject: 'findings', question: 'Is it so?' });
  await client.ballots.open({ id });
  for (const [index, levels] of papers.entries()) {
    const answer = Object.fromEntries(options.map((option, place) => [option.id, levels[place] ?? 3]));
    const paper = { ballotId: id, paperCode: sheetCode(ballotMark(id), index + 1), groupId: null };
    await client.ballots.enterPaper({ ...paper, answer: { kind: 'agree', levels: answer as Record<string, 1>, reasons: {} } });
  }
  await client.ballots.close({ id });
  return id;
}

describe('what people say to a finding', () => {
  test('where, which group, how many agree of how many; taken back and done again', async () => {
    const { client } = await newProject();
    const { id: findingId } = await client.findings.add({ sentence: 'The stairs are dark.' });
    const workshop = await client.workshops.add({ title: 'Harbour', template: '' });
    const group = await client.workshops.addGroup({ workshopId: workshop.id, name: 'Table 1', kind: 'table', people: 8 });
    const said = { findingId, workshopId: workshop.id, groupId: group.id, agree: 6, people: 8, validatedOn: '2026-03-02' };
    const [validation] = (await client.findings.addValidation(said)).validations;
    expect(validation).toMatchObject({ agree: 6, people: 8, agreeing: 0.75, isHidden: false, ballotId: null, validatedOn: '2026-03-02', groupId: group.id });
    const id = validation?.id ?? '';
    expect((await client.findings.updateValidation({ id, patch: { agree: 8, note: 'All of them' } })).validations).toMatchObject([{ agreeing: 1 }]);
    expect((await client.findings.removeValidation({ id })).validations).toEqual([]);
    await client.history.undo();
    expect((await client.findings.list())[0]?.validations).toMatchObject([{ agree: 8, note: 'All of them' }]);
    await client.findings.remove({ id: findingId });
    await client.history.undo();
    expect((await client.findings.list())[0]?.validations).toHaveLength(1);
  });

  test('more cannot agree than were asked, and nothing counted is no share', async () => {
    const { client } = await newProject();
    const { id: findingId } = await client.findings.add({ sentence: 'x' });
    expect(await refusalOf(client.findings.addValidation({ findingId, agree: 9, people: 8 }))).toMatchObject({
      code: 'validation/more-than-asked',
      params: { agree: 9, people: 8 },
    });
    expect((await client.findings.addValidation({ findingId, note: 'Nods in the room' })).validations).toMatchObject([
      { agreeing: null, agree: null, people: null },
    ]);
    expect((await client.findings.addValidation({ findingId, agree: 0, people: 0 })).validations[1]?.agreeing).toBeNull();
  });

  test('a closed ballot is taken over for every finding it asked about, once, and stays the ballot’s', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    await client.findings.add({ sentence: 'The stairs are dark.' });
    await client.findings.add({ sentence: 'Nobody answers at night.' });
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '', startsOn: '2026-03-02' });
    const ballotId = await agreeBallot(fixture, workshopId, [
      [5, 1],
      [4, 2],
      [4, 4],
      [3, 2],
      [2, 1],
      [5, 5],
    ]);
    expect(await client.findings.validationOffers()).toMatchObject([{ ballotId, question: 'Is it so?', workshop: 'Harbour', takenIds: [] }]);
    expect(await client.findings.takeValidation({ ballotId })).toEqual({ count: 2 });
    expect(await client.findings.takeValidation({ ballotId })).toEqual({ count: 0 });
    const shares = async () => (await client.findings.list()).map(({ validations }) => validations.map(({ agree, people }) => [agree, people]));
    expect(await shares()).toEqual([[[4, 6]], [[2, 6]]]);
    const [first] = (await client.findings.list())[0]?.validations ?? [];
    const changed = await client.findings.updateValidation({ id: first?.id ?? '', patch: { agree: 6, note: 'Said aloud' } });
    expect(changed.validations).toMatchObject([{ agree: 4, note: 'Said aloud' }]);
    await client.ballots.remove({ id: ballotId });
    expect(await shares()).toEqual([[[4, 6]], [[2, 6]]]);
    expect(await client.findings.validationOffers()).toEqual([]);
  });

  test('too few answers are no share: nobody is found out', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    await client.findings.add({ sentence: 'The stairs are dark.' });
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '' });
    const ballotId = await agreeBallot(fixture, workshopId, [[5], [1], [4]]);
    await client.findings.takeValidation({ ballotId });
    const [validation] = (await client.findings.list())[0]?.validations ?? [];
    expect(validation).toMatchObject({ agree: null, agreeing: null, people: 3, isHidden: true });
  });

  test('an open ballot and one on something else offer nothing', async () => {
    const { client } = await newProject();
    await client.findings.add({ sentence: 'x' });
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '' });
    const { id } = await client.ballots.add({ workshopId, kind: 'agree', subject: 'findings', question: 'So?' });
    await client.ballots.open({ id });
    expect(await client.findings.validationOffers()).toEqual([]);
    expect((await refusalOf(client.findings.takeValidation({ ballotId: id }))).code).toBe('object/not-found');
  });
});

describe('a restricted finding', () => {
  test('is no option of a ballot for the room', async () => {
    const { client } = await newProject();
    await client.findings.add({ sentence: 'The informant lives at the corner.', isRestricted: true });
    const open = await client.findings.add({ sentence: 'The stairs are dark.', kind: 'problem', note: 'Only after eight' });
    expect(open).toMatchObject({ kind: 'problem', note: 'Only after eight', isRestricted: false });
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '' });
    const { options } = await client.ballots.add({ workshopId, kind: 'agree', subject: 'findings' });
    expect(options.map(({ text }) => text)).toEqual(['The stairs are dark.']);
  });
});
