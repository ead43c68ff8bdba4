import { describe, expect, it } from 'vitest';
import { gatherProfile } from '#main/engine/outputs/gather-profile.ts';
import { thematicAreas, themes } from '#shared/domain/event-reports.ts';
import { againstLimit } from '#shared/methods/word-count.ts';
import { type EngineFixture, newProject, refusalOf, resourcesFolder } from '../../fixtures/engine.ts';
import { foundInBytes, foundInHistory } from '../privacy/city-with-people.ts';

const printed = ({ project }: EngineFixture) => gatherProfile(project(), { resourcesFolder, language: 'en', appVersion: '1.0.0' });

/** Two days with a log, a list, a partnership and a team. */
async function workshopDone(now = () => new Date('2026-03-02T12:00:00Z')) {
  const fixture = await newProject({
    now,
    city: {
      mandate: 'The council asked for a policy in March',
      team: [{ id: '01933333-3333-7333-8333-333333333333', name: 'Lucía Mora', role: 'Lead', body: 'Town hall' }],
    },
  });
  const { client } = fixture;
  const workshop = await client.workshops.add({
    title: 'Two days',
    kind: 'training',
    place: 'Casa',
    startsOn: '2026-02-18',
    endsOn: '2026-02-19',
    purpose: 'Choose first steps',
  });
  const workshopId = workshop.id;
  await client.workshops.addSession({ workshopId, title: 'Where we feel safe', purpose: 'Hear everybody', day: 1, minutes: 90, plannedStart: '08:30' });
  const last = await client.workshops.addSession({ workshopId, title: 'Commitments', day: 2, minutes: 60, plannedStart: '15:00' });
  await client.workshops.addLogEntry({ workshopId, kind: 'quote', text: 'I walk home along the port', sessionId: last.id });
  await client.workshops.addLogEntry({ workshopId, kind: 'decision', text: 'Lighting comes first' });
  await client.workshops.addLogEntry({ workshopId, kind: 'commitment', text: 'List of lamps', responsible: 'Public works', dueOn: '2026-03-31' });
  await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: 'Night bus' });
  await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: 'Bars', status: 'dropped', reason: 'No say' });
  await client.workshops.addParticipants({
    workshopId,
    people: [
      { name: 'Ada Ejemplo', consent: { list: true }, completed: true, presentDays: [1, 2], presentHours: 12, residentGroups: ['women'] },
      { completed: true, presentDays: [1] },
      { name: 'Omar Muestra', consent: { list: true } },
    ],
  });
  await client.partnerships.add({ name: 'Safe routes', kind: 'memorandum', status: 'signed', pledge: 'Lamps', pledgeAmount: 1000, pledgeCurrency: 'PEN' });
  return { ...fixture, workshopId };
}

describe('the event report of a workshop', () => {
  it('knows every area of the form', () => {
    expect(thematicAreas.map(({ area }) => area)).toHaveLength(7);
    expect(themes).toHaveLength(24);
  });

  it('fills itself from the workshop and marks what it took', async () => {
    const { client, workshopId } = await workshopDone();
    expect(await client.eventReports.get({ workshopId })).toBeNull();
    const report = await client.eventReports.start({ workshopId, language: 'en' });
    expect(report.facts).toMatchObject({
      ...{ eventType: 'training', title: 'Two days', startsOn: '2026-02-18', endsOn: '2026-02-19', venue: 'Casa', startTime: '08:30', endTime: '16:00' },
      ...{ participants: 2, crossCutting: ['gender'], organisers: [{ name: 'Town hall', place: 'Puerto Prueba, Mexico' }] },
    });
    expect(report.texts.summary).toContain('Purpose: Choose first steps.');
    expect(report.texts.summary).toContain('– Where we feel safe: Hear everybody.');
    expect(report.texts.outline).toContain('Commitments. “I walk home along the port”');
    expect(report.texts['issues-3']).toBe('Still open:\n– Night bus');
    expect(report.texts.recommendations).toContain('– Lighting comes first.');
    expect(report.texts.recommendations).toContain('– List of lamps – Public works – by Mar 31, 2026');
    expect(report.texts.partnerships).toContain('Safe routes (Memorandum of understanding, Signed)');
    expect(report.texts.partnerships).toContain('1 pledge was made. Amounts named: PEN');
    expect(report.taken).toEqual(expect.arrayContaining(['title', 'venue', 'startTime', 'summary', 'outline', 'recommendations']));
    expect(report.taken).not.toContain('issues-1');
    // Begun once: a second start changes nothing.
    await client.eventReports.setText({ id: report.id, part: 'summary', text: 'Mine' });
    expect((await client.eventReports.start({ workshopId, language: 'es' })).texts.summary).toBe('Mine');
  });

  it('loses the mark where somebody writes, and takes from the workshop again when asked', async () => {
    const { client, workshopId } = await workshopDone();
    const { id } = await client.eventReports.start({ workshopId, language: 'en' });
    const edited = await client.eventReports.update({ id, patch: { venue: 'Town hall', organisers: [{ name: 'University', place: 'Costa' }] } });
    expect(edited.taken).not.toContain('venue');
    expect(edited.taken).toContain('title');
    await client.workshops.update({ id: workshopId, patch: { place: 'New hall' } });
    const again = await client.eventReports.take({ id, what: 'venue', language: 'en' });
    expect(again.facts.venue).toBe('New hall');
    expect(again.facts.organisers).toEqual([{ name: 'University', place: 'Costa' }]);
    expect(again.taken).toContain('venue');
    await client.eventReports.setText({ id, part: 'outline', text: 'Short.' });
    expect((await client.eventReports.take({ id, what: 'outline', language: 'en' })).texts.outline).toContain('I walk home');
  });

  it('keeps every word, however many there are too many', async () => {
    const { client, workshopId } = await workshopDone();
    const { id } = await client.eventReports.start({ workshopId, language: 'en' });
    const long = Array.from({ length: 1_000 }, (_, place) => `word${place}`).join(' ');
    const report = await client.eventReports.setText({ id, part: 'outline', text: long });
    expect(report.texts.outline).toBe(long);
    expect(againstLimit([report.texts.outline], 500, 'en')).toEqual({ words: 1_000, limit: 500, over: 500 });
  });

  it('can be undone step by step, and goes with its workshop', async () => {
    const { client, workshopId, project } = await workshopDone();
    const { id } = await client.eventReports.start({ workshopId, language: 'en' });
    await client.eventReports.setText({ id, part: 'issues-1', text: 'Habitat' });
    await client.history.undo();
    expect((await client.eventReports.get({ workshopId }))?.texts['issues-1']).toBe('');
    await client.history.redo();
    expect((await client.eventReports.get({ workshopId }))?.texts['issues-1']).toBe('Habitat');
    await client.eventReports.addSpeaker({ reportId: id, fullName: 'Marta Inventada' });
    await client.workshops.remove({ id: workshopId });
    expect(project().reader.prepare('SELECT count(*) FROM event_report').pluck().get()).toBe(0);
    expect((await client.people.list()).filter(({ isRemoved }) => !isRemoved).map(({ name }) => name)).not.toContain('Marta Inventada');
  });
});

describe('speakers', () => {
  it('stand in an output only with their consent, their address only with consent to that', async () => {
    const city = await workshopDone();
    const { client, workshopId } = city;
    const { id: reportId } = await client.eventReports.start({ workshopId, language: 'en' });
    await client.eventReports.addSpeaker({ reportId, role: 'reporter', fullName: 'Rosa Prueba' });
    await client.eventReports.addSpeaker({ reportId, fullName: 'Marta Inventada', email: 'marta@coast.example', consent: { named: true, email: false } });
    await client.eventReports.addSpeaker({ reportId, fullName: 'Jamás Nombrado', email: 'jamas@coast.example' });
    const [report] = printed(city).eventReports;
    expect(report).toMatchObject({ reporter: 'Rosa Prueba', leftOut: 1, speakers: [{ fullName: 'Marta Inventada', email: '' }] });
    expect(JSON.stringify(printed(city))).not.toContain('Jamás');
    expect(JSON.stringify(printed(city))).not.toContain('coast.example');
  });

  it('are people of the project: known ones are named once, new ones go when nothing names them any more', async () => {
    const { client, workshopId } = await workshopDone();
    const { id: reportId } = await client.eventReports.start({ workshopId, language: 'en' });
    const [lead] = await client.people.list();
    const withLead = await client.eventReports.addSpeaker({ reportId, personId: lead?.id ?? '' });
    expect(withLead.speakers[0]).toMatchObject({ fullName: lead?.name, isKnownElsewhere: true });
    const withBoth = await client.eventReports.addSpeaker({ reportId, fullName: 'Marta Inventada' });
    for (const { id } of withBoth.speakers) await client.eventReports.removeSpeaker({ id });
    const left = (await client.people.list()).filter(({ isRemoved }) => !isRemoved).map(({ name }) => name);
    expect(left).toContain(lead?.name);
    expect(left).not.toContain('Marta Inventada');
  });

  it('are deleted for good after their day, out of the history too; who stands elsewhere stays there', async () => {
    const city = await workshopDone();
    const { client, workshopId } = city;
    const { id: reportId } = await client.eventReports.start({ workshopId, language: 'en' });
    const lead = (await client.people.list()).find(({ name }) => name === 'Lucía Mora');
    await client.eventReports.addSpeaker({ reportId, personId: lead?.id ?? '', deleteAfter: '2026-03-01' });
    await client.eventReports.addSpeaker({ reportId, fullName: 'Marta Inventada', email: 'marta@coast.example', deleteAfter: '2026-03-01' });
    const report = await client.eventReports.addSpeaker({ reportId, fullName: 'Juan Ficticio', deleteAfter: '2026-03-02' });
    expect(report.speakers.map(({ isDue }) => isDue)).toEqual([true, true, false]);
    expect(await client.eventReports.deleteDue({ id: reportId })).toEqual({ count: 2 });
    expect((await client.eventReports.get({ workshopId }))?.speakers.map(({ fullName }) => fullName)).toEqual(['Juan Ficticio']);
    const gone = ['Marta Inventada', 'marta@coast.example'];
    expect(foundInBytes(city.path, gone)).toEqual([]);
    expect(await foundInHistory(city, gone)).toEqual([]);
    expect((await client.people.list()).map(({ name }) => name)).toContain('Lucía Mora');
  });

  it('and certificates go with a person who is deleted, and stand in no copy without personal data', async () => {
    const city = await workshopDone();
    const { client, workshopId, project } = city;
    const { id: reportId } = await client.eventReports.start({ workshopId, language: 'en' });
    await client.eventReports.addSpeaker({ reportId, fullName: 'Marta Inventada', post: 'Chair of the coast', consent: { named: true, email: false } });
    await client.certificates.issue({ workshopId, issuedOn: '2026-02-19', signatoryId: null });
    const { certificates } = await client.certificates.list({ workshopId });
    const target = `${city.folder}/shared.citysafety`;
    const stream = await client.privacy.share({ file: city.engine.services.files.hand(target), keepPassphrase: false, keepInTexts: [] });
    for await (const _step of stream);
    expect(foundInBytes(target, ['Marta Inventada', 'Ada Ejemplo', 'Chair of the coast', certificates[0]?.number ?? '?'])).toEqual([]);
    const ada = (await client.people.list()).find(({ name }) => name === 'Ada Ejemplo');
    await client.privacy.erase({ personId: ada?.id ?? '', asAuthor: true, inTexts: true });
    expect(project().reader.prepare('SELECT count(*) FROM certificate').pluck().get()).toBe(0);
    expect(foundInBytes(city.path, ['Ada Ejemplo', certificates[0]?.number ?? '?'])).toEqual([]);
  });
});

describe('certificates', () => {
  it('are issued in one press to who finished and agreed to be named, and never twice', async () => {
    const city = await workshopDone();
    const { client, workshopId } = city;
    expect(await client.certificates.list({ workshopId })).toMatchObject({ certificates: [], ready: 1, withoutConsent: 1 });
    expect(await client.certificates.issue({ workshopId, issuedOn: '2026-02-19', signatoryId: null })).toEqual({ count: 1 });
    expect(await client.certificates.issue({ workshopId, issuedOn: '2026-02-19', signatoryId: null })).toEqual({ count: 0 });
    const { certificates } = await client.certificates.list({ workshopId });
    expect(certificates[0]).toMatchObject({ name: 'Ada Ejemplo', issuedOn: '2026-02-19', withdrawnOn: null });
    expect(certificates[0]?.number).toMatch(/^C2026-0001-[2-9A-Z]{4}$/);
    expect(printed(city).certificates).toMatchObject([{ name: 'Ada Ejemplo', hours: 12, course: 'Two days', place: 'Casa' }]);
  });

  it('that are withdrawn are printed no more; a new one has another number', async () => {
    const city = await workshopDone();
    const { client, workshopId } = city;
    await client.certificates.issue({ workshopId, issuedOn: '2026-02-19', signatoryId: null });
    const [first] = (await client.certificates.list({ workshopId })).certificates;
    await client.certificates.withdraw({ id: first?.id ?? '', withdrawnOn: '2026-02-20', reason: 'Wrong course' });
    expect(printed(city).certificates).toEqual([]);
    await client.certificates.issue({ workshopId, issuedOn: '2026-02-21', signatoryId: null });
    const { certificates } = await client.certificates.list({ workshopId });
    expect(certificates.map(({ number }) => number.slice(0, 10))).toEqual(['C2026-0001', 'C2026-0002']);
    expect(printed(city).certificates.map(({ id }) => id)).toEqual([certificates[1]?.id]);
  });

  it('print nobody who took the name off the list', async () => {
    const city = await workshopDone();
    const { client, workshopId } = city;
    await client.certificates.issue({ workshopId, issuedOn: '2026-02-19', signatoryId: null });
    const [ada] = await client.workshops.participants({ workshopId });
    await client.workshops.updateParticipant({ id: ada?.id ?? '', patch: { consent: {} } });
    expect(printed(city).certificates).toEqual([]);
    expect((await client.certificates.list({ workshopId })).certificates).toEqual([]);
  });

  it('of nobody there are refused', async () => {
    const { client } = await workshopDone();
    const id = '01933333-3333-7333-8333-333333333333';
    expect((await refusalOf(client.certificates.withdraw({ id, withdrawnOn: '2026-02-20', reason: '' }))).code).toBe('object/not-found');
  });
});
