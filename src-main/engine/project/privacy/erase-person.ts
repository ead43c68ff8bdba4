import type { EraseChoices, Erasure, PersonTraces } from '#shared/domain/people.ts';
import { describePeople } from '../../people/people.ts';
import { refuse } from '../../refuse.ts';
import type { OpenProject } from '../open-project.ts';
import { type Connection, translateSqliteError } from '../project-file.ts';
import { cleanPages } from './clean-pages.ts';
import { countTraces } from './count-traces.ts';
import { countPersonalEdits, type PersonInFile, peopleInFile } from './people-in-file.ts';
import { PersonalTexts } from './personal-text.ts';
import { scrubPeople } from './scrub-file.ts';

/** A project with its connection: erasing goes past the door for changes. */
export interface ErasableProject {
  readonly project: OpenProject;
  readonly connection: Connection;
}

/** Everything that the file holds of a person; refused as `object/not-found`. */
export function tracesOf({ project, connection }: ErasableProject, personId: string): PersonTraces {
  const found = findPerson(connection, personId);
  const [person] = describePeople(project, [found]);
  const names = new PersonalTexts(found.texts);
  const { authored, raters, texts } = countTraces(connection, found.texts, (name) => names.isName(name));
  return {
    person: person ?? refuse('object/not-found'),
    historyEntries: countPersonalEdits(connection, found.objects),
    madeByPerson: authored + raters.size,
    texts,
  };
}

/**
 * Deletes a person for good: rows, every entry of the history about them, as chosen their name elsewhere, and what earlier deletions left in
 * unused parts of the file. The ids stay behind, so that a copy that is brought together later does not bring the person back.
 */
export function erasePerson({ project, connection }: ErasableProject, personId: string, choices: EraseChoices): Erasure {
  if (project.isReadOnly) refuse('project/read-only', { path: project.path });
  project.guard?.();
  const person = findPerson(connection, personId);
  try {
    connection.pragma('secure_delete = ON');
    connection
      .transaction(() => {
        scrubPeople(connection, [person], choices);
        const remember = connection.prepare<[string, string, string]>('INSERT OR REPLACE INTO erased (type, id, at) VALUES (?, ?, ?)');
        for (const { type, id } of person.objects) remember.run(type, id, project.nowText());
        // Copies that take this in do there what was chosen here. An id tells nobody who it was.
        const params = { person: personId, asAuthor: Number(choices.asAuthor), inTexts: Number(choices.inTexts) };
        project.change({ kind: 'note', name: 'people.erase', params, subjects: ['project', 'stakeholders'] }, () => {});
      })
      .immediate();
  } catch (error) {
    throw translateSqliteError(error, project.path);
  }
  project.tell();
  return cleanFile({ project, connection });
}

/** Overwrites what was deleted in the file before. False where there is no room for it now; everything else works as ever. */
export function cleanFile({ project, connection }: ErasableProject): Erasure {
  if (project.isReadOnly) refuse('project/read-only', { path: project.path });
  project.guard?.();
  try {
    cleanPages(connection);
    return { isFileClean: true };
  } catch (error) {
    console.error(error);
    return { isFileClean: false };
  }
}

function findPerson(connection: Connection, personId: string): PersonInFile {
  return peopleInFile(connection).find(({ id }) => id === personId) ?? refuse('object/not-found');
}
