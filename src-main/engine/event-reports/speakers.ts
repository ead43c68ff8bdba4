import { v7 as uuidv7 } from 'uuid';
import { type Speaker, type SpeakerInput, speakerSchema } from '#shared/domain/event-reports.ts';
import { given } from '#shared/domain/given.ts';
import { removeUnlinkedPeople } from '../people/people.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const nobody: SpeakerInput = {
  role: 'speaker',
  title: '',
  fullName: '',
  nationality: '',
  organisation: '',
  speaksAt: '',
  post: '',
  email: '',
  consent: { named: false, email: false },
  deleteAfter: null,
};

/** Who spoke, in the order of entry; name and address are those of the person, wherever else the project names them. */
export function listSpeakers(project: OpenProject, reportId: string): Speaker[] {
  const today = project.nowText().slice(0, 10);
  const rows = project.all(
    sql
      .selectFrom('speaker as s')
      .innerJoin('person as p', 'p.id', 's.person_id')
      .selectAll('s')
      .select(['p.name', 'p.email'])
      .where('s.report_id', '=', reportId)
      .orderBy('s.position')
      .orderBy('s.id'),
  );
  return rows.map((row) =>
    speakerSchema.parse({
      id: row.id,
      reportId: row.report_id,
      personId: row.person_id,
      role: row.role,
      title: row.title,
      fullName: row.name,
      nationality: row.nationality,
      organisation: row.organisation,
      speaksAt: row.speaks_at,
      post: row.post,
      email: row.email,
      consent: JSON.parse(row.consent),
      consentAt: row.consent_at,
      deleteAfter: row.delete_after,
      isKnownElsewhere: isKnownElsewhere(project, row.person_id, row.id),
      isDue: row.delete_after !== null && row.delete_after < today,
    }),
  );
}

export function findSpeaker(project: OpenProject, id: string): Speaker {
  const { report_id: reportId } = project.found(sql.selectFrom('speaker').select('report_id').where('id', '=', id));
  return listSpeakers(project, reportId).find((speaker) => speaker.id === id) ?? refuse('object/not-found');
}

/** Adds somebody: a person whom the project knows, or a new one. Returns the id. */
export function addSpeaker(
  write: ChangeWriter,
  project: OpenProject,
  reportId: string,
  { personId, ...input }: Partial<SpeakerInput> & { personId?: string | undefined },
): string {
  const whole = { ...nobody, ...given(input) };
  const known = personId === undefined ? null : project.found(sql.selectFrom('person').select('id').where('id', '=', personId)).id;
  const owner = known ?? uuidv7();
  if (known === null) write.run(sql.insertInto('person').values({ id: owner, name: whole.fullName.trim(), email: whole.email.trim(), phone: '', note: '' }));
  const position = (listSpeakers(project, reportId).length + 1) * 10;
  const id = uuidv7();
  const consentAt = whole.consent.named || whole.consent.email ? project.nowText() : null;
  write.run(sql.insertInto('speaker').values({ id, report_id: reportId, position, person_id: owner, consent_at: consentAt, ...columnsOf(whole) }));
  return id;
}

/** Changes what the patch names; the name and the address change wherever the person stands. */
export function updateSpeaker(write: ChangeWriter, project: OpenProject, before: Speaker, patch: Partial<SpeakerInput>): void {
  const after = { ...before, ...given(patch) };
  const person = { name: after.fullName.trim(), email: after.email.trim() };
  if (person.name !== before.fullName || person.email !== before.email) {
    write.run(sql.updateTable('person').set(person).where('id', '=', before.personId));
  }
  const consentAt = patch.consent ? project.nowText() : before.consentAt;
  write.run(
    sql
      .updateTable('speaker')
      .set({ ...columnsOf(after), consent_at: consentAt })
      .where('id', '=', before.id),
  );
}

/** Takes somebody out of the report, and out of the project where nothing else names them. */
export function removeSpeakers(write: ChangeWriter, speakers: readonly Pick<Speaker, 'id' | 'personId'>[]): void {
  for (const { id } of speakers) write.run(sql.deleteFrom('speaker').where('id', '=', id));
  removeUnlinkedPeople(
    write,
    speakers.map(({ personId }) => personId),
  );
}

function isKnownElsewhere(project: OpenProject, personId: string, speakerId: string): boolean {
  const links = [
    sql.selectFrom('contact').select('id').where('person_id', '=', personId),
    sql.selectFrom('team_member').select('id').where('person_id', '=', personId),
    sql.selectFrom('participant').select('id').where('person_id', '=', personId),
    sql.selectFrom('speaker').select('id').where('person_id', '=', personId).where('id', '<>', speakerId),
  ];
  return links.some((link) => project.first(link) !== undefined);
}

function columnsOf({ role, title, nationality, organisation, speaksAt, post, consent, deleteAfter }: SpeakerInput) {
  return { role, title, nationality, organisation, speaks_at: speaksAt, post, consent: JSON.stringify(consent), delete_after: deleteAfter };
}
