import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Contact, ContactPatch, Person, PersonDetails } from '#shared/domain/people.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { PersonInFile } from '../project/privacy/people-in-file.ts';

const nobody: PersonDetails = { name: '', email: '', phone: '', note: '' };

/** The contacts of a stakeholder in the order of entry. */
export function contactsOf(project: OpenProject, stakeholderId: string): Contact[] {
  return project.all(contactRows.where('c.stakeholder_id', '=', stakeholderId).orderBy('c.id')).map((row) => readContact(project, row));
}

export function findContact(project: OpenProject, id: string): Contact {
  return readContact(project, project.found(contactRows.where('c.id', '=', id)));
}

const contactRows = sql
  .selectFrom('contact as c')
  .innerJoin('person as p', 'p.id', 'c.person_id')
  .select(['c.id', 'c.person_id', 'c.stakeholder_id', 'c.role', 'p.name', 'p.email', 'p.phone', 'p.note']);

interface ContactRow extends PersonDetails {
  readonly id: string;
  readonly person_id: string;
  readonly stakeholder_id: string;
  readonly role: string;
}

function readContact(project: OpenProject, { person_id: personId, stakeholder_id: stakeholderId, ...row }: ContactRow): Contact {
  const others = project.all(
    sql
      .selectFrom('contact as c')
      .innerJoin('stakeholder as s', 's.id', 'c.stakeholder_id')
      .select('s.name')
      .where('c.person_id', '=', personId)
      .where('c.id', '<>', row.id)
      .orderBy('s.name'),
  );
  const member = project.first(sql.selectFrom('team_member').select('id').where('person_id', '=', personId));
  return { ...row, personId, stakeholderId, alsoIn: { stakeholders: others.map(({ name }) => name), isInTeam: member !== undefined } };
}

/** Adds a contact; returns its id. A person that is not in the project is refused. */
export function addContact(
  write: ChangeWriter,
  project: OpenProject,
  contact: { stakeholderId: string; personId?: string | undefined; role: string; details: Partial<PersonDetails> },
): string {
  const { stakeholderId, role } = contact;
  project.found(sql.selectFrom('stakeholder').select('id').where('id', '=', stakeholderId));
  const personId = contact.personId ?? uuidv7();
  if (contact.personId === undefined) write.run(sql.insertInto('person').values({ id: personId, ...nobody, ...given(contact.details) }));
  else {
    project.found(sql.selectFrom('person').select('id').where('id', '=', personId));
    const details = given(contact.details);
    if (Object.keys(details).length > 0) write.run(sql.updateTable('person').set(details).where('id', '=', personId));
  }
  const known = project.first(sql.selectFrom('contact').select('id').where('person_id', '=', personId).where('stakeholder_id', '=', stakeholderId));
  if (known) return known.id;
  const id = uuidv7();
  write.run(sql.insertInto('contact').values({ id, person_id: personId, stakeholder_id: stakeholderId, role }));
  return id;
}

export function updateContact(write: ChangeWriter, contact: Contact, patch: ContactPatch): void {
  const { role, ...details } = given(patch);
  if (role !== undefined) write.run(sql.updateTable('contact').set({ role }).where('id', '=', contact.id));
  if (Object.keys(details).length > 0) write.run(sql.updateTable('person').set(details).where('id', '=', contact.personId));
}

export function removeContact(write: ChangeWriter, contact: Contact): void {
  write.run(sql.deleteFrom('contact').where('id', '=', contact.id));
  removeUnlinkedPeople(write, [contact.personId]);
}

/** Of the people given, those whom nothing names any more go: nobody is kept in a file without a reason. */
export function removeUnlinkedPeople(write: ChangeWriter, personIds: readonly string[]): void {
  if (personIds.length === 0) return;
  write.run(
    sql
      .deleteFrom('person')
      .where('id', 'in', [...personIds])
      .where('id', 'not in', sql.selectFrom('team_member').select('person_id'))
      .where('id', 'not in', sql.selectFrom('contact').select('person_id'))
      .where('id', 'not in', sql.selectFrom('participant').select('person_id').where('person_id', 'is not', null).$castTo<{ person_id: string }>())
      .where('id', 'not in', sql.selectFrom('speaker').select('person_id')),
  );
}

/** The people behind a stakeholder's contacts. */
export function peopleOfStakeholder(project: OpenProject, stakeholderId: string): string[] {
  return project.all(sql.selectFrom('contact').select('person_id').where('stakeholder_id', '=', stakeholderId)).map(({ person_id: id }) => id);
}

const onLists = sql
  .selectFrom('participant as p')
  .innerJoin('workshop as w', 'w.id', 'p.workshop_id')
  .select(['p.person_id', 'p.role', 'w.id', 'w.title'])
  .where('p.person_id', 'is not', null)
  .orderBy('w.made_at');

const inReports = sql
  .selectFrom('speaker as s')
  .innerJoin('event_report as r', 'r.id', 's.report_id')
  .innerJoin('workshop as w', 'w.id', 'r.workshop_id')
  .select(['s.person_id', 's.post as role', 'w.id', 'w.title'])
  .orderBy('w.made_at');

/** Everybody with the places that name them, by name; those whom only the history holds come last. */
export function describePeople(project: OpenProject, people: readonly PersonInFile[]): Person[] {
  const members = groupBy(project.all(sql.selectFrom('team_member').selectAll().orderBy('position')), (member) => member.person_id);
  const contacts = groupBy(
    project.all(
      sql
        .selectFrom('contact as c')
        .innerJoin('stakeholder as s', 's.id', 'c.stakeholder_id')
        .select(['c.person_id', 'c.role', 's.id', 's.name'])
        .orderBy('s.name'),
    ),
    (contact) => contact.person_id,
  );
  const present = groupBy(project.all(onLists), (place) => place.person_id);
  const reported = groupBy(project.all(inReports), (place) => place.person_id);
  return people
    .map(({ id, latest, isRemoved }) => ({
      id,
      name: textOf(latest.name),
      email: textOf(latest.email),
      phone: textOf(latest.phone),
      note: textOf(latest.note),
      isRemoved,
      team: (members.get(id) ?? []).map(({ role, body }) => ({ role, body })),
      contactOf: (contacts.get(id) ?? []).map((contact) => ({ stakeholderId: contact.id, stakeholder: contact.name, role: contact.role })),
      presentAt: (present.get(id) ?? []).map(workshopPlace),
      reportedAt: (reported.get(id) ?? []).map(workshopPlace),
    }))
    .sort((a, b) => Number(a.isRemoved) - Number(b.isRemoved) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

const workshopPlace = (place: { id: string; title: string; role: string }) => ({ workshopId: place.id, workshop: place.title, role: place.role });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
