import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { refusalOf, withEngine } from '../../fixtures/engine.ts';
import { ana, cityWithPeople, former, foundInBytes, foundInHistory, omar, textsOf } from './city-with-people.ts';

const choices = { asAuthor: true, inTexts: true };

describe('deleting a person for good', () => {
  it('says beforehand all that the file holds of the person', async () => {
    const { client, anaId } = await cityWithPeople();
    const traces = await client.privacy.traces({ personId: anaId });
    expect(traces.person).toMatchObject({
      name: ana.name,
      isRemoved: false,
      contactOf: [{ stakeholder: 'Central Market' }, { stakeholder: 'Municipal Police' }],
    });
    expect(traces.historyEntries).toBeGreaterThanOrEqual(4);
    expect(traces.madeByPerson).toBeGreaterThanOrEqual(5);
    expect(traces.texts.map(({ text }) => text).sort()).toEqual([ana.phone, ana.name, ana.email].sort());
  });

  it('says in which attendance lists and event reports the person stands', async () => {
    const { client, anaId } = await cityWithPeople();
    const { id: workshopId } = await client.workshops.add({ title: 'Harbour' });
    await client.workshops.addParticipants({ workshopId, people: [{ name: 'Rosa Luna', role: 'Teacher', consent: { list: true } }] });
    const report = await client.eventReports.start({ workshopId, language: 'en' });
    await client.eventReports.addSpeaker({ reportId: report.id, role: 'speaker', personId: anaId, fullName: ana.name, post: 'Press officer' });
    const people = await client.people.list();
    const rosa = people.find(({ name }) => name === 'Rosa Luna');
    expect(rosa).toMatchObject({ team: [], contactOf: [], presentAt: [{ workshopId, workshop: 'Harbour', role: 'Teacher' }], reportedAt: [] });
    const { person } = await client.privacy.traces({ personId: anaId });
    expect(person).toMatchObject({ presentAt: [], reportedAt: [{ workshopId, workshop: 'Harbour', role: 'Press officer' }] });
    await client.privacy.erase({ personId: rosa?.id ?? '', ...choices });
    expect((await client.people.list()).some(({ name }) => name === 'Rosa Luna')).toBe(false);
  });

  it('leaves nothing of the person in the bytes of the file, in no table, in no entry of the history', async () => {
    const city = await cityWithPeople();
    const texts = [...textsOf([ana]), 'Ana Ruis', 'Press officer', 'Ana  Ruiz Paz'];
    expect(foundInBytes(city.path, texts)).toEqual([...textsOf([ana]), 'Ana Ruis', 'Press officer', 'Ana  Ruiz Paz']);
    expect(await city.client.privacy.erase({ personId: city.anaId, ...choices })).toEqual({ isFileClean: true });
    expect(foundInBytes(city.path, texts)).toEqual([]);
    expect(await foundInHistory(city, texts)).toEqual([]);
  });

  it('keeps what is not about the person: other people, ratings, their medians, who else made changes', async () => {
    const city = await cityWithPeople();
    const before = await city.client.stakeholders.list();
    await city.client.privacy.erase({ personId: city.anaId, ...choices });
    const after = await city.client.stakeholders.list();
    expect(after.map(({ name, power, interest, raterCount }) => ({ name, power, interest, raterCount }))).toEqual(
      before.map(({ name, power, interest, raterCount }) => ({ name, power, interest, raterCount })),
    );
    expect(after[0]?.note).toBe('Call … (…) first, or write to …');
    expect((await city.client.people.list()).map(({ name }) => name)).toEqual(['Lucía Mora', omar.name, former.name]);
    expect(await city.client.history.people()).toEqual(['Facilitator Two']);
  });

  it('deletes long notes, which the history holds deflated, and somebody whom only the history holds', async () => {
    const city = await cityWithPeople();
    const { client, omarId } = city;
    const removed = (await client.people.list()).find(({ isRemoved }) => isRemoved);
    expect(removed?.name).toBe(former.name);
    await client.privacy.erase({ personId: omarId, ...choices });
    await client.privacy.erase({ personId: removed?.id ?? '', ...choices });
    expect(foundInBytes(city.path, textsOf([omar, former]))).toEqual([]);
    expect(await foundInHistory(city, [...textsOf([omar, former]), 'He knows everybody'])).toEqual([]);
    expect((await client.people.list()).map(({ name }) => name)).toEqual([ana.name, 'Lucía Mora']);
  });

  it('cannot be undone, and undo goes on with what else was done', async () => {
    const { client, anaId, police } = await cityWithPeople();
    await client.stakeholders.update({ id: police, patch: { mandate: 'Patrols' } });
    await client.privacy.erase({ personId: anaId, ...choices });
    const { undo } = await client.history.steps();
    expect(undo?.name).toBe('stakeholders.update');
    for (let steps = 0; (await client.history.steps()).undo && steps < 100; steps += 1) await client.history.undo();
    expect((await client.people.list()).some(({ name }) => name.includes('Ruiz'))).toBe(false);
    for (let steps = 0; (await client.history.steps()).redo && steps < 100; steps += 1) await client.history.redo();
    expect((await client.people.list()).some(({ name }) => name.includes('Ruiz'))).toBe(false);
    expect((await client.stakeholders.list()).map(({ mandate }) => mandate)).toEqual(['Patrols', 'Founded by Omar Haddad']);
  });

  it('takes the name out of the shared text of the policy, earlier wordings and crossed-out words included', async () => {
    const city = await cityWithPeople();
    expect((await city.client.policy.get()).vision).toContain(ana.name);
    await city.client.privacy.erase({ personId: city.anaId, ...choices });
    expect((await city.client.policy.get()).vision).toBe('A calm city as  dreams');
    expect(foundInBytes(city.path, ['Ruiz', 'Ana', 'QW5h'])).toEqual([]);
    const revision = (await city.client.history.list({ limit: 500 })).at(-1)?.revision ?? 0;
    await city.client.policy.update({ vision: 'A calm city that dreams' });
    await city.client.history.undo();
    expect((await city.client.policy.get()).vision).toBe('A calm city as  dreams');
    await city.client.history.restoreProject({ revision });
    expect(foundInBytes(city.path, ['Ruiz'])).toEqual([]);
  });

  it('leaves the name of the author and other texts alone where the person did not ask for it', async () => {
    const city = await cityWithPeople();
    await city.client.privacy.erase({ personId: city.anaId, asAuthor: false, inTexts: false });
    expect(await city.client.history.people()).toContain(ana.name);
    expect((await city.client.stakeholders.list())[0]?.note).toContain('Ana  Ruiz Paz');
    expect((await city.client.people.list()).some(({ name }) => name === ana.name)).toBe(false);
  });

  it('holds after the file was closed and opened again, and whole', async () => {
    const city = await cityWithPeople();
    await city.client.privacy.erase({ personId: city.anaId, ...choices });
    await city.client.project.close();
    expect(foundInBytes(city.path, textsOf([ana]))).toEqual([]);
    await city.client.project.open({ file: city.engine.services.files.hand(city.path) });
    expect(city.project().reader.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
    expect(city.project().reader.prepare('SELECT type, id FROM erased').all()).toContainEqual({ type: 'person', id: city.anaId });
  });

  it('leaves nothing of the team of a file of the first version, whose tables were thrown away when it was brought up to date', async () => {
    const fixture = withEngine();
    const path = join(fixture.folder, 'old.citysafety');
    copyFileSync(fileURLToPath(new URL('../../fixtures/projects/version-10.citysafety', import.meta.url)), path);
    await fixture.client.project.open({ file: fixture.engine.services.files.hand(path) });
    const team = await fixture.client.people.list();
    expect(team.length).toBeGreaterThan(0);
    const names = team.flatMap(({ name }) => name || []);
    expect(foundInBytes(path, names)).toEqual(names);
    for (const { id } of team) await fixture.client.privacy.erase({ personId: id, ...choices });
    expect(foundInBytes(path, names)).toEqual([]);
  });

  it('of somebody who is not there is refused', async () => {
    const { client, police } = await cityWithPeople();
    expect((await refusalOf(client.privacy.erase({ personId: police, ...choices }))).code).toBe('object/not-found');
  });

  it('in a file that can only be read is refused', async () => {
    const city = await cityWithPeople();
    await city.client.project.close();
    await city.client.project.open({ file: city.engine.services.files.hand(city.path), mode: 'read-only' });
    expect((await refusalOf(city.client.privacy.erase({ personId: city.anaId, ...choices }))).code).toBe('project/read-only');
  });
});

describe('copies that still hold a deleted person', () => {
  it('are found, rewritten without the person, and open as before', async () => {
    const city = await cityWithPeople();
    const { client } = city;
    await drain(await client.copies.make());
    await client.privacy.erase({ personId: city.anaId, ...choices });
    await drain(await client.copies.make());
    const { copies, erasedPeople } = await client.privacy.uncleanCopies();
    expect(erasedPeople).toBe(1);
    expect(copies).toHaveLength(1);
    const path = copies[0]?.path ?? '';
    expect(foundInBytes(path, textsOf([ana]))).toEqual(textsOf([ana]));
    expect(await drain(await client.privacy.cleanCopies({ ...choices, deleteOthers: false }))).toEqual({ cleaned: 1, deleted: 0, failed: [] });
    expect(foundInBytes(path, textsOf([ana]))).toEqual([]);
    expect((await client.privacy.uncleanCopies()).copies).toEqual([]);
    await client.copies.restore({ copy: city.engine.services.files.hand(path) });
    expect((await client.people.list()).map(({ name }) => name)).toEqual(['Lucía Mora', omar.name, former.name]);
  });
});

async function drain<Result>(stream: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}
