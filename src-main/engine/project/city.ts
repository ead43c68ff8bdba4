import { type City, citySchema, type TeamMember } from '#shared/domain/project.ts';
import { removeUnlinkedPeople } from '../people/people.ts';
import { type ChangeWriter, type OpenProject, sql } from './open-project.ts';
import type { ProjectTable } from './schema.ts';

/** The City stage's answers: the project's one row and its team. */
export function readCity(project: OpenProject): City {
  const row = project.found(sql.selectFrom('project').selectAll());
  return citySchema.parse({
    name: row.name,
    country: row.country,
    languages: JSON.parse(row.languages),
    currency: row.currency,
    mandate: row.mandate,
    team: project.all(
      sql
        .selectFrom('team_member as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .select(['m.id', 'p.name', 'm.role', 'm.body'])
        .orderBy('m.position')
        .orderBy('m.id'),
    ),
    smallNumberThreshold: row.small_number_threshold,
  });
}

export function writeCityColumns(city: City): Pick<ProjectTable, 'name' | 'country' | 'languages' | 'currency' | 'mandate' | 'small_number_threshold'> {
  return {
    name: city.name,
    country: city.country,
    languages: JSON.stringify(city.languages),
    currency: city.currency,
    mandate: city.mandate,
    small_number_threshold: city.smallNumberThreshold,
  };
}

/** Makes the team what is given: a member who is not named any more goes with what is known of the person, unless others point to it. */
export function writeTeam(write: ChangeWriter, project: OpenProject, team: readonly TeamMember[]): void {
  const before = new Map(project.all(sql.selectFrom('team_member').select(['id', 'person_id'])).map((row) => [row.id, row.person_id]));
  for (const [position, { id, name, role, body }] of team.entries()) {
    const personId = before.get(id);
    if (personId === undefined) {
      write.run(sql.insertInto('person').values({ id, name, email: '', phone: '', note: '' }));
      write.run(sql.insertInto('team_member').values({ id, person_id: id, role, body, position }));
    } else {
      write.run(sql.updateTable('person').set({ name }).where('id', '=', personId));
      write.run(sql.updateTable('team_member').set({ role, body, position }).where('id', '=', id));
    }
    before.delete(id);
  }
  for (const [id, personId] of before) {
    write.run(sql.deleteFrom('team_member').where('id', '=', id));
    removeUnlinkedPeople(write, [personId]);
  }
}
