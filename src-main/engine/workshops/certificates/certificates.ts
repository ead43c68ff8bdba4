import { v7 as uuidv7 } from 'uuid';
import { type Certificate, type CertificateRegister, certificateSchema, type PrintedCertificate } from '#shared/domain/event-reports.ts';
import type { Participant } from '#shared/domain/workshops.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { listParticipants } from '../participants.ts';
import { findWorkshop, listWorkshops } from '../workshops.ts';

/** The register of a workshop: the certificates in the order of their numbers, and for whom one may be made. */
export function certificateRegister(project: OpenProject, workshopId: string): CertificateRegister {
  const finished = listParticipants(project, workshopId).filter(({ completed }) => completed);
  const certificates = listCertificates(project, workshopId);
  return {
    certificates,
    ready: readyOf(finished, certificates).length,
    withoutConsent: finished.filter((person) => !mayBeNamed(person)).length,
    signatories: project.all(sql.selectFrom('signatory').select(['id', 'name', 'title', 'body']).orderBy('position').orderBy('id')),
  };
}

function listCertificates(project: OpenProject, workshopId: string): Certificate[] {
  return project
    .all(
      sql
        .selectFrom('certificate as c')
        .innerJoin('person as p', 'p.id', 'c.person_id')
        .selectAll('c')
        .select('p.name')
        .where('c.workshop_id', '=', workshopId)
        .orderBy('c.number')
        .orderBy('c.id'),
    )
    .map((row) =>
      certificateSchema.parse({
        id: row.id,
        number: row.number,
        workshopId: row.workshop_id,
        participantId: row.participant_id,
        name: row.name,
        issuedOn: row.issued_on,
        signatoryId: row.signatory_id,
        withdrawnOn: row.withdrawn_on,
        reason: row.reason,
      }),
    );
}

export function findCertificate(project: OpenProject, id: string): Certificate {
  const { workshop_id: workshopId } = project.found(sql.selectFrom('certificate').select('workshop_id').where('id', '=', id));
  const [found] = listCertificates(project, workshopId).filter((certificate) => certificate.id === id);
  if (!found) throw new TypeError('a certificate without a person');
  return found;
}

/** Everybody who finished, agreed to be named and has no certificate that stands. */
export function readyForCertificate(project: OpenProject, workshopId: string): Participant[] {
  const finished = listParticipants(project, workshopId).filter(({ completed }) => completed);
  return readyOf(finished, listCertificates(project, workshopId));
}

/**
 * Makes a certificate each. A number is the year (behind a letter, so that it is read in one direction in every script), the next free place of that year, and four marks of its own: two copies of a project that issue at the
 * same time, and a place that is free again, never give the same number twice.
 */
export function issueCertificates(
  write: ChangeWriter,
  project: OpenProject,
  people: readonly Participant[],
  how: { issuedOn: string; signatoryId: string | null },
): void {
  const year = how.issuedOn.slice(0, 4);
  const taken = project
    .all(sql.selectFrom('certificate').select('number').where('number', 'like', `C${year}-%`))
    .map(({ number }) => Number(number.split('-')[1]));
  let place = Math.max(0, ...taken.filter(Number.isFinite));
  for (const { id: participantId, workshopId, personId } of people) {
    if (personId === null) continue;
    place += 1;
    const id = uuidv7();
    write.run(
      sql.insertInto('certificate').values({
        ...{ id, number: `C${year}-${String(place).padStart(4, '0')}-${marksOf(id)}`, workshop_id: workshopId, participant_id: participantId },
        ...{ person_id: personId, issued_on: how.issuedOn, signatory_id: how.signatoryId, withdrawn_on: null },
      }),
    );
  }
}

/** The certificates that stand, as their page prints them. */
export function printedCertificates(project: OpenProject): PrintedCertificate[] {
  const signatories = new Map(project.all(sql.selectFrom('signatory').select(['id', 'name', 'title', 'body'])).map(({ id, ...signatory }) => [id, signatory]));
  return listWorkshops(project).flatMap((workshop) => {
    const people = new Map(listParticipants(project, workshop.id).map((person) => [person.id, person]));
    return listCertificates(project, workshop.id)
      .filter(({ withdrawnOn, participantId }) => withdrawnOn === null && mayBeNamed(people.get(participantId)))
      .map(({ id, number, name, participantId, issuedOn, signatoryId }) => ({
        ...{ id, number, name, issuedOn, workshopId: workshop.id, course: workshop.course || workshop.title, workshop: workshop.title, place: workshop.place },
        ...{ startsOn: workshop.startsOn, endsOn: workshop.endsOn, hours: people.get(participantId)?.presentHours ?? null },
        signatory: signatoryId === null ? null : (signatories.get(signatoryId) ?? null),
      }));
  });
}

export function titleOf(project: OpenProject, workshopId: string): string {
  return findWorkshop(project, workshopId).title;
}

function mayBeNamed(person: Participant | undefined): boolean {
  return person !== undefined && person.personId !== null && person.name.trim() !== '' && person.consent.list === true;
}

function readyOf(finished: readonly Participant[], certificates: readonly Certificate[]): Participant[] {
  const has = new Set(certificates.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ participantId }) => participantId));
  return finished.filter((person) => mayBeNamed(person) && !has.has(person.id));
}

/** Four marks out of the random part of the id, without letters that are read for digits. */
function marksOf(id: string): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const digits = id.replaceAll('-', '').slice(-8);
  let rest = Number.parseInt(digits, 16);
  let marks = '';
  for (let at = 0; at < 4; at += 1) {
    marks += letters[rest % letters.length] ?? '2';
    rest = Math.floor(rest / letters.length);
  }
  return marks;
}
