import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

async function bodies(count: number) {
  const city = await newProject();
  const ids: string[] = [];
  for (let place = 0; place < count; place++) ids.push((await city.client.stakeholders.add({ name: `Body ${String.fromCharCode(65 + place)}` })).id);
  const at = (place: number) => ids[place] ?? '';
  return { ...city, at };
}

describe('the influence network', () => {
  test('NET-1 as the register has it: density, reciprocity, parts; who stands between is hidden among few', async () => {
    const { client, at } = await bodies(6);
    for (const [from, to] of [
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 3],
      [3, 1],
      [3, 4],
    ]) {
      await client.network.addTie({ fromId: at(from ?? 0), toId: at(to ?? 0), kind: 'informs', informant: 'Table 1' });
    }
    const measures = await client.network.measures({ kinds: [] });
    expect(measures).toMatchObject({ actorCount: 6, informantCount: 1, tieCount: 6, density: 0.2, componentCount: 2, isolateIds: [at(5)] });
    expect(measures.reciprocity).toBeCloseTo(1 / 3, 9);
    expect(measures.actors.every(({ betweenness }) => betweenness === null)).toBe(true);
    expect(measures.facts.betweenness).toMatchObject({ n: 6, undefinedReason: 'few-actors' });
  });

  test('from ten bodies on it is shown who stands between the others', async () => {
    const { client, at } = await bodies(10);
    await client.network.addTie({ fromId: at(0), toId: at(1), kind: 'funds' });
    await client.network.addTie({ fromId: at(1), toId: at(2), kind: 'commands' });
    const { actors } = await client.network.measures({ kinds: [] });
    expect(actors.find(({ stakeholderId }) => stakeholderId === at(1))?.betweenness).toBeCloseTo(1 / 72, 9);
    const funds = await client.network.measures({ kinds: ['funds'] });
    expect(funds).toMatchObject({ tieCount: 1, actorCount: 10, informantCount: 0, unnamedReports: 1, reciprocity: 0 });
  });

  test('without ties there is no reciprocity, which is not zero', async () => {
    const { client } = await bodies(3);
    expect(await client.network.measures({ kinds: [] })).toMatchObject({
      density: 0,
      reciprocity: null,
      facts: { reciprocity: { undefinedReason: 'no-ties' } },
    });
  });

  test('the very same report is kept once; another informant’s beside it, and the pair counts once', async () => {
    const { client, at } = await bodies(2);
    const tie = { fromId: at(0), toId: at(1), kind: 'funds' as const };
    const first = await client.network.addTie(tie);
    expect((await client.network.addTie(tie)).id).toBe(first.id);
    await client.network.addTie({ ...tie, informant: 'Table 2' });
    expect(await client.network.ties()).toHaveLength(2);
    expect(await client.network.measures({ kinds: [] })).toMatchObject({ tieCount: 1, reportCount: 2, density: 0.5 });
  });

  test('a body is not tied to itself, and not to somebody who is not there', async () => {
    const { client, at } = await bodies(2);
    expect((await refusalOf(client.network.addTie({ fromId: at(0), toId: at(0), kind: 'funds' }))).code).toBe('network/self-tie');
    expect((await refusalOf(client.network.addTie({ fromId: at(0), toId: uuidv7(), kind: 'funds' }))).code).toBe('object/not-found');
    const tie = await client.network.addTie({ fromId: at(0), toId: at(1), kind: 'funds' });
    expect((await refusalOf(client.network.updateTie({ id: tie.id, patch: { toId: at(0) } }))).code).toBe('network/self-tie');
    expect(await client.network.updateTie({ id: tie.id, patch: { kind: 'blocks', note: 'Since May' } })).toMatchObject({ kind: 'blocks', note: 'Since May' });
  });

  test('a body takes its ties and its place along, and undo brings them back', async () => {
    const { client, at } = await bodies(3);
    await client.network.addTie({ fromId: at(0), toId: at(1), kind: 'funds' });
    await client.network.move({ positions: [{ stakeholderId: at(0), x: 10.5, y: -4 }] });
    await client.stakeholders.remove({ id: at(0) });
    expect(await client.network.ties()).toEqual([]);
    expect(await client.network.positions()).toEqual([]);
    await client.history.undo();
    expect(await client.network.ties()).toHaveLength(1);
    expect(await client.network.positions()).toEqual([{ stakeholderId: at(0), x: 10.5, y: -4 }]);
  });

  test('places stay where they were moved until the drawing is arranged anew', async () => {
    const { client, at } = await bodies(2);
    await client.network.move({ positions: [{ stakeholderId: at(0), x: 1, y: 2 }] });
    await client.network.move({
      positions: [
        { stakeholderId: at(0), x: 3, y: 4 },
        { stakeholderId: uuidv7(), x: 0, y: 0 },
      ],
    });
    expect(await client.network.positions()).toEqual([{ stakeholderId: at(0), x: 3, y: 4 }]);
    await client.network.arrangeAnew();
    expect(await client.network.positions()).toEqual([]);
  });
});
