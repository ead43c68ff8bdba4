import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { rebuildFromHistory } from '#main/engine/project/backup/recover/rebuild-from-history.ts';
import { foldTexts } from '#main/engine/project/texts/fold-texts.ts';
import { refreshTexts } from '#main/engine/project/texts/write-texts.ts';
import { type EngineFixture, newProject, withEngine } from '../../fixtures/engine.ts';
import { cases, fc } from '../../property-cases.ts';

async function visionOf({ client }: EngineFixture): Promise<string> {
  return (await client.policy.get()).vision;
}

function updatesIn(fixture: EngineFixture): { id: string; document: string; data: Buffer }[] {
  return fixture.project().reader.prepare<[], { id: string; document: string; data: Buffer }>('SELECT * FROM text_update ORDER BY rowid').all();
}

function newestRevision(fixture: EngineFixture): number {
  return fixture.project().reader.prepare<[], number>('SELECT max(revision) FROM change').pluck().get() ?? 0;
}

/** The project's file, copied and opened by another engine. */
async function copyOf(fixture: EngineFixture, name: string): Promise<EngineFixture> {
  const copy = withEngine();
  const path = join(copy.folder, `${name}.citysafety`);
  copyFileSync(fixture.path, path);
  await copy.client.project.open({ file: copy.engine.services.files.hand(path) });
  return copy;
}

/** Takes the updates of another copy in, as a merge does. */
function take(fixture: EngineFixture, other: EngineFixture): void {
  const updates = updatesIn(other);
  fixture.project().change({ kind: 'merge', name: 'merging.bringTogether', subjects: ['policy'] }, ({ connection }) => {
    for (const { id, document, data } of updates) {
      connection.prepare('INSERT OR IGNORE INTO text_update (id, document, data) VALUES (?, ?, ?)').run(id, document, data);
    }
    refreshTexts(connection);
  });
}

/** A vision as a file of the first version holds it: in the column alone. */
function holdWithoutUpdates(fixture: EngineFixture, text: string): void {
  fixture.project().change({ name: 'policy.update', subjects: ['policy'] }, ({ connection }) => {
    connection.prepare('DELETE FROM text_update').run();
    connection.prepare('UPDATE project SET policy_vision = ?').run(text);
  });
}

describe('the vision of the policy', () => {
  test('is taken back and done again, letter by letter, in step with the other answers', async () => {
    const city = await newProject();
    const texts = ['Everyone walks home.', 'Everyone walks home without fear.', 'مدينة آمنة', ''];
    for (const [index, vision] of texts.entries()) await city.client.policy.update({ vision, title: `Draft ${index}` });
    for (const index of [2, 1, 0]) {
      await city.client.history.undo();
      expect(await city.client.policy.get()).toMatchObject({ vision: texts[index], title: `Draft ${index}` });
    }
    await city.client.history.undo();
    expect(await visionOf(city)).toBe('');
    for (const vision of texts) {
      await city.client.history.redo();
      expect(await visionOf(city)).toBe(vision);
    }
    await city.client.history.undo();
    await city.client.policy.update({ vision: 'A new turn.' });
    await city.client.history.undo();
    expect(await visionOf(city)).toBe(texts[2]);
  });

  test('leaves no update and no change where nothing is different', async () => {
    const city = await newProject();
    await city.client.policy.update({ vision: 'As it is.' });
    const revision = newestRevision(city);
    await city.client.policy.update({ vision: 'As it is.' });
    expect([newestRevision(city), updatesIn(city).length]).toEqual([revision, 1]);
  });

  test('is told in the history as a field of the project, not as bytes', async () => {
    const city = await newProject();
    await city.client.policy.update({ vision: 'Light.' });
    await city.client.policy.update({ vision: 'Light and shade.', title: 'Plan' });
    const details = await city.client.history.details({ revision: newestRevision(city) });
    expect(details).toMatchObject({ counts: [{ type: 'project', changed: 1 }], total: 1 });
    expect(details.objects[0]?.fields).toEqual([
      { field: 'policy_title', before: null, after: 'Plan' },
      { field: 'policy_vision', before: 'Light.', after: 'Light and shade.' },
    ]);
    const first = await city.client.history.details({ revision: newestRevision(city) - 1 });
    expect(first).toMatchObject({ total: 1, objects: [{ type: 'project', fields: [{ field: 'policy_vision', before: null, after: 'Light.' }] }] });
    const [object] = details.objects;
    const moments = await city.client.history.object({ type: 'project', id: object?.id ?? '' });
    expect(moments.map(({ fields }) => fields.at(-1)?.after)).toEqual(expect.arrayContaining(['Light and shade.', 'Light.']));
    const entries = await city.client.history.list({ object: { type: 'project', id: object?.id ?? '' }, limit: 10 });
    expect(entries.filter(({ name }) => name === 'policy.update')).toHaveLength(2);
  });

  test('goes back to a moment with the project, and with its row alone', async () => {
    const city = await newProject();
    await city.client.policy.update({ vision: 'First.' });
    const then = newestRevision(city);
    await city.client.policy.update({ vision: 'Second, longer.' });
    await city.client.history.restoreProject({ revision: then });
    expect(await visionOf(city)).toBe('First.');
    await city.client.history.undo();
    expect(await visionOf(city)).toBe('Second, longer.');
    const { id } = city.project().reader.prepare<[], { id: string }>('SELECT id FROM project').get() ?? { id: '' };
    await city.client.history.restoreObject({ type: 'project', id, revision: then });
    expect(await visionOf(city)).toBe('First.');
  });

  test('differs between two moments in words', async () => {
    const city = await newProject();
    await city.client.policy.update({ vision: 'First.' });
    const then = newestRevision(city);
    await city.client.policy.update({ vision: 'Second.' });
    const { objects } = await city.client.history.compare({ from: then, to: null });
    expect(objects).toMatchObject([{ type: 'project', kind: 'changed', fields: [{ field: 'policy_vision', before: 'First.', after: 'Second.' }] }]);
  });
});

describe('a vision from before there were updates', () => {
  test('becomes the beginning of the document with the first change, and is what undo goes back to', async () => {
    const city = await newProject();
    holdWithoutUpdates(city, 'A harbour for all.');
    await city.client.policy.update({ vision: 'A safe harbour for all.' });
    expect(updatesIn(city).map(({ id }) => id.startsWith('first:'))).toEqual([true, false]);
    expect((await city.client.history.details({ revision: newestRevision(city) })).objects[0]?.fields).toEqual([
      { field: 'policy_vision', before: 'A harbour for all.', after: 'A safe harbour for all.' },
    ]);
    await city.client.history.undo();
    expect(await visionOf(city)).toBe('A harbour for all.');
    await city.client.history.redo();
    expect(await visionOf(city)).toBe('A safe harbour for all.');
  });

  test('is not doubled when two copies that each began it are brought together', async () => {
    const one = await newProject();
    holdWithoutUpdates(one, 'A harbour for all.');
    const two = await copyOf(one, 'two');
    await one.client.policy.update({ vision: 'A safe harbour for all.' });
    await two.client.policy.update({ vision: 'A harbour for all, day and night.' });
    take(one, two);
    take(two, one);
    expect(await visionOf(one)).toBe('A safe harbour for all, day and night.');
    expect(await visionOf(two)).toBe(await visionOf(one));
  });
});

describe('copies brought together', () => {
  test('say the same, whatever was written apart, and undo goes back through all of it', async () => {
    const one = await newProject();
    await one.client.policy.update({ vision: 'the harbour the market the school' });
    const other = await copyOf(one, 'two');
    const word = fc.constantFrom('light', 'night bus', 'youth', 'harbour', 'أمان');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(9), word), { minLength: 1, maxLength: 6 }), async (deeds) => {
        const before = await visionOf(one);
        const revision = newestRevision(one);
        for (const [isOne, at, text] of deeds) {
          const copy = isOne ? one : other;
          const words = (await visionOf(copy)).split(' ');
          await copy.client.policy.update({ vision: words.toSpliced(at % (words.length + 1), at % 2, text).join(' ') });
        }
        take(one, other);
        take(other, one);
        expect(await visionOf(other)).toBe(await visionOf(one));
        const together = await visionOf(one);
        let steps = 0;
        while (((await one.client.history.steps()).undo?.revision ?? 0) > revision) {
          await one.client.history.undo();
          steps += 1;
        }
        expect(await visionOf(one)).toBe(before);
        for (; steps > 0; steps -= 1) await one.client.history.redo();
        expect(await visionOf(one)).toBe(together);
        take(one, other);
        take(other, one);
        expect(await visionOf(other)).toBe(await visionOf(one));
      }),
      { numRuns: cases(15) },
    );
  });

  test('a word taken back in one copy goes from the other too; what was written beside it stays', async () => {
    const one = await newProject();
    await one.client.policy.update({ vision: 'Streets for all.' });
    await one.client.policy.update({ vision: 'Bright streets for all.' });
    const two = await copyOf(one, 'two');
    await two.client.policy.update({ vision: 'Bright streets for all, at night too.' });
    await one.client.history.undo();
    expect(await visionOf(one)).toBe('Streets for all.');
    take(one, two);
    expect(await visionOf(one)).toBe('Streets for all, at night too.');
  });
});

describe('folding', () => {
  test('makes one update of those of a change; the text stays, and so does uniting with a copy that holds the single ones', async () => {
    const one = await newProject();
    const two = await copyOf(one, 'two');
    const project = one.project();
    let revision = 0;
    for (const vision of ['One.', 'One. Two.', 'One. Two. Three.']) {
      await one.client.policy.update({ vision });
      revision = newestRevision(one);
    }
    take(two, one);
    project.change({ kind: 'note', name: 'history.compact', subjects: [] }, ({ connection }) => {
      connection.prepare('UPDATE edit SET change_revision = ?').run(revision);
      foldTexts(connection, revision);
      refreshTexts(connection);
    });
    expect(updatesIn(one)).toHaveLength(1);
    expect(await visionOf(one)).toBe('One. Two. Three.');
    await two.client.policy.update({ vision: 'One. Two. Three. Four.' });
    take(one, two);
    take(two, one);
    expect([await visionOf(one), await visionOf(two)]).toEqual(['One. Two. Three. Four.', 'One. Two. Three. Four.']);
  });
});

test('a project row that is lost and rebuilt from the history says the vision of its updates', async () => {
  const city = await newProject();
  await city.client.policy.update({ vision: 'One.' });
  await city.client.policy.update({ vision: 'One. Two.', title: 'Plan' });
  await city.client.project.close();
  const damaged = new Database(city.path);
  damaged.pragma('foreign_keys = OFF');
  damaged.exec('DELETE FROM project');
  rebuildFromHistory(damaged, new Set(['project']), new Set());
  expect(damaged.prepare('SELECT policy_title, policy_vision FROM project').all()).toEqual([{ policy_title: 'Plan', policy_vision: 'One. Two.' }]);
  damaged.close();
});
