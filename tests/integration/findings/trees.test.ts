import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { atLaptop } from '../../fixtures/break-out.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';

const evidence = { kind: 'walk', stance: 'for', text: 'Seen', source: 'Walk', refId: null } as const;

/** Dark stairs ← no lamps ← nobody pays; dark stairs → people stay at home. */
async function darkStairs({ client }: EngineFixture) {
  const finding = await client.findings.add({ sentence: 'The stairs are dark.', evidence: [evidence] });
  const started = await client.trees.add({ title: 'Stairs', core: { text: 'The stairs are dark.', findingId: finding.id } });
  const treeId = started.id;
  const coreId = started.nodes[0]?.id ?? '';
  const lamps = (await client.trees.addNode({ treeId, text: 'No lamps', causeOf: coreId })).nodeId;
  const money = (await client.trees.addNode({ treeId, text: 'Nobody pays', causeOf: lamps, isClaim: true })).nodeId;
  const home = (await client.trees.addNode({ treeId, text: 'People stay at home', kind: 'effect', effectOf: coreId })).nodeId;
  return { finding, treeId, coreId, lamps, money, home };
}

describe('a problem tree', () => {
  test('is built node by node, checked, and holds', async () => {
    const fixture = await newProject();
    const { treeId, coreId, lamps, money, home } = await darkStairs(fixture);
    const [tree] = await fixture.client.trees.list();
    expect(tree?.links).toHaveLength(3);
    expect(tree?.nodes.find(({ id }) => id === coreId)).toMatchObject({ kind: 'core', support: 'single' });
    expect(tree?.check).toMatchObject({ rootCauses: [money], isWhole: true });
    const bare = await fixture.client.trees.updateNode({ id: money, patch: { isClaim: false } });
    expect(bare.check).toMatchObject({ bareRoots: [money], isWhole: false });
    const ring = await fixture.client.trees.link({ treeId, causeId: lamps, effectId: money });
    expect(ring.check.cycles).toEqual([[lamps, money]]);
    expect((await fixture.client.trees.unlink({ treeId, causeId: lamps, effectId: money })).check.cycles).toEqual([]);
    expect((await fixture.client.trees.unlink({ treeId, causeId: coreId, effectId: home })).check.orphans).toEqual([home]);
  });

  test('everything is taken back and done again; a node goes with its ties, a finding leaves its node', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { finding, treeId, coreId, lamps } = await darkStairs(fixture);
    const before = contentsOf(fixture.project());
    expect((await client.trees.removeNode({ id: lamps })).links).toHaveLength(1);
    await client.history.undo();
    expect(contentsOf(fixture.project())).toEqual(before);
    await client.findings.remove({ id: finding.id });
    expect((await client.trees.list())[0]?.nodes.find(({ id }) => id === coreId)).toMatchObject({ findingId: null, support: null });
    await client.history.undo();
    expect(contentsOf(fixture.project())).toEqual(before);
    await client.trees.remove({ id: treeId });
    expect(await client.trees.list()).toEqual([]);
    await client.history.undo();
    expect(contentsOf(fixture.project())).toEqual(before);
    await client.history.redo();
    expect(await client.trees.list()).toEqual([]);
  });

  test('places by hand are kept and forgotten again', async () => {
    const fixture = await newProject();
    const { treeId, lamps } = await darkStairs(fixture);
    const moved = await fixture.client.trees.move({ treeId, positions: [{ id: lamps, x: 10, y: -20 }] });
    expect(moved.nodes.find(({ id }) => id === lamps)).toMatchObject({ x: 10, y: -20 });
    expect((await fixture.client.trees.arrange({ treeId })).nodes.every(({ x, y }) => x === null && y === null)).toBe(true);
  });

  test('a node turned round becomes an objective of the plan with its finding', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { finding, coreId } = await darkStairs(fixture);
    expect((await refusalOf(client.trees.makeObjective({ nodeId: coreId }))).code).toBe('tree/no-wording');
    await client.trees.updateNode({ id: coreId, patch: { objectiveText: 'The stairs are lit' } });
    const objective = await client.trees.makeObjective({ nodeId: coreId });
    expect(objective).toMatchObject({ title: 'The stairs are lit', findingIds: [finding.id] });
    const nodeOf = async () => (await client.trees.list())[0]?.nodes.find(({ id }) => id === coreId);
    expect((await nodeOf())?.objectiveId).toBe(objective.id);
    await client.policy.removeObjective({ id: objective.id });
    expect((await nodeOf())?.objectiveId).toBeNull();
  });

  test('nothing is its own cause, and what is not there cannot be tied', async () => {
    const fixture = await newProject();
    const { client } = fixture;
    const { treeId, lamps } = await darkStairs(fixture);
    expect((await refusalOf(client.trees.link({ treeId, causeId: lamps, effectId: lamps }))).code).toBe('tree/self-cause');
    expect((await refusalOf(client.trees.link({ treeId, causeId: lamps, effectId: uuidv7() }))).code).toBe('object/not-found');
    expect((await refusalOf(client.trees.addNode({ treeId, text: 'x', causeOf: uuidv7() }))).code).toBe('object/not-found');
    expect((await refusalOf(client.trees.add({ core: { text: 'x', findingId: uuidv7() } }))).code).toBe('object/not-found');
    expect((await client.trees.list())[0]?.nodes).toHaveLength(4);
  });

  test('two tables work on copies: their nodes come together, and a ring that only both make is found', async () => {
    const lead = await newProject();
    const { treeId, lamps, money, home } = await darkStairs(lead);
    const { file: folder } = await lead.client.files.folderFromPath({ path: lead.folder });
    const copies = (await lead.client.merging.handOut({ folder, names: ['Table 1', 'Table 2'] })).map(({ path }) => path);
    await atLaptop(copies[0] ?? '', { person: '' }, async ({ client }) => {
      await client.trees.addNode({ treeId, text: 'The budget is voted late', causeOf: money, isClaim: true });
      await client.trees.link({ treeId, causeId: home, effectId: money });
    });
    await atLaptop(copies[1] ?? '', { person: '' }, async ({ client }) => {
      await client.trees.link({ treeId, causeId: lamps, effectId: home });
    });
    const stream = await lead.client.merging.bringTogether({ files: copies.map((path) => lead.engine.services.files.hand(path)) });
    while (!(await stream.next()).done);
    const [tree] = await lead.client.trees.list();
    expect(tree?.nodes.map(({ text }) => text)).toContain('The budget is voted late');
    expect(tree?.links).toHaveLength(6);
    expect(tree?.check.cycles.flat()).toEqual(expect.arrayContaining([lamps, money, home]));
    await lead.client.history.undo();
    expect((await lead.client.trees.list())[0]?.links).toHaveLength(3);
  });
});
