import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { sql } from '#main/engine/project/open-project.ts';
import type { RatingFilter } from '#shared/domain/stakeholders.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, importText } from '../imports/importing.ts';

const all: RatingFilter = { groupId: null, sessionId: null, workshopId: null, until: null };
const group = async ({ client }: EngineFixture, name: string) => (await client.priorities.addGroup({ name, people: 8 })).id;

/** What a closed grid ballot leaves behind: one line for each person and body. */
function ballotAnswers({ project }: EngineFixture, stakeholderId: string, scores: readonly number[], rest: { ballotId: string; groupId: string | null }) {
  project().change({ name: 'test', subjects: ['stakeholders'], kind: 'note' }, (write) => {
    for (const power of scores) {
      write.run(
        sql.insertInto('stakeholder_rating').values({
          id: uuidv7(),
          stakeholder_id: stakeholderId,
          rater: uuidv7(),
          power,
          interest: 4,
          rated_at: '2026-03-01T10:00:00.000Z',
          rated_on: '2026-03-01',
          ballot_id: rest.ballotId,
          group_id: rest.groupId,
        }),
      );
    }
  });
}

describe('ratings by several raters', () => {
  test('all five dimensions, each with its median, quartiles and number of raters; the salience follows', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Mothers of La Loma' });
    for (const [place, legitimacy] of [5, 4, 4].entries()) {
      await client.stakeholders.rate({ id, rater: `Table ${place}`, power: 2, interest: 5, legitimacy, urgency: 5, stance: place === 0 ? null : 4 });
    }
    expect((await client.stakeholders.list())[0]).toMatchObject({
      spread: {
        power: { median: 2, q1: 2, q3: 2, raters: 3 },
        legitimacy: { median: 4, q1: 4, q3: 4.5, raters: 3 },
        stance: { median: 4, raters: 2 },
      },
      salience: 'legitimacy-urgency',
      gridPlace: 'protect-and-inform',
      own: null,
    });
  });

  test('what is left out stays as this rater gave it, and null takes it back', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, rater: 'Ana', power: 4, interest: 4 });
    await client.stakeholders.rate({ id, rater: 'Ana', stance: 2 });
    await client.stakeholders.rate({ id, rater: 'Ana', interest: null });
    expect(await client.stakeholders.ratingsBy({ rater: 'Ana' })).toEqual([
      { id, scores: { power: 4, interest: null, legitimacy: null, urgency: null, stance: 2 } },
    ]);
  });

  test('a past day: it counts for that day and leaves newer ratings alone', async () => {
    const { client } = await newProject({ now: () => new Date('2026-03-10T09:00:00Z') });
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, rater: 'Ana', power: 5, interest: 5 });
    await client.stakeholders.rate({ id, rater: 'Ana', power: 1, interest: 2, ratedOn: '2026-01-05' });
    expect((await client.stakeholders.list())[0]).toMatchObject({ power: 5, interest: 5, raterCount: 1 });
    const past = await client.stakeholders.standings({ ...all, until: '2026-02-01' });
    expect(past.standings[0]).toMatchObject({ spread: { power: { median: 1 } }, gridPlace: 'watch' });
    expect((await client.stakeholders.standings({ ...all, until: '2026-01-04' })).standings[0]).toMatchObject({ gridPlace: 'not-rated', raterCount: 0 });
  });

  test('two groups’ raters of one name are two, and each group can be seen alone', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const [harbour, centre] = [await group(fixture, 'Harbour'), await group(fixture, 'Centre')];
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, rater: 'Speaker', groupId: harbour, power: 1, interest: 4 });
    await client.stakeholders.rate({ id, rater: 'Speaker', groupId: centre, power: 5, interest: 4 });
    expect((await client.stakeholders.list())[0]).toMatchObject({ raterCount: 2, power: 3, gridPlace: 'on-the-line' });
    expect((await client.stakeholders.standings({ ...all, groupId: harbour })).standings[0]).toMatchObject({ spread: { power: { median: 1, raters: 1 } } });
    expect((await client.stakeholders.ratingSources()).raters).toMatchObject([
      { rater: 'Speaker', groupName: 'Harbour', bodies: 1 },
      { rater: 'Speaker', groupName: 'Centre', bodies: 1 },
    ]);
  });

  test('the room’s own placing is one rating among the others', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, power: 5, interest: 5 });
    await client.stakeholders.rate({ id, rater: 'Ana', power: 1, interest: 1 });
    expect((await client.stakeholders.list())[0]).toMatchObject({ own: { power: 5, interest: 5 }, power: 3, raterCount: 2 });
  });
});

describe('on the line', () => {
  test('the group decides, with a reason; the decision counts as long as the median stands there', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, power: 3, interest: 5 });
    expect(await client.stakeholders.decide({ id, place: 'protect-and-inform', reason: 'They depend on others' })).toMatchObject({
      gridPlace: 'protect-and-inform',
      isDecided: true,
      decidedReason: 'They depend on others',
    });
    expect(await client.stakeholders.rate({ id, power: 4, interest: 5 })).toMatchObject({ gridPlace: 'work-closely', isDecided: false });
    await client.stakeholders.rate({ id, power: 3, interest: 5 });
    expect(await client.stakeholders.decide({ id, place: '', reason: '' })).toMatchObject({ gridPlace: 'on-the-line', isDecided: false });
  });

  test('nobody can decide against the ratings', async () => {
    const { client } = await newProject();
    const { id } = await client.stakeholders.add({ name: 'Traders' });
    await client.stakeholders.rate({ id, power: 3, interest: 5 });
    const refused = { code: 'stakeholders/not-on-the-line', params: { name: 'Traders' } };
    expect(await refusalOf(client.stakeholders.decide({ id, place: 'watch', reason: '' }))).toMatchObject(refused);
  });
});

describe('then and now', () => {
  test('who moved, by how much, with the raters of both times', async () => {
    const { client } = await newProject();
    const [moved, stays] = [await client.stakeholders.add({ name: 'Traders' }), await client.stakeholders.add({ name: 'Police' })];
    for (const [rater, then, now] of [
      ['Ana', 2, 4],
      ['Ben', 2, 5],
    ] as const) {
      await client.stakeholders.rate({ id: moved.id, rater, power: then, interest: 4, ratedOn: '2025-11-01' });
      await client.stakeholders.rate({ id: moved.id, rater, power: now, interest: 4, ratedOn: '2026-03-01' });
    }
    await client.stakeholders.rate({ id: moved.id, rater: 'Cruz', power: 4, interest: 4, ratedOn: '2026-03-01' });
    await client.stakeholders.rate({ id: stays.id, rater: 'Ana', power: 5, interest: 4, ratedOn: '2025-11-01' });
    const { changes } = await client.stakeholders.change({ before: { ...all, until: '2025-12-31' }, after: all });
    expect(changes).toMatchObject([
      { id: moved.id, hasMoved: true, difference: { power: 2, interest: 0 }, sameRaters: 2, before: { raterCount: 2 }, after: { raterCount: 3 } },
      { id: stays.id, hasMoved: false, difference: { power: 0 }, sameRaters: 1 },
    ]);
    expect(changes[0]).toMatchObject({ before: { gridPlace: 'protect-and-inform' }, after: { gridPlace: 'work-closely' } });
  });
});

describe('ballots stay secret', () => {
  test('people in a ballot are one line without names; a table of fewer than may be shown is not shown alone', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { id } = await client.stakeholders.add({ name: 'Police' });
    const [large, small] = [await group(fixture, 'Large'), await group(fixture, 'Small')];
    const ballotId = uuidv7();
    ballotAnswers(fixture, id, [4, 5, 4, 5, 5, 4], { ballotId, groupId: large });
    ballotAnswers(fixture, id, [1, 2], { ballotId, groupId: small });
    await client.stakeholders.rate({ id, rater: 'Ana', power: 3, groupId: small });
    expect((await client.stakeholders.list())[0]).toMatchObject({ raterCount: 9, power: 4 });
    const lines = await client.stakeholders.ratings({ id });
    expect(lines.filter((line) => line.ballotId !== null)).toMatchObject([{ rater: '', groupId: null, raters: 8 }]);
    expect(await client.stakeholders.standings({ ...all, groupId: small })).toMatchObject({
      hiddenRatings: 2,
      standings: [{ spread: { power: { median: 3, raters: 1 } } }],
    });
    expect(await client.stakeholders.standings({ ...all, groupId: large })).toMatchObject({ hiddenRatings: 0, standings: [{ raterCount: 6 }] });
  });
});

test('level and areas are kept, and the link goes with either of the two', async () => {
  const fixture = await newProject();
  await addTwoBoroughs(fixture);
  const { client } = fixture;
  const areas = await client.areas.list({});
  const areaIds = areas.map(({ id }) => id).sort();
  const { id } = await client.stakeholders.add({ name: 'Guards', level: 'district', areaIds });
  expect(await client.stakeholders.list()).toMatchObject([{ level: 'district', areaIds }]);
  await client.stakeholders.update({ id, patch: { note: 'x' } });
  expect((await client.stakeholders.list())[0]?.areaIds).toEqual(areaIds);
  await client.stakeholders.remove({ id });
  await client.history.undo();
  expect(await client.stakeholders.list()).toMatchObject([{ level: 'district', areaIds }]);
});

test('a file may tell the level, the areas and all five scores', async () => {
  const fixture = await newProject();
  await addTwoBoroughs(fixture);
  const text = [
    'Name;Level;Areas served;Power;Interest;Legitimacy;Urgency;Stance',
    'Guards;District;Poniente, Oriente;4;5;3;2;5',
    'Union;Nacional;Atlantis;2;3;alto;;',
    'Chamber;galactic;;;;;;',
  ].join('\n');
  const result = await importText(fixture, 'stakeholders', text);
  expect(countsOf(result)).toEqual({ 'unknown-served-area': 1, 'unknown-level': 1 });
  const areas = new Map((await fixture.client.areas.list({})).map((area) => [area.id, area.name]));
  const list = await fixture.client.stakeholders.list();
  expect(list.map(({ level, areaIds }) => [level, areaIds.map((id) => areas.get(id)).sort()])).toEqual([
    ['district', ['Oriente', 'Poniente']],
    ['national', []],
    ['', []],
  ]);
  expect(list[0]?.own).toEqual({ power: 4, interest: 5, legitimacy: 3, urgency: 2, stance: 5 });
  expect(list[1]?.own).toMatchObject({ legitimacy: 4, urgency: null });
});
