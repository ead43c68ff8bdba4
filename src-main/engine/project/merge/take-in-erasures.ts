import type { EraseChoices } from '#shared/domain/people.ts';
import { type PersonInFile, peopleInFile } from '../privacy/people-in-file.ts';
import { scrubPeople } from '../privacy/scrub-file.ts';
import type { Connection } from '../project-file.ts';
import type { CopyAtHand } from './copy-at-hand.ts';

type Reader = Pick<Connection, 'prepare'>;

interface ErasedObject {
  readonly type: string;
  readonly id: string;
  readonly at: string;
}

/** What copies have deleted for good and this file has not yet. */
export interface Erasures {
  readonly objects: readonly ErasedObject[];
  /** The people among them, with all that this file and the copies know of them. */
  readonly people: readonly (PersonInFile & { readonly choices: EraseChoices })[];
}

export function findErasures(connection: Reader, copies: readonly CopyAtHand[]): Erasures {
  const mine = new Set(erasedIn(connection).map(nameOf));
  const objects = new Map<string, ErasedObject>();
  for (const copy of copies) for (const object of erasedIn(copy.connection)) if (!mine.has(nameOf(object))) objects.set(nameOf(object), object);
  if (objects.size === 0) return { objects: [], people: [] };
  const files = [connection, ...copies.map((copy) => copy.connection)];
  const known = files.map((file) => peopleInFile(file));
  const ids = [...objects.values()].flatMap(({ type, id }) => (type === 'person' ? [id] : []));
  const people = ids.flatMap((id) => {
    const [first, ...others] = known.flatMap((all) => all.filter((person) => person.id === id));
    if (!first) return [];
    const all = [first, ...others];
    return [{ ...first, objects: all.flatMap((one) => one.objects), texts: all.flatMap((one) => one.texts), choices: choicesIn(copies, id) }];
  });
  return { objects: [...objects.values()], people };
}

/** To be called before the copies' changes come in, so that nothing of the people comes in with them. */
export function rememberErasures(connection: Connection, { objects }: Erasures): void {
  connection.pragma('secure_delete = ON');
  const remember = connection.prepare<[string, string, string]>('INSERT OR IGNORE INTO erased (type, id, at) VALUES (?, ?, ?)');
  for (const { type, id, at } of objects) remember.run(type, id, at);
}

/** To be called after them: takes the people out of rows, history and texts, of what came in too. Cannot be undone. */
export function erasePeople(connection: Connection, { people }: Erasures): void {
  for (const { choices, ...person } of people) scrubPeople(connection, [person], choices);
}

const nameOf = ({ type, id }: Pick<ErasedObject, 'type' | 'id'>) => `${type} ${id}`;

const erasedIn = (file: Reader): ErasedObject[] => file.prepare<[], ErasedObject>('SELECT type, id, at FROM erased').all();

/** As they were chosen where the person was deleted; the note about it travels with the history. */
function choicesIn(copies: readonly CopyAtHand[], personId: string): EraseChoices {
  const find = "SELECT params ->> 'asAuthor' AS asAuthor, params ->> 'inTexts' AS inTexts FROM change WHERE name = 'people.erase' AND params ->> 'person' = ?";
  for (const { connection } of copies) {
    const chosen = connection.prepare<[string], { asAuthor: number | null; inTexts: number | null }>(find).get(personId);
    if (chosen) return { asAuthor: chosen.asAuthor === 1, inTexts: chosen.inTexts === 1 };
  }
  return { asAuthor: true, inTexts: false };
}
