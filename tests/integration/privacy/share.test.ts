import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalOf, withEngine } from '../../fixtures/engine.ts';
import { ana, cityWithPeople, former, foundInBytes, foundInHistory, omar, textsOf } from './city-with-people.ts';

const everybody = [...textsOf([ana, omar, former]), 'Ana Ruis', 'Lucía Mora', 'Facilitator Two', 'Table three', 'Table four', 'Press officer', 'Treasurer'];
const choices = { keepPassphrase: true, keepInTexts: [] };

async function drain<Result>(stream: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}

describe('sharing without personal data', () => {
  it('says in numbers what is left out', async () => {
    const { client } = await cityWithPeople();
    const preview = await client.privacy.sharePreview();
    expect(preview).toMatchObject({ hasPassphrase: false, people: 3, formerPeople: 1, phones: 3, emails: 3, raters: 3 });
    expect(preview.authored).toBeGreaterThan(10);
    expect(preview.texts).toContainEqual({ kind: 'name', text: omar.name, places: expect.any(Number) });
  });

  it('makes a copy whose bytes hold nobody: people now, people removed, authors, raters', async () => {
    const city = await cityWithPeople();
    const path = join(city.folder, 'shared.citysafety');
    expect(foundInBytes(city.path, everybody)).not.toEqual([]);
    const made = await drain(await city.client.privacy.share({ file: city.engine.services.files.hand(path), ...choices }));
    expect(made).toMatchObject({ path, people: 4, raters: 3, hasPassphrase: false });
    expect(foundInBytes(path, everybody)).toEqual([]);
    const other = withEngine();
    await other.client.project.open({ file: other.engine.services.files.hand(path) });
    expect(await foundInHistory({ ...other, project: () => other.engine.services.session.require() }, everybody)).toEqual([]);
    expect(other.project().reader.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
  });

  it('holds many people as little as few: two hundred, half of them removed again', async () => {
    const city = await cityWithPeople();
    const { client, market } = city;
    const texts: string[] = [];
    for (let number = 0; number < 200; number += 1) {
      const details = {
        name: `Persona Q${number}x Apellido`,
        email: `q${number}x@correo.example`,
        phone: `55 8${String(number).padStart(3, '0')} 4477`,
        note: '',
      };
      texts.push(details.name, details.email, details.phone);
      const contact = await client.people.addContact({ stakeholderId: market, role: '', details });
      if (number % 2 === 1) await client.people.removeContact({ id: contact.id });
    }
    expect(foundInBytes(city.path, texts).length).toBe(600);
    const path = join(city.folder, 'shared.citysafety');
    await drain(await client.privacy.share({ file: city.engine.services.files.hand(path), ...choices }));
    expect(foundInBytes(path, [...texts, ...everybody])).toEqual([]);
  });

  it('tells what is restricted and leaves its words out, of the history and of every other text too, unless somebody keeps them', async () => {
    const city = await cityWithPeople();
    const { client } = city;
    const words = [
      'Officers take a share of the stalls at night',
      'Named by three traders in tears',
      'Zibbo gang',
      'Ask the ombudsman first, alone',
      'It was worse in the spring of floods',
    ];
    const finding = await client.findings.add({ sentence: words[4] ?? '', isRestricted: true });
    await client.findings.update({ id: finding.id, patch: { sentence: words[0] ?? '' } });
    await client.findings.addEvidence({
      findingId: finding.id,
      evidence: { kind: 'group-work', stance: 'for', text: words[1] ?? '', source: 'Group of traders', refId: null },
    });
    await client.risks.add({ kind: 'threat', title: words[2] ?? '', isRestricted: true });
    const open = await client.risks.add({ kind: 'threat', title: 'Robbery at the market', restrictedNote: words[3] ?? '' });
    await client.priorities.add({ title: `Because ${words[0]}: light`, findingId: finding.id });
    const gone = await client.risks.add({ kind: 'threat', title: 'Qwerx cartel', isRestricted: true });
    await client.risks.remove({ id: gone.id });
    const secret = [...words, 'Qwerx cartel'];
    expect(foundInBytes(city.path, secret)).toEqual(secret);
    const preview = await client.privacy.sharePreview();
    expect(preview).toMatchObject({
      restricted: [
        { type: 'finding', count: 1 },
        { type: 'risk', count: 1 },
      ],
      restrictedNotes: 1,
    });

    const path = join(city.folder, 'shared.citysafety');
    const made = await drain(await client.privacy.share({ file: city.engine.services.files.hand(path), ...choices }));
    expect(made.restrictedTexts).toBeGreaterThan(5);
    expect(foundInBytes(path, [...secret, ...everybody])).toEqual([]);
    const kept = join(city.folder, 'kept.citysafety');
    await drain(await client.privacy.share({ file: city.engine.services.files.hand(kept), ...choices, keepRestricted: true }));
    expect(foundInBytes(kept, secret)).toEqual(secret);

    const other = withEngine();
    await other.client.project.open({ file: other.engine.services.files.hand(path) });
    expect(await foundInHistory({ ...other, project: () => other.engine.services.session.require() }, secret)).toEqual([]);
    expect(await other.client.findings.list()).toMatchObject([{ sentence: '…', isRestricted: true, evidence: [{ text: '…' }] }]);
    expect((await other.client.risks.list()).find(({ id }) => id === open.id)).toMatchObject({ title: 'Robbery at the market', restrictedNote: '' });
    await other.client.stakeholders.add({ name: 'Night traders' });
    other.engine.close();
    await drain(await client.merging.bringTogether({ files: [city.engine.services.files.hand(path)] }));
    expect(await client.findings.list()).toMatchObject([{ sentence: words[0], evidence: [{ text: words[1] }] }]);
    expect((await client.stakeholders.list()).map(({ name }) => name)).toContain('Night traders');
  });

  it('leaves the project as it was, and no other file', async () => {
    const city = await cityWithPeople();
    const state = await city.client.project.current();
    const file = city.engine.services.files.hand(join(city.folder, 'shared.citysafety'));
    await drain(await city.client.privacy.share({ file, ...choices }));
    expect(await city.client.project.current()).toEqual(state);
    expect((await city.client.people.list()).map(({ name }) => name)).toEqual([ana.name, 'Lucía Mora', omar.name, former.name]);
    expect(readdirSync(city.folder).filter((name) => name.includes('.part'))).toEqual([]);
    expect(readdirSync(join(city.folder, 'temporary'))).toEqual([]);
  });

  it('keeps what else is in the project: stakeholders, medians, areas, the history of everything else', async () => {
    const city = await cityWithPeople();
    const path = join(city.folder, 'shared.citysafety');
    await drain(await city.client.privacy.share({ file: city.engine.services.files.hand(path), ...choices }));
    const stakeholders = await city.client.stakeholders.list();
    const changes = await city.client.history.list({ limit: 500 });
    await city.client.project.open({ file: city.engine.services.files.hand(path) });
    const shared = await city.client.stakeholders.list();
    expect(shared.map(({ name, power, interest, raterCount }) => ({ name, power, interest, raterCount }))).toEqual(
      stakeholders.map(({ name, power, interest, raterCount }) => ({ name, power, interest, raterCount })),
    );
    const [note, ...others] = await city.client.history.list({ limit: 500 });
    expect(note).toMatchObject({ name: 'privacy.share', kind: 'note', person: '' });
    expect(others.map(({ revision, name }) => ({ revision, name }))).toEqual(changes.map(({ revision, name }) => ({ revision, name })));
  });

  it('leaves a name in texts where the person says that it is none of anybody', async () => {
    const city = await cityWithPeople();
    const path = join(city.folder, 'shared.citysafety');
    await drain(await city.client.privacy.share({ file: city.engine.services.files.hand(path), keepPassphrase: true, keepInTexts: [omar.name] }));
    await city.client.project.open({ file: city.engine.services.files.hand(path) });
    expect((await city.client.stakeholders.list())[1]?.mandate).toBe('Founded by Omar Haddad');
    expect(await city.client.people.list()).toEqual([]);
  });

  it('can be brought together with the project: its work comes in, and nobody is lost there', async () => {
    const city = await cityWithPeople();
    const { client } = city;
    const path = join(city.folder, 'shared.citysafety');
    const file = city.engine.services.files.hand(path);
    await drain(await client.privacy.share({ file, ...choices }));
    const people = await client.people.list();
    await client.project.open({ file });
    await client.stakeholders.update({ id: city.police, patch: { mandate: 'Patrols' } });
    await client.stakeholders.add({ name: 'Night traders' });
    await client.project.open({ file: city.engine.services.files.hand(city.path) });
    await client.stakeholders.update({ id: city.market, patch: { mandate: 'Stalls' } });
    await drain(await client.merging.bringTogether({ files: [file] }));
    expect(await client.people.list()).toEqual(people);
    expect((await client.stakeholders.list()).map(({ name, mandate }) => ({ name, mandate }))).toEqual([
      { name: 'Municipal Police', mandate: 'Patrols' },
      { name: 'Central Market', mandate: 'Stalls' },
      { name: 'Night traders', mandate: '' },
    ]);
    expect((await client.stakeholders.list())[0]?.note).toContain('Ana');
    expect((await client.people.contacts({ stakeholderId: city.police })).map(({ name, phone }) => ({ name, phone }))).toEqual([
      { name: ana.name, phone: ana.phone },
    ]);
  });

  it('is refused by a copy that would never get the people after it, and taken in once that copy has met the project', async () => {
    const city = await cityWithPeople();
    const { client } = city;
    const hand = (name: string) => city.engine.services.files.hand(join(city.folder, name));
    await client.merging.handOut({ file: hand('table.citysafety'), names: ['Table 1'] });
    const late = await client.people.addContact({ stakeholderId: city.police, role: 'Late', details: { name: 'Rosa Vidal' } });
    await drain(await client.privacy.share({ file: hand('shared.citysafety'), ...choices }));
    await client.project.open({ file: hand('table.citysafety') });
    const early = drain(await client.merging.bringTogether({ files: [hand('shared.citysafety')] }));
    expect((await refusalOf(early)).code).toBe('merge/left-out');
    await drain(await client.merging.bringTogether({ files: [city.engine.services.files.hand(city.path)] }));
    await drain(await client.merging.bringTogether({ files: [hand('shared.citysafety')] }));
    expect((await client.people.list()).map(({ id }) => id)).toContain(late.personId);
  });

  it('holds nobody where the history was folded, which keeps values beside those that stand', async () => {
    const city = await cityWithPeople();
    const { client } = city;
    await client.stakeholders.update({ id: city.police, patch: { note: 'Nobody to call' } });
    await client.history.compact({});
    const path = join(city.folder, 'shared.citysafety');
    await drain(await client.privacy.share({ file: city.engine.services.files.hand(path), ...choices }));
    expect(foundInBytes(path, everybody)).toEqual([]);
    await client.privacy.erase({ personId: city.anaId, asAuthor: true, inTexts: true });
    expect(foundInBytes(city.path, [...textsOf([ana]), 'Ana Ruis', 'Ana  Ruiz'])).toEqual([]);
    expect(await foundInHistory(city, [...textsOf([ana]), 'Ana  Ruiz'])).toEqual([]);
  });

  it('does not bring back whom the project has deleted for good meanwhile', async () => {
    const city = await cityWithPeople();
    const { client, anaId } = city;
    const handed = city.engine.services.files.hand(join(city.folder, 'table.citysafety'));
    await client.merging.handOut({ file: handed, names: ['Table 1'] });
    await client.privacy.erase({ personId: anaId, asAuthor: true, inTexts: true });
    await client.project.open({ file: handed });
    await client.people.updateContact({ id: city.anaAtPolice, patch: { phone: '1112223334' } });
    await client.people.addContact({ stakeholderId: city.police, personId: city.omarId, role: 'Guest' });
    await client.project.open({ file: city.engine.services.files.hand(city.path) });
    await drain(await client.merging.bringTogether({ files: [handed] }));
    expect((await client.people.list()).map(({ name }) => name)).toEqual(['Lucía Mora', omar.name, former.name]);
    expect(await foundInHistory(city, [...textsOf([ana]).filter((text) => text !== ana.name), '1112223334'])).toEqual([]);
  });

  it('keeps the passphrase, or leaves it out where asked', async () => {
    const city = await cityWithPeople();
    const passphrase = 'correct horse battery';
    await city.client.project.setPassphrase({ passphrase });
    const locked = city.engine.services.files.hand(join(city.folder, 'locked.citysafety'));
    const plain = city.engine.services.files.hand(join(city.folder, 'plain.citysafety'));
    expect((await drain(await city.client.privacy.share({ file: locked, ...choices }))).hasPassphrase).toBe(true);
    expect((await drain(await city.client.privacy.share({ file: plain, keepPassphrase: false, keepInTexts: [] }))).hasPassphrase).toBe(false);
    expect(foundInBytes(join(city.folder, 'plain.citysafety'), everybody)).toEqual([]);
    expect((await refusalOf(city.client.project.open({ file: locked }))).code).toBe('project/passphrase-needed');
    await city.client.project.open({ file: locked, passphrase });
    expect(await city.client.people.list()).toEqual([]);
    await city.client.project.open({ file: plain });
    expect((await city.client.stakeholders.list()).map(({ name }) => name)).toEqual(['Municipal Police', 'Central Market']);
  });

  it('never overwrites a file', async () => {
    const city = await cityWithPeople();
    const file = city.engine.services.files.hand(city.path);
    const stream = drain(await city.client.privacy.share({ file, ...choices }));
    expect((await refusalOf(stream)).code).toBe('project/already-exists');
    expect(existsSync(city.path)).toBe(true);
  });
});
