import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { RepresentationRow } from '#shared/domain/representation.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, importText } from '../imports/importing.ts';

interface Guest {
  readonly gender?: string;
  readonly ageBand?: string;
  readonly groups?: readonly string[];
  readonly isAbsent?: boolean;
  readonly personId?: string;
}

/** People on the attendance list of a workshop, written past the contract: here it is about what is said of them. */
function seat({ project }: EngineFixture, workshopId: string, guests: readonly Guest[]): void {
  const write = project().reader.prepare(
    'INSERT INTO participant (id, workshop_id, person_id, attributes, resident_groups, present_days) VALUES (?, ?, ?, ?, ?, ?)',
  ) as unknown as { run(...values: unknown[]): void };
  for (const { gender, ageBand, groups = [], isAbsent = false, personId = null } of guests) {
    write.run(uuidv7(), workshopId, personId, JSON.stringify({ gender, ageBand }), JSON.stringify(groups), isAbsent ? '[]' : '[1]');
  }
}

const many = (count: number, guest: Guest): Guest[] => Array.from({ length: count }, () => guest);
const rowOf = (rows: readonly RepresentationRow[], value: string) => rows.find((row) => row.value === value);

describe('who is present against the city', () => {
  test('REP-1: 9 of 45 against 8 % of the city are two and a half times their share', async () => {
    const city = await newProject();
    const { id } = await city.client.workshops.add({ title: 'Day one', template: '' });
    seat(city, id, [...many(9, { groups: ['migrants'] }), ...many(36, {})]);
    await city.client.representation.setShare({ attribute: 'residentGroup', value: 'migrants', share: 0.08, source: 'Census', year: 2024 });
    const { people, rows } = await city.client.representation.of({ workshopId: id });
    expect(people).toBe(45);
    const row = rowOf(rows, 'migrants');
    expect(row).toMatchObject({ present: 9, share: 0.2, standing: 'more', facts: { n: 45, sources: [{ name: 'Census (2024)' }] } });
    expect(row?.ratio?.value).toBeCloseTo(2.5, 9);
    expect(rowOf(rows, 'girls')).toMatchObject({ present: 0, standing: 'nobody', ratio: null });
  });

  test('shares by sex and age come from the population table until somebody types another', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    await importText(
      city,
      'population',
      'area,year,sex,age,population\nPoniente,2020,female,0-29,300\nPoniente,2020,male,0-29,200\nPoniente,2020,female,30-44,300\nPoniente,2020,male,30-44,200\n',
    );
    const { rows } = await city.client.representation.of({ workshopId: null });
    expect(rowOf(rows, 'woman')?.city).toMatchObject({ share: 0.6, year: 2020, origin: 'population' });
    expect(rowOf(rows, '30-44')?.city).toMatchObject({ share: 0.5, origin: 'population' });
    // 0-29 does not part at 18, so nothing is said of those under it.
    expect(rowOf(rows, 'under-18')?.city).toMatchObject({ share: null, origin: 'none' });
    await city.client.representation.setShare({ attribute: 'gender', value: 'woman', share: 0.55 });
    await city.client.representation.setShare({ attribute: 'gender', value: 'woman', source: 'Own count' });
    expect(rowOf((await city.client.representation.of({ workshopId: null })).rows, 'woman')?.city).toMatchObject({
      share: 0.55,
      source: 'Own count',
      origin: 'typed',
    });
  });

  test('a few people are not shown, nor the group that would give them away', async () => {
    const city = await newProject();
    const { id } = await city.client.workshops.add({ title: 'Day one', template: '' });
    seat(city, id, [...many(20, { gender: 'woman' }), ...many(12, { gender: 'man' }), ...many(2, { gender: 'other' })]);
    const { rows, stated } = await city.client.representation.of({ workshopId: id });
    expect(stated.find(({ attribute }) => attribute === 'gender')?.people).toBe(34);
    expect(rowOf(rows, 'woman')).toMatchObject({ present: 20, isHidden: false });
    expect(rowOf(rows, 'man')).toMatchObject({ present: null, isHidden: true, share: null, ratio: null, standing: 'unknown' });
    expect(rowOf(rows, 'other')).toMatchObject({ present: null, isHidden: true });
    expect(rowOf(rows, 'other')?.facts.inputs[0]?.value).toBeNull();
  });

  test('a workshop may hide more than the project', async () => {
    const city = await newProject();
    const { id } = await city.client.workshops.add({ title: 'Day one', template: '', smallestGroup: 10 });
    seat(city, id, [...many(9, { groups: ['women'] }), ...many(20, {})]);
    expect(rowOf((await city.client.representation.of({ workshopId: id })).rows, 'women')).toMatchObject({ present: null, isHidden: true });
  });

  test('those who stayed away do not count, and somebody who came to two workshops counts once', async () => {
    const city = await newProject();
    const { client } = city;
    const body = await client.stakeholders.add({ name: 'Neighbours', represents: ['women'] });
    const { personId } = await client.people.addContact({ stakeholderId: body.id, details: { name: 'Ana Ruiz' } });
    const [one, two] = [await client.workshops.add({ title: 'One', template: '' }), await client.workshops.add({ title: 'Two', template: '' })];
    seat(city, one.id, [
      { personId, gender: 'woman' },
      { gender: 'man', isAbsent: true },
    ]);
    seat(city, two.id, [{ personId, groups: ['women'] }]);
    expect((await client.representation.of({ workshopId: one.id })).people).toBe(1);
    const all = await client.representation.of({ workshopId: null });
    expect(all.people).toBe(1);
    expect(rowOf(all.rows, 'women')?.bodies).toEqual([{ id: body.id, name: 'Neighbours' }]);
  });

  test('where nobody said a group, no group is said to be missing', async () => {
    const city = await newProject();
    const { id } = await city.client.workshops.add({ title: 'Day one', template: '' });
    seat(city, id, many(20, { gender: 'woman' }));
    const { rows } = await city.client.representation.of({ workshopId: id });
    expect(rowOf(rows, 'migrants')).toMatchObject({ standing: 'unknown', ratio: null, facts: { undefinedReason: 'no-answers' } });
    expect(rowOf(rows, 'man')?.standing).toBe('nobody');
  });

  test('with nobody present nothing is said of anybody', async () => {
    const { client } = await newProject();
    const { people, rows } = await client.representation.of({ workshopId: null });
    expect(people).toBe(0);
    expect(new Set(rows.map(({ standing }) => standing))).toEqual(new Set(['unknown']));
    expect((await refusalOf(client.representation.of({ workshopId: uuidv7() }))).code).toBe('object/not-found');
    expect((await refusalOf(client.representation.setShare({ attribute: 'gender', value: 'martian', share: 1 }))).code).toBe('object/not-found');
  });
});
