import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Consent, type KnownPerson, type Participant, type ParticipantInput, participantSchema } from '#shared/domain/workshops.ts';
import { removeUnlinkedPeople } from '../people/people.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ParticipantTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';

const nobody: ParticipantInput = {
  name: '',
  email: '',
  phone: '',
  personId: null,
  stakeholderId: null,
  role: '',
  attributes: {},
  residentGroups: [],
  consent: {},
  presentDays: [],
  presentHours: null,
  completed: false,
  accessNeeds: '',
};

const rows = sql
  .selectFrom('participant as p')
  .leftJoin('person as someone', 'someone.id', 'p.person_id')
  .selectAll('p')
  .select(['someone.name as name', 'someone.email as email', 'someone.phone as phone']);

/** The attendance list in the order of entry. */
export function listParticipants(project: OpenProject, workshopId: string): Participant[] {
  const elsewhere = peopleKnownElsewhere(project, workshopId);
  return project
    .all(rows.where('p.workshop_id', '=', workshopId).orderBy('p.id'))
    .map((row, index) => readParticipant(row, index + 1, row.person_id !== null && elsewhere.has(row.person_id)));
}

export function findParticipant(project: OpenProject, id: string): Participant {
  const { workshop_id: workshopId } = project.found(sql.selectFrom('participant').select('workshop_id').where('id', '=', id));
  return listParticipants(project, workshopId).find((participant) => participant.id === id) ?? refuse('object/not-found');
}

/** People of the project who are not on the list yet: contacts with the body they speak for, the team, who came to another workshop. */
export function knownPeople(project: OpenProject, workshopId: string): KnownPerson[] {
  const here = sql.selectFrom('participant').select('person_id').where('workshop_id', '=', workshopId).where('person_id', 'is not', null);
  const found = project.all(
    sql
      .selectFrom('person as p')
      .leftJoin('contact as c', 'c.person_id', 'p.id')
      .leftJoin('participant as before', 'before.person_id', 'p.id')
      .select(['p.id', 'p.name', 'c.stakeholder_id as contactOf', 'c.role as contactRole', 'before.stakeholder_id as cameFor', 'before.role as cameAs'])
      .where('p.name', '<>', '')
      .where('p.id', 'not in', here.$castTo<{ person_id: string }>())
      .orderBy('p.name')
      .orderBy('c.id'),
  );
  const people = new Map<string, KnownPerson>();
  for (const { id, name, contactOf, contactRole, cameFor, cameAs } of found) {
    if (!people.has(id)) people.set(id, { personId: id, name, stakeholderId: contactOf ?? cameFor, role: contactRole ?? cameAs ?? '' });
  }
  return [...people.values()];
}

/**
 * Puts somebody on the list. A name, and a person known already, need consent to the list; an address needs consent to be written to: without it nothing
 * is kept. A contact of the same body with the same name is the same person. Returns the id.
 */
export function addParticipant(write: ChangeWriter, project: OpenProject, workshopId: string, input: Partial<ParticipantInput>): string {
  const whole = { ...nobody, ...given(input) };
  requireConsent(whole);
  const id = uuidv7();
  write.run(
    sql.insertInto('participant').values({
      id,
      workshop_id: workshopId,
      person_id: personOf(write, project, whole),
      group_id: null,
      consent_at: Object.keys(whole.consent).length > 0 ? project.nowText() : null,
      ...participantColumns(whole),
    }),
  );
  return id;
}

/** Changes what the patch names. Consent to the list taken back takes the name off the list, and the person out of the project where nothing else names them. */
export function updateParticipant(write: ChangeWriter, project: OpenProject, before: Participant, patch: Partial<ParticipantInput>): void {
  const after = { ...before, ...given(patch) };
  if (patch.consent && patch.consent.list !== true) Object.assign(after, { name: '', email: '', phone: '' });
  if (patch.consent && patch.consent.contact !== true && !before.isKnownElsewhere) Object.assign(after, { email: '', phone: '' });
  const isNamed = after.name.trim() !== '';
  requireConsent({ ...after, personId: null });
  let personId = before.personId;
  if (isNamed && personId === null) personId = personOf(write, project, after);
  else if (isNamed && personId !== null) renamePerson(write, personId, before, after);
  else personId = null;
  const consentAt = patch.consent ? project.nowText() : before.consentAt;
  write.run(
    sql
      .updateTable('participant')
      .set({ ...participantColumns(after), person_id: personId, consent_at: consentAt })
      .where('id', '=', before.id),
  );
  if (personId === null && before.personId !== null) removeUnlinkedPeople(write, [before.personId]);
}

/** Takes people off the list; whom nothing else names goes with it. */
export function removeParticipants(write: ChangeWriter, people: readonly Participant[]): void {
  write.run(
    sql.deleteFrom('participant').where(
      'id',
      'in',
      people.map(({ id }) => id),
    ),
  );
  removeUnlinkedPeople(write, personIdsOf(people));
}

export const personIdsOf = (people: readonly Pick<Participant, 'personId'>[]): string[] => people.flatMap(({ personId }) => personId ?? []);

function requireConsent({ name, email, phone, personId, consent }: ParticipantInput): void {
  if ((name.trim() !== '' || personId !== null) && consent.list !== true) refuse('workshop/consent-needed');
  if ((email.trim() !== '' || phone.trim() !== '') && consent.contact !== true) refuse('workshop/contact-consent-needed');
}

function personOf(write: ChangeWriter, project: OpenProject, input: ParticipantInput): string | null {
  const { name, email, phone, personId, stakeholderId } = input;
  if (personId !== null) return project.found(sql.selectFrom('person').select('id').where('id', '=', personId)).id;
  if (name.trim() === '') return null;
  const known = stakeholderId === null ? undefined : contactByName(project, stakeholderId, name);
  if (known !== undefined) return known;
  const id = uuidv7();
  write.run(sql.insertInto('person').values({ id, name: name.trim(), email: email.trim(), phone: phone.trim(), note: '' }));
  return id;
}

function contactByName(project: OpenProject, stakeholderId: string, name: string): string | undefined {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
  const contacts = project.all(
    sql.selectFrom('contact as c').innerJoin('person as p', 'p.id', 'c.person_id').select(['p.id', 'p.name']).where('c.stakeholder_id', '=', stakeholderId),
  );
  return contacts.find((contact) => plain(contact.name) === plain(name))?.id;
}

function renamePerson(write: ChangeWriter, personId: string, before: Participant, after: ParticipantInput): void {
  const details = { name: after.name.trim(), email: after.email.trim(), phone: after.phone.trim() };
  if (details.name === before.name && details.email === before.email && details.phone === before.phone) return;
  write.run(sql.updateTable('person').set(details).where('id', '=', personId));
}

function peopleKnownElsewhere(project: OpenProject, workshopId: string): Set<string> {
  const ids = [
    ...project.all(sql.selectFrom('contact').select('person_id')),
    ...project.all(sql.selectFrom('team_member').select('person_id')),
    ...project.all(sql.selectFrom('participant').select('person_id').where('workshop_id', '<>', workshopId)),
  ];
  return new Set(ids.flatMap(({ person_id: personId }) => personId ?? []));
}

function participantColumns(input: ParticipantInput) {
  return {
    stakeholder_id: input.stakeholderId,
    role: input.role,
    attributes: JSON.stringify(input.attributes),
    resident_groups: JSON.stringify(input.residentGroups),
    consent: JSON.stringify(input.consent satisfies Consent),
    present_days: JSON.stringify([...new Set(input.presentDays)].sort((a, b) => a - b)),
    present_hours: input.presentHours,
    completed: Number(input.completed),
    access_needs: input.accessNeeds,
  };
}

interface JoinedRow extends Selectable<ParticipantTable> {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function readParticipant(row: JoinedRow, number: number, isKnownElsewhere: boolean): Participant {
  return participantSchema.parse({
    id: row.id,
    workshopId: row.workshop_id,
    number,
    name: row.name ?? '',
    email: row.email ?? '',
    phone: row.phone ?? '',
    personId: row.person_id,
    stakeholderId: row.stakeholder_id,
    groupId: row.group_id,
    role: row.role,
    attributes: JSON.parse(row.attributes),
    residentGroups: JSON.parse(row.resident_groups),
    consent: JSON.parse(row.consent),
    consentAt: row.consent_at,
    presentDays: JSON.parse(row.present_days),
    presentHours: row.present_hours,
    completed: row.completed === 1,
    accessNeeds: row.access_needs,
    isKnownElsewhere,
  });
}
