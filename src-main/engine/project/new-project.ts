import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import type { City } from '#shared/domain/project.ts';
import { writeCityColumns, writeTeam } from './city.ts';
import { OpenProject, sql } from './open-project.ts';
import { type Connection, createProjectFile } from './project-file.ts';

const emptyCity: City = { name: '', country: '', languages: [], currency: '', mandate: '', team: [], smallNumberThreshold: 5 };

/** Makes a project file with the city's first row, whole or not at all. */
export function makeProject(options: { path: string; city: Partial<City>; isSample: boolean; now: () => Date }): Connection {
  const { path, city, isSample, now } = options;
  return createProjectFile(path, (half) => {
    const project = new OpenProject({ path, connection: half, isReadOnly: false, now });
    project.change({ kind: 'note', name: 'project.create', params: { city: city.name ?? '' }, subjects: ['project'] }, (write) => {
      write.run(
        sql.insertInto('project').values({
          id: uuidv7(),
          created_at: project.nowText(),
          is_sample: isSample ? 1 : 0,
          policy_title: '',
          policy_vision: '',
          ...writeCityColumns({ ...emptyCity, ...given(city) }),
        }),
      );
      writeTeam(write, project, city.team ?? []);
    });
  });
}
